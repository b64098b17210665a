import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkCommentBody, commentCharactersMax, isEditOpen } from './comment.rules.ts';

const faultOf = (body: string): unknown => {
  try {
    return checkCommentBody(body);
  } catch (error) {
    return error instanceof InvalidInput ? { field: error.field, limit: error.limit } : error;
  }
};

describe('the body of a comment', () => {
  test.each([
    ['<script>alert(1)</script> & "quotes"'],
    [' leading, trailing \n\n\tindented\r\n '],
    ['\u202eabc\u202c \u200fשלום\u200e'],
    ['👩‍👩‍👧‍👦 速录 e\u0301 ﷺ'],
  ])('%j is kept exactly', (body) => {
    expect(checkCommentBody(body)).toBe(body);
  });

  test('has up to 2,000 characters as people count them', () => {
    expect(checkCommentBody('😀'.repeat(commentCharactersMax))).toHaveLength(2 * commentCharactersMax);
    expect(faultOf('😀'.repeat(commentCharactersMax + 1))).toEqual({ field: 'body', limit: 2_000 });
  });

  test('is not empty, nor only spaces', () => {
    expect(faultOf('')).toEqual({ field: 'body', limit: 1 });
    expect(faultOf(' \n\u3000')).toEqual({ field: 'body', limit: 1 });
  });

  test('has no control characters and no broken ones', () => {
    expect(faultOf('a\u0000b')).toEqual({ field: 'body', limit: null });
    expect(faultOf('a\u001bb')).toEqual({ field: 'body', limit: null });
    expect(faultOf('a\ud800b')).toEqual({ field: 'body', limit: null });
  });
});

describe('the edit window', () => {
  const createdAt = new Date('2026-11-21T08:00:00.000Z');
  const isOpenAt = (now: string, windowMinutes = 15): boolean =>
    isEditOpen({ createdAt }, { now: new Date(now), windowMinutes });

  test('is open to its last moment and closed after it', () => {
    expect(isOpenAt('2026-11-21T08:00:00.000Z')).toBe(true);
    expect(isOpenAt('2026-11-21T08:15:00.000Z')).toBe(true);
    expect(isOpenAt('2026-11-21T08:15:00.001Z')).toBe(false);
  });

  test('is as long as the configuration says', () => {
    expect(isOpenAt('2026-11-21T08:30:00.000Z', 30)).toBe(true);
    expect(isOpenAt('2026-11-21T08:00:00.001Z', 0)).toBe(false);
  });
});
