import { expect, test } from '@jest/globals';

import { isCharacterKey, matchesKeys, type PressedKey } from './keys.ts';

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});

test('a character matches whether or not it takes Shift to type it', () => {
  expect(matchesKeys('?', press('?', { shiftKey: true }))).toBe(true);
  expect(matchesKeys('?', press('/'))).toBe(false);
});

test('modifiers must be held exactly as the table says', () => {
  expect(matchesKeys('Ctrl+J', press('j', { ctrlKey: true }))).toBe(true);
  expect(matchesKeys('Ctrl+J', press('j', { metaKey: true }))).toBe(true);
  expect(matchesKeys('Ctrl+J', press('j'))).toBe(false);
  expect(matchesKeys('Ctrl+J', press('J', { ctrlKey: true, shiftKey: true }))).toBe(false);
});

test('with Alt the place on the keyboard counts, because some systems type another character there', () => {
  expect(matchesKeys('Alt+1', press('¡', { altKey: true, code: 'Digit1' }))).toBe(true);
  expect(matchesKeys('Alt+Shift+H', press('Ó', { altKey: true, shiftKey: true, code: 'KeyH' }))).toBe(true);
});

test('nothing matches while an input method composes', () => {
  expect(matchesKeys('Enter', press('Enter', { isComposing: true }))).toBe(false);
});

test('only a bare character is a character key', () => {
  expect(['?', 'j', 'Enter', 'F8', 'Ctrl+J'].map(isCharacterKey)).toEqual([true, true, false, false, false]);
});
