import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkText, folded } from '../../platform/text/text.rules.ts';
import { CommenterBanned, CommentsClosed } from './comment-refusal.errors.ts';
import type { AuthorKind, Pin } from './comment.rules.ts';

/** Who may comment on a transcript, of those who may read it. */
export const commentModes = { OPEN: 'OPEN', REVIEWED: 'REVIEWED', CLOSED: 'CLOSED' } as const;
export type CommentMode = keyof typeof commentModes;

/** Why a comment waits. */
export const heldReasons = { REVIEW: 'REVIEW', WORDS: 'WORDS' } as const;
export type HeldReason = keyof typeof heldReasons;

/** What a reader can say against a comment. */
export const reportReasons = {
  SPAM: 'SPAM',
  ABUSE: 'ABUSE',
  OFF_TOPIC: 'OFF_TOPIC',
  OTHER: 'OTHER',
} as const;
export type ReportReason = keyof typeof reportReasons;

/** What becomes of comments that wait. */
export const reviewVerdicts = { APPROVE: 'APPROVE', REFUSE: 'REFUSE' } as const;
export type ReviewVerdict = keyof typeof reviewVerdicts;

/** So many words a list holds, each of so many characters. */
export const commentWordsMax = 200;
export const wordCharactersMax = 40;

/** So many comments wait on one transcript; more are not taken until some are decided about. */
export const heldCommentsMax = 1_000;

/** So many characters a report may add to its reason. */
export const reportNoteCharactersMax = 200;

/** A comment that waits, or was refused, with its author's name of today. Only they and the moderators see it. */
export interface HeldCommentRow extends Pin {
  readonly id: string;
  readonly transcriptId: string;
  readonly parentId: string | null;
  readonly authorMemberId: string | null;
  readonly authorGrantId: string | null;
  readonly authorName: string;
  readonly authorKind: AuthorKind;
  readonly body: string;
  readonly reason: HeldReason;
  readonly createdAt: Date;
  readonly refusedAt: Date | null;
}

/** What one reader said against a comment. */
export interface CommentReportRow {
  readonly id: string;
  readonly commentId: string;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly createdAt: Date;
}

/** Somebody who may not comment on a transcript. */
export interface CommentBanRow {
  readonly id: string;
  readonly transcriptId: string;
  readonly bannedId: string;
  readonly bannedName: string;
  readonly bannedKind: AuthorKind;
  readonly createdAt: Date;
}

/** What stands between a comment and its being posted. */
export interface CommentGuard {
  readonly mode: CommentMode;
  readonly words: readonly string[];
  readonly isBanned: boolean;
  readonly heldCount: number;
}

/**
 * Why a comment has to wait; null when it may be posted. Throws CommentsClosed, CommenterBanned. Whoever is banned is
 * told so also while comments are closed to all.
 */
export function judgeComment(guard: CommentGuard, texts: readonly (string | null)[]): HeldReason | null {
  if (guard.isBanned) throw new CommenterBanned();
  if (guard.mode === 'CLOSED') throw new CommentsClosed();
  const reason =
    guard.mode === 'REVIEWED'
      ? 'REVIEW'
      : texts.some((text) => text !== null && holdsWord(text, guard.words))
        ? 'WORDS'
        : null;
  if (reason !== null && guard.heldCount >= heldCommentsMax) throw new CommentsClosed('TOO_MANY_WAIT');
  return reason;
}

/**
 * Whether one of the words is in the text, in whatever case or width, and whatever invisible characters stand between.
 * Chinese has no spaces, so a word is found anywhere; in an alphabet only as a word of its own, not inside another.
 */
export function holdsWord(text: string, words: readonly string[]): boolean {
  const read = asRead(text);
  return words.some((word) => contains(read, asRead(word)));
}

const asRead = (text: string): string => folded(text).replace(/\p{Default_Ignorable_Code_Point}/gu, '');

function contains(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!isOneWord(text[at - 1], text[at]) && !isOneWord(text[end - 1], text[end])) return true;
  }
  return false;
}

const alphabetic = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]$/u;

const isOneWord = (left = '', right = ''): boolean => alphabetic.test(left) && alphabetic.test(right);

/** The list of words as it is kept: without spaces around them, each once. Throws InvalidInput. */
export function checkCommentWords(words: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const word of words.map((given) => given.trim()))
    if (word !== '') kept.set(asRead(checkWord(word)), word);
  if (kept.size <= commentWordsMax) return [...kept.values()];
  throw new InvalidInput(
    'words',
    {
      zh: `词表最多 ${commentWordsMax} 个词（现为 ${kept.size}）。`,
      en: `The list can hold at most ${commentWordsMax} words (now ${kept.size}).`,
    },
    commentWordsMax,
  );
}

function checkWord(word: string): string {
  checkText('words', word, { name: { zh: '每个词', en: 'A word' }, min: 1, max: wordCharactersMax });
  if (asRead(word).trim() !== '') return word;
  throw new InvalidInput('words', {
    zh: '词表里有看不见的词。',
    en: 'The list holds a word that cannot be seen.',
  });
}

/** What a report adds to its reason; null when it adds nothing. Throws InvalidInput. */
export const checkReportNote = (note: string | null): string | null =>
  note?.trim()
    ? checkText('note', note, {
        name: { zh: '补充说明', en: 'The note' },
        min: 1,
        max: reportNoteCharactersMax,
        multiline: true,
      })
    : null;
