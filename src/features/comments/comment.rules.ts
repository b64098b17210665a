import { checkText } from '../../platform/text/text.rules.ts';

/** A comment holds at most this many characters, counted as code points. */
export const commentCharactersMax = 2_000;

/** How an author stands to the transcript. */
export type AuthorKind = 'OWNER' | 'MEMBER' | 'GUEST';

/** A comment as it is read, with its author's name of today. */
export interface CommentRow {
  readonly id: string;
  readonly transcriptId: string;
  readonly transcriptOwnerId: string;
  /** The top-level comment that it answers; null at the top. */
  readonly parentId: string | null;
  /** The number of the event that posted it; comments stand in this order. */
  readonly seq: number;
  readonly authorMemberId: string | null;
  readonly authorGrantId: string | null;
  readonly authorName: string;
  readonly authorKind: AuthorKind;
  readonly body: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly removedAt: Date | null;
  readonly answeredAt: Date | null;
}

/** The body exactly as it was given; throws InvalidInput unless it has from 1 to 2,000 characters. */
export const checkCommentBody = (body: string): string =>
  checkText('body', body, {
    name: { zh: '评论', en: 'The comment' },
    min: 1,
    max: commentCharactersMax,
    multiline: true,
  });

/** What was posted at this moment or later can still be changed by its author. */
export const editableSince = (now: Date, windowMinutes: number): Date =>
  new Date(now.getTime() - windowMinutes * 60_000);

/** Whether a comment's edit window is open; its last moment still counts. */
export const isEditOpen = (
  comment: Pick<CommentRow, 'createdAt'>,
  { now, windowMinutes }: { readonly now: Date; readonly windowMinutes: number },
): boolean => comment.createdAt >= editableSince(now, windowMinutes);
