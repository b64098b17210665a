export { membersFeature } from './members.feature.ts';
export { authenticateMember, hasSessionCookie } from './authenticate-member.ts';
export { verifyCurrentPassword } from './current-password.service.ts';
export { memberAccountsByIds } from './member-accounts.queries.ts';
export {
  membersBornOn,
  membersWhoCameOn,
  type Celebrated,
  type CelebratedWanted,
} from './celebrations.queries.ts';
export type {} from './member.events.ts';
export { WrongPassword } from './member.errors.ts';
export {
  Member,
  MemberAccount,
  MemberAccountConnection,
  Participant,
  ParticipantKind,
  participantOf,
} from './member.types.ts';
export { memberName, namesVersion } from './member.reading.ts';
export { defaultViewPasswordHash, memberIdByUsername, memberNames } from './members.queries.ts';
export { registerMember, type Registration } from './registration.service.ts';
export { createOperator, setupLinkIfNeeded } from './setup.service.ts';
export { keepSessions } from './watched-sessions.service.ts';
