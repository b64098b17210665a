import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { diffTexts } from './text-diff.ts';

test('tells what went and what came', () => {
  expect(diffTexts('今天开会讨论', '今天开了会，讨论')).toEqual([
    { kind: 'same', text: '今天开' },
    { kind: 'new', text: '了' },
    { kind: 'same', text: '会' },
    { kind: 'new', text: '，' },
    { kind: 'same', text: '讨论' },
  ]);
  expect(diffTexts('a😀b', 'ab')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'gone', text: '😀' },
    { kind: 'same', text: 'b' },
  ]);
});

test('holds both texts, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '中', '😀') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffTexts(before, after);
      const without = (kind: string): string =>
        pieces.map((piece) => (piece.kind === kind ? '' : piece.text)).join('');
      expect(without('new')).toBe(before);
      expect(without('gone')).toBe(after);
    }),
  );
});
