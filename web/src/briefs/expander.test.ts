import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { codeKey, type Brief, type BriefMap } from './brief.ts';
import {
  createBriefExpander,
  standardSettings,
  takeBack,
  type BriefExpander,
  type ExpanderSettings,
} from './expander.ts';

const dictionary = (pairs: Readonly<Record<string, string>>): BriefMap =>
  new Map(Object.entries(pairs).map(([code, text]) => [codeKey(code), { code, text, note: '' }]));

const briefs = dictionary({
  zgd: '中国共产党',
  zg: '中国',
  wto: 'world trade organization',
  '2d': '第二十次全国代表大会',
  'TKPWH/-D': 'god',
  t: '的',
  op: '操作',
});

const expanderWith = (settings: Partial<ExpanderSettings> = {}): BriefExpander =>
  createBriefExpander([briefs], { ...standardSettings, ...settings });

/** Types a text key by key, expanding as it goes; `|` is not typed, it marks nothing. */
function typed(keys: string, expand: BriefExpander = expanderWith()): string {
  let line = { text: '', caret: 0 };
  for (const key of keys) {
    line = { text: line.text + key, caret: line.caret + key.length };
    line = expand(line.text, line.caret) ?? line;
  }
  return line.text;
}

describe('a code', () => {
  test.each([
    ['at the beginning, ended by a space that goes', 'zg ', '中国'],
    ['right behind Chinese text', '热爱zg ', '热爱中国'],
    ['ended by Chinese punctuation, which stays', '热爱zg，', '热爱中国，'],
    ['ended by ASCII punctuation', 'zg,', '中国,'],
    ['the longest that ends there', 'zgd ', '中国共产党'],
    ['two after each other', 'zgd 2d ', '中国共产党第二十次全国代表大会'],
    ['Latin text keeps its space', 'the wto is', 'the world trade organization is'],
    ['in full width', 'ｚｇ ', '中国'],
    ['of several strokes', 'TKPWH/-D ', 'god '],
  ])('%s', (_name, keys, wanted) => expect(typed(keys)).toBe(wanted));

  test.each([
    ['in the middle of a word', 'xzg '],
    ['behind a digit', '5zg '],
    ['that is part of a longer word', 'zgx '],
    ['behind an apostrophe', 'don’t '],
    ['behind a straight apostrophe', "don't "],
    ['behind a hyphen', 'co-op '],
    ['of an address', 'a@zg '],
    ['that nobody knows', 'qqq '],
    ['that is not ended', 'zg'],
  ])('%s stays as it is', (_name, keys) => expect(typed(keys)).toBe(keys));

  test('follows the case that it was typed in, unless told not to', () => {
    expect(typed('Wto ')).toBe('World trade organization ');
    expect(typed('WTO ')).toBe('WORLD TRADE ORGANIZATION ');
    expect(typed('WTO ', expanderWith({ letterCase: 'exact' }))).toBe('world trade organization ');
    // The dictionary's own spelling is no shouting.
    expect(typed('TKPWH/-D ')).toBe('god ');
  });

  test('takes or leaves the space as set', () => {
    expect(typed('zg ', expanderWith({ space: 'keep' }))).toBe('中国 ');
    expect(typed('wto ', expanderWith({ space: 'swallow' }))).toBe('world trade organization');
  });

  test('is ended by what is chosen alone', () => {
    const expand = expanderWith({ bySpace: false, byPunctuation: false, trigger: '`' });
    expect(typed('zg ，zg`', expand)).toBe('zg ，中国');
    expect(typed('wto`', expand)).toBe('world trade organization');
  });

  test('is finished by a key that types nothing', () => {
    expect(expanderWith().finish('热爱zg', 4)).toMatchObject({ text: '热爱中国', caret: 4, typed: 'zg' });
    expect(expanderWith().finish('热爱zg ', 5)).toBeNull();
  });

  test('means what the event’s dictionary says before one’s own', () => {
    const expand = createBriefExpander([dictionary({ zg: '张刚' }), briefs]);
    expect(typed('zg ', expand)).toBe('张刚');
    expect(typed('zgd ', expand)).toBe('中国共产党');
  });

  test('is expanded in the middle of a line, and what follows stays', () => {
    expect(expanderWith()('我爱zg 很久', 5)).toMatchObject({ text: '我爱中国很久', caret: 4 });
  });
});

describe('taking an expansion back', () => {
  test('puts the code and what ended it in its place', () => {
    const expansion = expanderWith()('热爱zg ', 5)!;
    expect(takeBack(expansion, expansion)).toEqual({ text: '热爱zg ', caret: 5 });
  });

  test('works after more was typed, and the caret stays where it was', () => {
    const expansion = expanderWith()('wto ', 4)!;
    const line = { text: `${expansion.text}abc`, caret: expansion.text.length + 2 };
    expect(takeBack(expansion, line)).toEqual({ text: 'wto abc', caret: 6 });
  });

  test('is refused once the text was changed', () => {
    const expansion = expanderWith()('zg ', 3)!;
    expect(takeBack(expansion, { text: '中 国', caret: 3 })).toBeNull();
  });

  test('is the exact opposite of expanding, whatever stands around', () => {
    const text = fc.string({ unit: fc.constantFrom(...'zgdwto2 ，,热爱.A-'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const line = { text: before + after, caret: before.length };
        const expansion = expanderWith()(line.text, line.caret);
        if (expansion === null) return;
        expect(expansion.text.endsWith(after)).toBe(true);
        expect(expansion.text.length - expansion.caret).toBe(after.length);
        expect(takeBack(expansion, expansion)).toEqual(line);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('with 20,000 codes in two dictionaries it finds each, and only those', () => {
  const many = (from: number): BriefMap =>
    new Map(
      Array.from({ length: 20_000 }, (_, i): [string, Brief] => {
        const code = `k${(i + from).toString(36)}`;
        return [code, { code, text: `字${i + from}`, note: '' }];
      }),
    );
  const expand = createBriefExpander([many(0), many(20_000)]);
  for (const i of [0, 1, 777, 19_999, 20_000, 39_999])
    expect(typed(`k${i.toString(36)} `, expand)).toBe(`字${i} `);
  expect(typed(`k${(40_000).toString(36)} `, expand)).toBe(`k${(40_000).toString(36)} `);
});
