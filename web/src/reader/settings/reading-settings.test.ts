import { describe, expect, test } from '@jest/globals';

import { projectorStandard, readMode, readSettings, standard, writeSettings } from './reading-settings.ts';

const from = (address: string) => {
  const params = new URLSearchParams(address);
  return readSettings((name) => params.get(name));
};

describe('settings in an address', () => {
  test('are read one by one', () => {
    expect(from('fs=40&theme=yellow-blue&bold=1&lines=3&align=center&delay=12&ls=0.1&cells=32')).toEqual({
      sizePx: 40,
      theme: 'yellow-blue',
      isBold: true,
      lines: '3',
      align: 'center',
      delayS: 12,
      letterSpacingEm: 0.1,
      cells: 32,
    });
  });

  test.each([
    'fs=9999',
    'fs=15',
    'fs=1e1',
    'fs=-20',
    'fs=20px',
    'fs=',
    'theme=neon',
    'theme=constructor',
    'bold=toString',
    'lines=4',
    'delay=61',
    'cells=41',
    'unknown=1',
  ])('are passed over where they are unknown or absurd: %s', (address) => {
    expect(from(address)).toEqual({});
  });

  test('come back the same from the link that was made of them', () => {
    const wanted = { ...projectorStandard, sizePx: 80, isMirrored: true, isBold: false, lines: '2' } as const;
    const link = new URLSearchParams(writeSettings(wanted, projectorStandard).map(([...pair]) => pair));
    expect(link.toString()).toBe('fs=80&mirror=1&lines=2');
    expect({ ...projectorStandard, ...from(link.toString()) }).toEqual(wanted);
  });

  test('are none where all is as usual', () => {
    expect(writeSettings(standard, standard)).toEqual([]);
  });

  test('name a way of reading, else it is the text', () => {
    expect(['projector', 'lines', 'nonsense', ''].map((mode) => readMode(() => mode))).toEqual([
      'projector',
      'lines',
      'text',
      'text',
    ]);
  });
});
