import { expect, test } from '@jest/globals';

import { firstSettings, readSettings, readTags } from './typing-settings.ts';

test('settings come back as they were kept', () => {
  const settings = { holdBack: { unit: 'words', count: 3 }, isAtEnd: false, tags: ['(cough)'] };
  expect(readSettings(JSON.stringify(settings))).toEqual(settings);
});

test('what makes no sense is the default, and the rest stands', () => {
  expect(readSettings(null)).toEqual(firstSettings);
  expect(readSettings('{')).toEqual(firstSettings);
  expect(readSettings('null')).toEqual(firstSettings);
  const odd = { holdBack: { unit: 'years', count: 1 }, isAtEnd: false, tags: 'x' };
  expect(readSettings(JSON.stringify(odd))).toEqual({ ...firstSettings, isAtEnd: false });
  for (const count of [0, -1, 1.5, '3', null]) {
    const read = readSettings(JSON.stringify({ holdBack: { unit: 'seconds', count } }));
    expect(read.holdBack.unit).toBe('none');
  }
});

test('there are as many tags as digits, and none is empty', () => {
  const lines = Array.from({ length: 12 }, (_, index) => ` tag ${index} `);
  expect(readTags(['', '  ', ...lines])).toEqual(Array.from({ length: 9 }, (_, index) => `tag ${index}`));
});
