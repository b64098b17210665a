import { commentFromLog } from '../comments/index.ts';
import { participantOf } from '../members/index.ts';
import { segmentFromPayload, type LogEvent } from '../transcripts/index.ts';
import type { ToldOfTranscript } from './followed-transcript.ts';
import * as types from './live.types.ts';

/** What a feed tells as the object of its GraphQL type. */
export function liveEvent(told: ToldOfTranscript): object {
  if ('event' in told) return numbered(told.event);
  if ('count' in told.passing) return Object.assign(new types.AudienceCounted(), told.passing);
  const { writerName, writerKey, isOwner, text, speaker } = told.passing;
  const writer = participantOf(writerName, isOwner ? 'OWNER' : 'MEMBER');
  return Object.assign(new types.DraftShown(), { writer, writerKey, text, speaker });
}

function numbered(event: LogEvent): object {
  const { seq, subjectId, transcriptId } = event;
  switch (event.kind) {
    case 'SEGMENT_APPENDED':
      return Object.assign(new types.SegmentAppended(), {
        seq,
        segment: segmentFromLog(event),
        endsDraftOf: event.payload['writerKey'] ?? null,
      });
    case 'SEGMENT_REVISED':
      return Object.assign(new types.SegmentRevised(), { seq, segment: segmentFromLog(event) });
    case 'SEGMENT_REMOVED':
      return Object.assign(new types.SegmentRemoved(), { seq, segmentId: subjectId });
    case 'COMMENT_POSTED':
      return Object.assign(new types.CommentPosted(), { seq, comment: commentFromLog(event) });
    case 'COMMENT_EDITED':
      return Object.assign(new types.CommentEdited(), { seq, comment: commentFromLog(event) });
    case 'COMMENT_REMOVED':
      return Object.assign(new types.CommentRemoved(), { seq, commentId: subjectId });
    case 'TRANSCRIPT_CHANGED':
      return Object.assign(new types.TranscriptChanged(), { seq, transcriptId });
  }
}

/** A segment as its event made it. */
const segmentFromLog = ({ seq, subjectId, payload }: LogEvent): object =>
  segmentFromPayload({ id: subjectId, seq, payload });
