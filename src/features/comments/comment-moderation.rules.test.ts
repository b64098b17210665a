import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkCommentWords, holdsWord, judgeComment, type CommentGuard } from './comment-moderation.rules.ts';
import { CommenterBanned, CommentsClosed } from './comment-refusal.errors.ts';

describe('a word of the list', () => {
  test.each([
    ['请加微信号', '加微信'],
    ['ＶＩＡＧＲＡ now', 'viagra'],
    ['STRASSE', 'straße'],
    ['加\u200b微\u2060信', '加微信'],
    ['buy viagra!', 'VIAGRA'],
    ['买viagra吧', 'viagra'],
    ['Rat-a-tat: a rat', 'rat'],
  ])('is found in %j: %j', (text, word) => {
    expect(holdsWord(text, ['x y z', word])).toBe(true);
  });

  test.each([
    ['a class apart', 'ass'],
    ['2026', '20'],
    ['微信', '加微信'],
    ['anything', ''],
  ])('is not found in %j: %j', (text, word) => {
    expect(holdsWord(text, word === '' ? [] : [word])).toBe(false);
  });
});

describe('the list', () => {
  const limitOf = (words: readonly string[]): unknown => {
    try {
      return checkCommentWords(words);
    } catch (error) {
      return error instanceof InvalidInput ? error.limit : error;
    }
  };

  test('keeps each word once, without the spaces around it and without empty lines', () => {
    expect(checkCommentWords([' 加微信 ', '', 'Ab', 'ＡＢ'])).toEqual(['加微信', 'ＡＢ']);
  });

  test('holds 200 words of 40 characters, and no more', () => {
    const words = Array.from({ length: 200 }, (_, i) => `${i}`.padStart(40, '字'));
    expect(limitOf(words)).toEqual(words);
    expect(limitOf([...words, 'one more'])).toBe(200);
    expect(limitOf(['字'.repeat(41)])).toBe(40);
    expect(limitOf(['\u200b'])).toBeNull();
  });
});

describe('a comment', () => {
  const guard: CommentGuard = { mode: 'OPEN', words: ['加微信'], isBanned: false, heldCount: 0 };

  test('is posted, waits, or is refused', () => {
    expect(judgeComment(guard, ['hello', null])).toBeNull();
    expect(judgeComment(guard, ['hello', '加微信'])).toBe('WORDS');
    expect(judgeComment({ ...guard, mode: 'REVIEWED' }, ['hello'])).toBe('REVIEW');
    expect(() => judgeComment({ ...guard, mode: 'CLOSED' }, ['hello'])).toThrow(CommentsClosed);
    expect(() => judgeComment({ ...guard, isBanned: true, mode: 'CLOSED' }, ['hello'])).toThrow(
      CommenterBanned,
    );
  });

  test('does not come to wait behind a thousand others; one that need not wait is posted all the same', () => {
    const full = { ...guard, heldCount: 1_000 };
    expect(() => judgeComment(full, ['加微信'])).toThrow(CommentsClosed);
    expect(judgeComment(full, ['hello'])).toBeNull();
  });
});
