import { formatNumber } from './format.ts';
import type { LineText } from './line.zh.ts';

const counted = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? 'character' : 'characters'}`;

export const lineEn: LineText = {
  save: {
    saved: () => 'Saved',
    saving: (count) => `Saving (${counted(count)})`,
    offline: (count) => `Offline · kept on this device (${counted(count)} unsent)`,
    conflict: (count) => `Conflict (${counted(count)} unsent)`,
    halted: (count) => `Sending is paused (${counted(count)} unsent)`,
    signedOut: (count) => `Log in again (${counted(count)} unsent)`,
  },
  unkept: (count) => `Offline · not kept on this device (${counted(count)} unsent)`,
  savedNow:
    'Saved: all that was committed is on the server, and the line being typed is kept on this device.',
  fault: {
    full: 'This device has no space left to keep what is unsent. Do not close the page; once there is space it is kept by itself.',
    blocked:
      'This browser does not let the page keep anything on this device, as in a private window. Text is sent as usual, but what is not sent yet goes when the page is closed.',
  },
  copyUnsent: 'Copy what is unsent',
  downloadUnsent: 'Download what is unsent',
  unsentFile: 'unsent-transcript.txt',
  logInHere: 'Log in here',
  logInElsewhere: 'Log in in a new tab',
  signedOut:
    'Your session has expired. You can go on typing: it is kept on this device, and sent when you have logged in again.',
  somebodyElse:
    'Another account is logged in now. Log in with the one you began with, and what is unsent goes out.',
  hint: ({ commit, breakLine, correct, speaker, sheet }) =>
    `${commit} commits · ${breakLine} new line · ${correct} corrects the last · ${speaker} speaker · ${sheet} all keys`,
  unlocked: (keys) => `Editing inside the line · ${keys} returns to the end`,
  heldBack: (count) => `${counted(count)} held back: readers do not see them yet`,
  allShown: 'Readers see all of it',
  takenBack: (count) => `Took back ${counted(count)}; undo brings them back.`,
  guest: 'Unidentified speaker',
  tags: ['(inaudible)', '(laughter)', '(applause)', '(in another language)', '(to be checked)'],
};
