import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isPossible, piecesOf, replacements, type Replacing } from './replacing.ts';

const loose = { with: '新', matchesCase: false, matchesWidth: false };
const strict = { with: '新', matchesCase: true, matchesWidth: true };
const replaced = (text: string, replacing: Replacing): string =>
  piecesOf(text, replacing)
    ?.map((piece) => piece.by ?? piece.text)
    .join('') ?? text;

describe('replacing', () => {
  test.each([
    ['abAB', { ...loose, find: 'AB' }, '新新'],
    ['abAB', { ...strict, find: 'AB' }, 'ab新'],
    ['ＧＤＰ与GDP，ｇｄｐ', { ...loose, find: 'gdp' }, '新与新，新'],
    ['ＧＤＰ与GDP', { ...strict, find: 'GDP' }, 'ＧＤＰ与新'],
    ['全　角', { ...loose, find: '全 角' }, '新'],
    ['aaa', { ...loose, find: 'aa' }, '新a'],
    ['什么也没有', { ...loose, find: '' }, '什么也没有'],
    ['İstanbul i', { ...loose, find: 'I' }, 'İstanbul 新'],
  ] as const)('%s', (text, replacing, wanted) => {
    expect(replaced(text, replacing)).toBe(wanted);
  });

  test('with what was there gives back the text, whatever it is', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (whole, find) => {
        const pieces = piecesOf(whole, { ...loose, find });
        expect(pieces === null ? whole : pieces.map((piece) => piece.text).join('')).toBe(whole);
      }),
    );
  });

  test('leaves out segments that stay as they are, and tells those that cannot be so', () => {
    const segment = { revision: 3, speaker: 'Ann' };
    const all = [
      { ...segment, id: 'a', text: '旧的' },
      { ...segment, id: 'b', text: '别的' },
      { ...segment, id: 'c', text: '旧' },
    ];
    const found = replacements(all, { ...loose, find: '旧', with: '' });
    expect(found.map(({ change }) => change)).toEqual([
      { id: 'a', baseRevision: 3, text: '的', speaker: 'Ann' },
      { id: 'c', baseRevision: 3, text: '', speaker: 'Ann' },
    ]);
    expect(found.map(isPossible)).toEqual([true, false]);
  });
});
