import { expect, test } from '@jest/globals';

import { guessStrength } from './password-strength.ts';

test('what is short, repeated or a run of keys is weak', () => {
  expect(['short1', 'aaaaaaaaaaaa', '12345678', 'abababab'].map(guessStrength)).toEqual(
    Array(4).fill('weak'),
  );
});

test('length makes a password good, in any script', () => {
  expect(guessStrength('correct horse battery')).toBe('good');
  expect(guessStrength('昨夜雨疏风骤浓睡不消残酒')).toBe('good');
});
