export { transcriptsFeature } from './transcripts.feature.ts';
export type { SegmentRow } from './transcript-states.rules.ts';
export { crewIdsOf, newestSeqs, standingsFor, type RoomReader } from './room.queries.ts';
export { Segment, SegmentConnection } from './segments/segment.types.ts';
export { segmentFromPayload } from './segments/segment-payload.rules.ts';
export {
  canComment,
  canWrite,
  guestKey,
  isOwner,
  readableBy,
  readableByRows,
  viewerGrantFor,
  workedByRows,
  workedBy,
  worksHere,
  writable,
} from './transcript.access.ts';
export type { TranscriptRow } from './transcript-states.rules.ts';
export { TranscriptNotLive } from './transcript.errors.ts';
export {
  announceEvent,
  commentNumbersTaken,
  appendToLog,
  guardComments,
  loggedEvent,
  nextNumber,
  readLog,
  roomsToWriteIn,
  type LogEvent,
  type LogEventKind,
} from './transcript-log.ts';
export { checkDraftText, checkNickname, checkSpeaker } from './transcript.rules.ts';
export { Transcript, TranscriptConnection } from './transcript.types.ts';
export { lockAsCrew, lockForWriting, lockOwn } from './lock-transcript.ts';
export { TranscriptEntity } from './transcript.entity.ts';
export { recordChange } from './transcripts.service.ts';
export { logVersion } from './transcript.reading.ts';
export { byPosition } from './segments/segment.reading.ts';
export { segments, transcripts } from './transcript.source.ts';
export { findByShareCode, findReadable, requireReadable, transcriptsByIds } from './transcripts.queries.ts';
export { visitorIdOf } from './visitors.queries.ts';
export { writerKeyOf } from './writer-key.ts';
export { parseMeeting } from './import/parse-meeting.rules.ts';
export { endAllGrants } from './end-grants.ts';
export { transcriptStatuses, type TranscriptStatus } from './transcript-states.rules.ts';
