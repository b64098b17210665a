import { expect, test } from '@jest/globals';

import { rangeBetween } from './range.ts';

const ids = ['a', 'b', 'c', 'd'];

test('a range runs downwards and upwards, both ends included', () => {
  expect(rangeBetween(ids, { from: 'b', to: 'd' })).toEqual(['b', 'c', 'd']);
  expect(rangeBetween(ids, { from: 'd', to: 'b' })).toEqual(['b', 'c', 'd']);
});

test('from what is no longer listed, only the target is meant', () => {
  expect(rangeBetween(ids, { from: 'gone', to: 'c' })).toEqual(['c']);
});
