import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkText } from '../../platform/text/text.rules.ts';

/** A comment holds at most this many characters, counted as code points. */
export const commentCharactersMax = 2_000;

/** What a comment quotes of the passage that it is pinned to holds at most this many characters. */
export const quoteCharactersMax = 200;

/** How an author stands to the transcript. */
export type AuthorKind = 'OWNER' | 'MEMBER' | 'GUEST';

/** A comment as it is read, with its author's name of today. */
export interface CommentRow {
  readonly id: string;
  readonly transcriptId: string;
  readonly transcriptOwnerId: string;
  /** The top-level comment that it answers; null at the top. */
  readonly parentId: string | null;
  /** The segment that it is pinned to; null when it is about the whole. */
  readonly segmentId: string | null;
  /** What its author read there; it stays as it was when the segment is corrected or removed. */
  readonly quote: string | null;
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

/** What a comment is pinned to. */
export interface Pin {
  readonly segmentId: string | null;
  readonly quote: string | null;
}

/**
 * The passage that a comment is pinned to. The quote is kept as it was given, whether or not the segment still reads
 * so: a passage may be corrected while somebody writes about it, and a comment must neither be lost by that nor say
 * something else than its author saw. Throws InvalidInput for a quote of nothing, or one of over 200 characters.
 */
export function checkPin({ segmentId, quote }: Partial<Pin>): Pin {
  const words = quote?.trim() ? checkQuote(quote) : null;
  if (words !== null && segmentId == null)
    throw new InvalidInput('quote', {
      zh: '引用的文字须注明出自哪一段。',
      en: 'A quote needs the segment that it comes from.',
    });
  return { segmentId: segmentId ?? null, quote: words };
}

const checkQuote = (quote: string): string =>
  checkText('quote', quote, {
    name: { zh: '引用的文字', en: 'The quote' },
    min: 1,
    max: quoteCharactersMax,
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
