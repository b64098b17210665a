import { expect, test } from '@jest/globals';

import { readerPath } from './share-code.ts';

test('a code leads to the reader, with or without the spaces of a message', () => {
  expect(readerPath(' AB12 cd34 ')).toBe('/r/AB12cd34');
});

test('a pasted link leads to the same place as its code', () => {
  expect(readerPath('https://house.example/r/AB12cd34?mode=projector')).toBe('/r/AB12cd34');
});

test('what would break out of the path is encoded', () => {
  expect(readerPath('../login?x')).toBe('/r/..%2Flogin%3Fx');
});

test('nothing leads nowhere', () => {
  expect(readerPath('  ')).toBeUndefined();
});
