import { describe, expect, test } from '@jest/globals';

import { figuresIn, fillIn, toggled, write, written, type Figure, type Sections } from './draft.ts';

const figure = (key: string, value: string): Figure => ({
  key,
  value,
  kind: 'WHOLE',
  label: key,
  options: [],
});
const sections: Sections = [
  {
    id: 'one',
    title: 'One',
    rules: [
      {
        switch: figure('a.isOn', 'true'),
        parts: [
          { words: 'after ', figure: null },
          { words: '', figure: figure('a.days', '7') },
        ],
      },
    ],
  },
];
const figures = figuresIn(sections);

describe('a draft of the rules', () => {
  test('holds what is different, and nothing else', () => {
    const draft = write(new Map(), figures.get('a.days')!, '8');
    expect(written(draft)).toEqual([{ key: 'a.days', value: '8' }]);
    expect(written(write(draft, figures.get('a.days')!, '7'))).toEqual([]);
  });

  test('takes a preset over what was written, and leaves out what it does not know', () => {
    const draft = write(new Map(), figures.get('a.days')!, '8');
    const preset = [
      { key: 'a.isOn', value: 'false' },
      { key: 'a.days', value: '7' },
      { key: 'b', value: '1' },
    ];
    expect(written(fillIn(draft, figures, preset))).toEqual([{ key: 'a.isOn', value: 'false' }]);
  });

  test('puts options in their own order', () => {
    const options = ['MON', 'TUE', 'WED'].map((value) => ({ value, name: value }));
    expect(toggled({ options }, 'WED', 'MON')).toBe('MON,WED');
    expect(toggled({ options }, 'MON,WED', 'MON')).toBe('WED');
    expect(toggled({ options }, '', 'TUE')).toBe('TUE');
  });
});
