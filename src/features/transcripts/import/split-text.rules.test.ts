import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitText } from './split-text.rules.ts';

describe('splitting a long text', () => {
  test('leaves a text that fits alone, counted in code points', () => {
    expect(splitText('😀😀😀', 3)).toEqual(['😀😀😀']);
  });

  test('cuts behind the last sentence that fits, its quotes and its space', () => {
    expect(splitText('One. He said “Two.” Three three three.', 24)).toEqual([
      'One. He said “Two.” ',
      'Three three three.',
    ]);
    expect(splitText('他说：“好。”然后走了。没有人知道。', 12)).toEqual([
      '他说：“好。”然后走了。',
      '没有人知道。',
    ]);
  });

  test('does not take a decimal point or an address for the end of a sentence', () => {
    expect(splitText('Pay 1.5 at example.org now', 16)).toEqual(['Pay 1.5 at ', 'example.org now']);
  });

  test('cuts inside a word only when there is nothing better, and never inside an accent or a joined emoji', () => {
    expect(splitText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(splitText('ae\u0301ae\u0301', 4)).toEqual(['ae\u0301a', 'e\u0301']);
    expect(splitText('ab👩‍👧c', 4)).toEqual(['ab', '👩‍👧c']);
  });

  test('makes no piece of white space alone', () => {
    expect(splitText('abcdef   ', 6)).toEqual(['abcde', 'f   ']);
  });

  test('loses no character and passes no limit', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('a', '好', '。', '. ', ' ', '”', '😀', '\u200d', '\u0301', '\n'), {
          maxLength: 300,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (source, max) => {
        const pieces = splitText(source, max);
        expect(pieces.join('')).toBe(source);
        expect(Math.max(...pieces.map((piece) => [...piece].length))).toBeLessThanOrEqual(max);
        expect(source === '' || !pieces.includes('')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
