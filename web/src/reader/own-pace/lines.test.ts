import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { lineAt, linesOf, spokenText } from './lines.ts';

const cut = (text: string, cells: number, speaker: string | null = null) =>
  linesOf({ id: 's', speaker, text }, cells).map((line) => line.text);

describe('a segment in lines of fixed length', () => {
  test('breaks at spaces', () => {
    expect(cut('the quick brown fox jumps', 10)).toEqual(['the quick', 'brown fox', 'jumps']);
  });

  test('breaks anywhere between Chinese characters, but not before their punctuation', () => {
    expect(cut('今天我们讨论，明天再说。', 6)).toEqual(['今天我们讨', '论，明天再', '说。']);
  });

  test('cuts a word that is longer than a line', () => {
    expect(cut('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('keeps a character of two units whole', () => {
    expect(cut('😀😀😀', 2)).toEqual(['😀😀', '😀']);
  });

  test('begins with the speaker', () => {
    expect(cut('好', 20, '王主任')).toEqual(['王主任: 好']);
  });

  test('of nothing is no line', () => {
    expect(cut('  ', 20)).toEqual([]);
  });

  test('loses no character, whatever the text, and no line is too long', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '字', '。', '，', '😀', '-'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(texts, fc.constantFrom(1, 2, 20, 32), (text, cells) => {
        const lines = linesOf({ id: 's', speaker: null, text }, cells);
        const spoken = spokenText({ speaker: null, text });
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(spoken.replaceAll(' ', ''));
        for (const line of lines) {
          expect([...line.text].length).toBeLessThanOrEqual(cells);
          expect(spoken.startsWith(line.text, line.start)).toBe(true);
        }
      }),
    );
  });
});

test('after a correction the place is still found, or the nearest one', () => {
  const lines = linesOf({ id: 's', speaker: null, text: 'one two three' }, 5);
  expect(lines.map(({ start }) => start)).toEqual([0, 4, 8]);
  expect([0, 5, 8, 100].map((start) => lineAt(lines, start))).toEqual([0, 1, 2, 2]);
});
