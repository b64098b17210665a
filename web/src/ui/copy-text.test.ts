import { expect, test } from '@jest/globals';

import { copyText } from './copy-text.ts';

function ways({ clipboard, selection }: { clipboard: 'absent' | 'refuses' | 'works'; selection: boolean }) {
  const copied: string[] = [];
  const writeText = async (text: string): Promise<void> => {
    if (clipboard === 'refuses') throw new Error('NotAllowedError');
    copied.push(`clipboard: ${text}`);
  };
  const copySelection = (text: string): boolean => {
    if (selection) copied.push(`selection: ${text}`);
    return selection;
  };
  return { copied, given: { clipboard: clipboard === 'absent' ? undefined : { writeText }, copySelection } };
}

test('the clipboard is written where there is one', async () => {
  const { copied, given } = ways({ clipboard: 'works', selection: true });
  expect(await copyText(given, 'code')).toBe(true);
  expect(copied).toEqual(['clipboard: code']);
});

test.each(['absent', 'refuses'] as const)(
  'a clipboard that %s gives way to a selection',
  async (clipboard) => {
    const { copied, given } = ways({ clipboard, selection: true });
    expect(await copyText(given, 'code')).toBe(true);
    expect(copied).toEqual(['selection: code']);
  },
);

test('where nothing works, that is said', async () => {
  const { given } = ways({ clipboard: 'absent', selection: false });
  expect(await copyText(given, 'code')).toBe(false);
  const throwing = {
    ...given,
    copySelection: () => {
      throw new Error('SecurityError');
    },
  };
  expect(await copyText(throwing, 'code')).toBe(false);
});
