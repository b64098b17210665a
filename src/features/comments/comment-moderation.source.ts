import { source } from '../../platform/reading/source.ts';
import type { CommentBanRow, CommentReportRow, HeldCommentRow } from './comment-moderation.rules.ts';

/** Where comments that wait are read from; the author's name is that of today. */
export const heldComments = source<HeldCommentRow>('held_comments', {
  id: '@.id',
  transcriptId: '@.transcript_id',
  parentId: '@.parent_id',
  segmentId: '@.segment_id',
  quote: '@.quote',
  authorMemberId: '@.author_member_id',
  authorGrantId: '@.author_grant_id',
  authorName:
    'coalesce(@.author_nickname, (select m.display_name from members m where m.id = @.author_member_id))',
  authorKind: `case when @.author_member_id is null then 'GUEST' else 'MEMBER' end`,
  body: '@.body',
  reason: '@.reason',
  createdAt: '@.created_at',
  refusedAt: '@.refused_at',
});

/** Where reports are read from; who made them is told to nobody. */
export const commentReports = source<CommentReportRow>('comment_reports', {
  id: '@.id',
  commentId: '@.comment_id',
  reason: '@.reason',
  note: '@.note',
  createdAt: '@.created_at',
});

/** Where bans are read from. */
export const commentBans = source<CommentBanRow>('comment_bans', {
  id: '@.id',
  transcriptId: '@.transcript_id',
  bannedId: '@.banned_id',
  bannedName: `coalesce(@.nickname, (select m.display_name from members m where m.id = @.banned_id), '')`,
  bannedKind: `case when @.nickname is null then 'MEMBER' else 'GUEST' end`,
  createdAt: '@.created_at',
});
