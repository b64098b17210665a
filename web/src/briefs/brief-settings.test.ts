import { expect, test } from '@jest/globals';

import { firstSettings, keepSettings, readSettings } from './brief-settings.ts';

const storageWith = (text: string | null): { getItem: () => string | null } => ({ getItem: () => text });

test('what was kept is read again', () => {
  const kept = { text: '' };
  const wanted = {
    ...firstSettings,
    isOn: false,
    trigger: '`',
    space: 'keep',
    hasStrip: true,
    keepsIn: 'own',
  } as const;
  keepSettings({ setItem: (_key, text) => void (kept.text = text) }, wanted);
  expect(readSettings(storageWith(kept.text))).toEqual(wanted);
});

test.each([
  [null],
  ['nonsense'],
  ['{"space":"sideways","trigger":"abc","isOn":"yes","letterCase":7,"keepsIn":"attic"}'],
  ['null'],
])('%j is as at first', (text) => expect(readSettings(storageWith(text))).toEqual(firstSettings));

test('a storage that is full or forbidden stops nobody', () => {
  const full = {
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => keepSettings(full, firstSettings)).not.toThrow();
});
