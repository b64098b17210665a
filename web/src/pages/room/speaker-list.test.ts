import { expect, test } from '@jest/globals';

import { createLastTwo, movedSpeaker, orderedSpeakers } from './speaker-list.ts';

test('a name is kept once, and no more names than there are digits', () => {
  expect(orderedSpeakers([' Ada ', 'Ben', 'Ada', ''])).toEqual(['Ada', 'Ben']);
  expect(orderedSpeakers(Array.from({ length: 12 }, (_, index) => `S${index}`))).toHaveLength(9);
});

test('a speaker moves a place at a time, and stays at the ends', () => {
  expect(movedSpeaker(['Ada', 'Ben', 'Cy'], 1, -1)).toEqual(['Ben', 'Ada', 'Cy']);
  expect(movedSpeaker(['Ada', 'Ben', 'Cy'], 1, 1)).toEqual(['Ada', 'Cy', 'Ben']);
  expect(movedSpeaker(['Ada', 'Ben'], 0, -1)).toEqual(['Ada', 'Ben']);
  expect(movedSpeaker(['Ada', 'Ben'], 1, 1)).toEqual(['Ada', 'Ben']);
});

test('the key goes to and fro between the last two who spoke', () => {
  const last = createLastTwo();
  expect(last.other('')).toBeUndefined();
  last.note('Ada');
  expect(last.other('Ada')).toBeUndefined();
  last.note('Ben');
  expect(last.other('Ben')).toBe('Ada');
  last.note('Ada');
  expect(last.other('Ada')).toBe('Ben');
  // Between two questions from the floor, the one who spoke last is first.
  expect(last.other('')).toBe('Ada');
  last.note('Cy');
  expect(last.other('Cy')).toBe('Ada');
});
