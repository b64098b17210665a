import type { CrewText } from './crew.zh.ts';

export const crewEn: CrewText = {
  people: 'Who works here',
  you: 'you',
  roles: { OWNER: 'Owner', WRITER: 'Writer', ORGANISER: 'Organiser' },
  lead: 'Lead',
  second: 'Second',
  doing: { TYPING: 'typing', CORRECTING: 'correcting', WATCHING: 'here', AWAY: 'not here' },
  takeLead: 'Take the lead',
  takeLeadHint:
    'You will have the lead. What the other is typing still goes out: both of you can type at once.',
  handOver: 'Give them the lead',
  secondHint: (keys) =>
    `You are second: the lead types at the end, you correct behind it. ${keys} opens the first unchecked passage; one that somebody else is correcting says so.`,
  leadIsYours: 'You have the lead now.',
  leadTaken: (name, wasOwn) =>
    wasOwn
      ? `${name} has taken the lead. You are second now and can rest your hands.`
      : `${name} has the lead now.`,
  correcting: (name) => `${name} is correcting this`,
  invite: 'Invite somebody',
  username: 'Their username',
  usernameHint: 'They find it in their account settings.',
  role: 'Part',
  roleHint:
    'Writers type, correct, start and end; your card points pay for it all. Organisers read, comment and leave messages.',
  submit: 'Invite',
  invited: 'Invited. They find this transcript under My content.',
  remove: 'Remove',
  removeTitle: (name) => `Remove ${name}?`,
  removeText: 'They can no longer read or type from now on. What they have committed stays.',
  leave: 'Leave',
  leaveTitle: 'Leave this transcript’s crew?',
  leaveText: 'You can no longer type here or see the messages. Only its owner can invite you back.',
  ended: 'You no longer work on this transcript. What was not sent is still kept on this device.',
  channel: 'Messages',
  channelHint: 'For those who work here only. Readers never see them.',
  older: 'Show older messages',
  none: 'No messages yet.',
  write: 'Write a message (Ctrl+Enter sends it)',
  post: 'Send',
  sending: 'Sending…',
  failed: 'Not sent',
  discard: 'Discard',
  retry: 'Try again',
  listTitle: 'Transcripts you work on',
  ownedBy: (name) => `${name}’s transcript`,
  openRoom: 'Open the room',
  read: 'Read',
};
