import { source } from '../../platform/reading/source.ts';
import type { CommentRow } from './comment.rules.ts';

/** Where comments are read from; the author's name is that of today. */
export const comments = source<CommentRow>('comments', {
  id: '@.id',
  transcriptId: '@.transcript_id',
  transcriptOwnerId: '@.transcript_owner_id',
  parentId: '@.parent_id',
  segmentId: '@.segment_id',
  quote: '@.quote',
  seq: '@.seq',
  authorMemberId: '@.author_member_id',
  authorGrantId: '@.author_grant_id',
  authorName:
    'coalesce(@.author_nickname, (select m.display_name from members m where m.id = @.author_member_id))',
  authorKind: `case when @.author_member_id is null then 'GUEST'
    when @.author_member_id = @.transcript_owner_id then 'OWNER' else 'MEMBER' end`,
  body: '@.body',
  createdAt: '@.created_at',
  editedAt: '@.edited_at',
  removedAt: '@.removed_at',
  answeredAt: '@.answered_at',
});
