import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { bodyCharactersMax, checkWords, titleCharactersMax } from './announcement.rules.ts';

const faultOf = (words: { title: string; body: string }): unknown => {
  try {
    return checkWords(words);
  } catch (error) {
    return error instanceof InvalidInput ? { field: error.field, limit: error.limit } : error;
  }
};

describe('the words of an announcement', () => {
  test('are kept exactly as they were given', () => {
    const words = { title: ' 停机 <b>公告</b> \u202eabc 👩‍👩‍👧 ', body: '\r\n# x\n\tindented  \n' };
    expect(checkWords(words)).toEqual(words);
  });

  test('may fill their limits, counted as people count characters', () => {
    const words = { title: '😀'.repeat(titleCharactersMax), body: '速'.repeat(bodyCharactersMax) };
    expect(checkWords(words)).toEqual(words);
  });

  test('are refused above their limits, with the field and the limit', () => {
    expect(faultOf({ title: 'x'.repeat(121), body: 'x' })).toEqual({ field: 'title', limit: 120 });
    expect(faultOf({ title: 'x', body: 'x'.repeat(10_001) })).toEqual({ field: 'body', limit: 10_000 });
  });

  test('are needed, both of them', () => {
    expect(faultOf({ title: '  ', body: 'x' })).toEqual({ field: 'title', limit: 1 });
    expect(faultOf({ title: 'x', body: '\n' })).toEqual({ field: 'body', limit: 1 });
  });

  test('have no line breaks in the title and no control characters anywhere', () => {
    expect(faultOf({ title: 'a\nb', body: 'x' })).toEqual({ field: 'title', limit: null });
    expect(faultOf({ title: 'x', body: 'a\u0000b' })).toEqual({ field: 'body', limit: null });
  });
});
