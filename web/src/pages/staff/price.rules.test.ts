import { expect, test } from '@jest/globals';

import { fenFromYuan, wholeNumber, yuanFromFen } from './price.rules.ts';

test.each([
  ['30', 3000],
  ['29.9', 2990],
  ['29.90', 2990],
  ['0.01', 1],
  ['¥1,200.50', 120050],
  ['３０．５', 3050],
])('%s yuan are %d fen', (typed, fen) => {
  expect(fenFromYuan(typed)).toBe(fen);
});

test.each(['', 'ten', '1.234', '-5', '1e3', '.5'])('"%s" is no amount', (typed) => {
  expect(fenFromYuan(typed)).toBeUndefined();
});

test('an amount goes into the field and comes back the same', () => {
  for (const fen of [1, 10, 99, 100, 2990, 500000]) expect(fenFromYuan(yuanFromFen(fen))).toBe(fen);
});

test('whole numbers may be grouped and full-width, and nothing else passes', () => {
  expect(wholeNumber('1,000')).toBe(1000);
  expect(wholeNumber(' ２０ ')).toBe(20);
  expect(wholeNumber('1.5')).toBeUndefined();
  expect(wholeNumber('')).toBeUndefined();
});
