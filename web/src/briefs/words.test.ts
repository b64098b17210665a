import { describe, expect, test } from '@jest/globals';

import { lastWordOf, replaceWord, suggestedCode, unknownCodeIn } from './words.ts';

const lastOf = (text: string): string | null => {
  const found = lastWordOf({ text, caret: text.length });
  return found && text.slice(found.start, found.end);
};
const unknownIn = (text: string): string | null => unknownCodeIn({ text, caret: text.length });

describe('the last word', () => {
  test.each([
    ['the end', 'end'],
    ['the end. ', 'end'],
    ['热爱zgd', 'zgd'],
    ['热爱zgd，', 'zgd'],
    ['我们热爱中国', '中国'],
    ['我们热爱中国。', '中国'],
    ['don’t', 'don’t'],
  ])('of %j', (text, word) => expect(lastOf(text)).toBe(word));

  test('is none where nothing was typed', () => {
    expect(lastOf('')).toBeNull();
    expect(lastOf(' 。')).toBeNull();
  });

  test('is looked for before the caret', () => {
    expect(lastWordOf({ text: 'one two', caret: 3 })).toEqual({ start: 0, end: 3 });
  });
});

describe('an unknown code', () => {
  test.each([
    ['热爱zgd', 'zgd'],
    ['热爱hao', 'hao'],
    ['said wtq', 'wtq'],
    ['said k2', 'k2'],
  ])('is seen at the end of %j', (text, code) => expect(unknownIn(text)).toBe(code));

  test.each([['said hello'], ['don’t'], ['a@zgd'], ['热爱transcript'], ['第2'], [''], ['zgd ']])(
    'is not seen at the end of %j',
    (text) => expect(unknownIn(text)).toBeNull(),
  );
});

describe('putting a word right everywhere', () => {
  test('counts what it changed, as often as it stands there', () => {
    expect(replaceWord('章三和章三', { word: '章三', by: '张三' })).toEqual({ text: '张三和张三', count: 2 });
  });

  test('leaves a Latin word alone that is part of another', () => {
    expect(replaceWord('he the he.', { word: 'he', by: 'she' })).toEqual({ text: 'she the she.', count: 2 });
    expect(replaceWord('用zgd，zgdx', { word: 'zgd', by: '中国' })).toEqual({
      text: '用中国，zgdx',
      count: 1,
    });
  });

  test('takes the word by its letters, whatever they mean elsewhere', () => {
    expect(replaceWord('a+b (a+b) aab', { word: 'a+b', by: '$&' })).toEqual({
      text: '$& ($&) aab',
      count: 2,
    });
    expect(replaceWord('x', { word: 'x', by: 'x' }).count).toBe(0);
    expect(replaceWord('x', { word: '', by: 'y' }).count).toBe(0);
  });
});

test.each([
  ['张晓明', 'zxm'],
  ['中国共产党', 'zggcd'],
  ['阿里巴巴', 'albb'],
  ['World Health Organization', 'who'],
  ['第5代GPT', 'd5dg'],
  ['——', ''],
])('%s suggests the code %j', (text, code) => expect(suggestedCode(text)).toBe(code));
