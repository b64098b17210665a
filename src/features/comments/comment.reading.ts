import type { PageArgs, PageBothWaysArgs } from '../../platform/graphql/connection.ts';
import { column, isNull, not } from '../../platform/reading/expressions.ts';
import { toOne } from '../../platform/reading/one.ts';
import { byNumber, newestFirst, pageOf } from '../../platform/reading/pages.ts';
import { composed, value } from '../../platform/reading/reads.ts';
import { all } from '../../platform/reading/source.ts';
import { namesVersion } from '../members/index.ts';
import { logVersion, transcripts, transcriptsByIds, type TranscriptRow } from '../transcripts/index.ts';
import { authored, editable, removable } from './comment.access.ts';
import { comments } from './comment.source.ts';
import type { CommentRow } from './comment.rules.ts';

// How what the API tells of comments is read: each field once, for resolvers, live events and whole queries alike.

export const isRemovedReads = value(not(isNull<CommentRow>('removedAt')));

/** Whether the transcript's owner has written after it in its thread. */
export const isAnsweredReads = value(not(isNull<CommentRow>('answeredAt')));

export const viewerIsAuthorReads = value<CommentRow>(authored);
export const viewerCanEditReads = value(editable);
export const viewerCanRemoveReads = value(removable);

/** How a comment's author appears to others. */
export const authorReads = composed<CommentRow>({
  displayName: column<CommentRow, 'authorName'>('authorName'),
  kind: column<CommentRow, 'authorKind'>('authorKind'),
});

/** The transcript that a comment is about; whoever reads the comment may read it. */
export const aboutReads = toOne<CommentRow, TranscriptRow>({
  source: transcripts,
  key: 'transcriptId',
  by: 'id',
  read: transcriptsByIds,
});

/** A transcript's top-level comments, oldest first; removed ones leave their mark. */
export const threadsReads = pageOf<TranscriptRow, CommentRow, PageBothWaysArgs>({
  source: comments,
  belongs: { column: 'transcriptId', to: 'id' },
  where: (_args, { at }) => at`@.parent_id is null`,
  order: byNumber('seq'),
  // Their authors are told by the names that they have today.
  keeping: { version: (place) => `concat(${logVersion(place)}, '.', ${namesVersion})`, of: [comments] },
});

/** A comment's replies, oldest first. */
export const repliesReads = pageOf<CommentRow, CommentRow, PageArgs>({
  source: comments,
  belongs: { column: 'parentId', to: 'id' },
  where: (_args, { at }) => at`@.parent_id is not null`,
  order: byNumber('seq'),
});

/** Which of the received comments are wanted. */
export type ReceivedWanted = PageArgs & { readonly unansweredOnly: boolean; readonly includeOwn: boolean };

/**
 * What was written on a member's transcripts, newest first (M18.3): by other people, unless one's own are wanted too.
 * Removed comments and those on transcripts in the bin are left out.
 */
export const receivedReads = pageOf<{ readonly id: string }, CommentRow, ReceivedWanted>({
  source: comments,
  belongs: { column: 'transcriptOwnerId', to: 'id' },
  // The words of the indexes, so that they are used; the bin is looked at row by row, however many transcripts there are.
  where: ({ unansweredOnly, includeOwn }, { at }) =>
    all(
      at`@.removed_at is null`,
      ...(includeOwn && !unansweredOnly
        ? []
        : [at`@.author_member_id is distinct from @.transcript_owner_id`]),
      ...(unansweredOnly ? [at`@.answered_at is null`] : []),
      at`(select t.deleted_at is null from transcripts t where t.id = @.transcript_id)`,
    ),
  order: newestFirst('createdAt', 'id'),
});
