import { source } from '../../platform/reading/source.ts';
import type { SegmentRow, TranscriptRow } from './transcript-states.rules.ts';

/** Where transcripts are read from. */
export const transcripts = source<TranscriptRow>('transcripts', {
  id: '@.id',
  ownerId: '@.owner_id',
  writerIds: '@.writer_ids',
  organiserIds: '@.organiser_ids',
  leadWriterId: '@.lead_writer_id',
  title: '@.title',
  visibility: '@.visibility',
  status: '@.status',
  shareCode: '@.share_code',
  viewPasswordHash: '@.view_password_hash',
  lastSeq: '@.last_seq',
  segmentCount: '@.segment_count',
  characterCount: '@.character_count',
  commentCount: '@.comment_count',
  createdAt: '@.created_at',
  updatedAt: '@.updated_at',
  startedAt: '@.started_at',
  endedAt: '@.ended_at',
  deletedAt: '@.deleted_at',
  viewersUntil: '@.viewers_until',
  viewersEpoch: '@.viewers_epoch',
});

/** Where segments are read from. */
export const segments = source<SegmentRow>('segments', {
  id: '@.id',
  transcriptId: '@.transcript_id',
  seq: '@.seq',
  position: '@.position',
  speaker: '@.speaker',
  text: '@.text',
  startedMs: '@.started_ms',
  endedMs: '@.ended_ms',
  revision: '@.revision',
  checkedAt: '@.checked_at',
  authorId: '@.author_id',
  createdAt: '@.created_at',
  removedAt: '@.removed_at',
});
