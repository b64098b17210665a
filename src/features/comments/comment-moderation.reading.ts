import type { PageArgs } from '../../platform/graphql/connection.ts';
import { column, isNull, lookedUp, not, orElse, type Lookup } from '../../platform/reading/expressions.ts';
import { byNumber, newestFirst, oldestFirst, pageOf } from '../../platform/reading/pages.ts';
import { composed, value } from '../../platform/reading/reads.ts';
import { all, Written } from '../../platform/reading/source.ts';
import { byPosition, segments, type SegmentRow, type TranscriptRow } from '../transcripts/index.ts';
import { authored, moderatedBy } from './comment.access.ts';
import { commentCountsOf, commentModesOf } from './comment-moderation.queries.ts';
import { commentBans, commentReports, heldComments } from './comment-moderation.source.ts';
import { comments } from './comment.source.ts';
import type { CommentBanRow, CommentReportRow, HeldCommentRow } from './comment-moderation.rules.ts';
import type { CommentRow } from './comment.rules.ts';

// How what the host decides about is read. Each list says itself who sees what of it: to everybody else it is empty.

const commentMode: Lookup<string, string> = {
  read: commentModesOf,
  sql: (at, key) => at`(select s.mode from comment_settings s where s.transcript_id = ${key})`,
};

/** Who may comment, of those who may read; the same for everybody. */
export const commentModeReads = value<TranscriptRow>(
  orElse(lookedUp(column<TranscriptRow, 'id'>('id'), commentMode), 'OPEN'),
);

/** How many comments are pinned to a segment; without what was removed. */
const commentCount: Lookup<string, number> = {
  read: commentCountsOf,
  sql: (at, key) =>
    at`(select count(*)::int from comments c where c.transcript_id = @.transcript_id
      and c.segment_id = ${key} and c.removed_at is null)`,
};
export const commentCountReads = value(lookedUp(column<SegmentRow, 'id'>('id'), commentCount));

/** A transcript's segments with comments pinned to them, in their order. */
export const commentedSegmentsReads = pageOf<TranscriptRow, SegmentRow, PageArgs>({
  source: segments,
  belongs: { column: 'transcriptId', to: 'id' },
  where: (_args, { at }) =>
    at`@.removed_at is null and exists (select 1 from comments c where c.transcript_id = @.transcript_id
      and c.segment_id = @.id and c.removed_at is null)`,
  order: byPosition,
});

/** What waits on a transcript, oldest first: to those who decide all of it, to an author their own, refused ones too. */
export const heldReads = pageOf<TranscriptRow, HeldCommentRow, PageArgs>({
  source: heldComments,
  belongs: { column: 'transcriptId', to: 'id' },
  where(_args, finding) {
    const { at, place } = finding;
    const own = new Written(authored.write(place));
    return at`((@.refused_at is null and ${moderatedBy(finding, at`@.transcript_id`)}) or ${own})`;
  },
  order: oldestFirst('createdAt', 'id'),
});

export const isRefusedReads = value(not(isNull<HeldCommentRow>('refusedAt')));

/** How the author of a waiting comment appears. */
export const heldAuthorReads = composed<HeldCommentRow>({
  displayName: column<HeldCommentRow, 'authorName'>('authorName'),
  kind: column<HeldCommentRow, 'authorKind'>('authorKind'),
});

/** A transcript's comments that readers have reported, in their order; to those who decide. */
export const reportedReads = pageOf<TranscriptRow, CommentRow, PageArgs>({
  source: comments,
  belongs: { column: 'transcriptId', to: 'id' },
  where: (_args, finding) =>
    all(
      finding.at`@.removed_at is null`,
      finding.at`exists (select 1 from comment_reports r where r.comment_id = @.id and r.dismissed_at is null)`,
      moderatedBy(finding, finding.at`@.transcript_id`),
    ),
  order: byNumber('seq'),
});

/** What readers said against a comment, newest first; to those who decide. */
export const reportsReads = pageOf<CommentRow, CommentReportRow, PageArgs>({
  source: commentReports,
  belongs: { column: 'commentId', to: 'id' },
  where: (_args, finding) =>
    all(
      finding.at`@.dismissed_at is null`,
      moderatedBy(finding, finding.at`(select c.transcript_id from comments c where c.id = @.comment_id)`),
    ),
  order: newestFirst('createdAt', 'id'),
});

/** Who may not comment on a transcript, the newest ban first; to those who decide. */
export const bansReads = pageOf<TranscriptRow, CommentBanRow, PageArgs>({
  source: commentBans,
  belongs: { column: 'transcriptId', to: 'id' },
  where: (_args, finding) => moderatedBy(finding, finding.at`@.transcript_id`),
  order: newestFirst('createdAt', 'id'),
});

/** How somebody who is banned appears. */
export const bannedReads = composed<CommentBanRow>({
  displayName: column<CommentBanRow, 'bannedName'>('bannedName'),
  kind: column<CommentBanRow, 'bannedKind'>('bannedKind'),
});
