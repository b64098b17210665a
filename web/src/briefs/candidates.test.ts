import { expect, test } from '@jest/globals';

import type { BriefMap } from './brief.ts';
import { createCandidateIndex, lineWith, lookUp } from './candidates.ts';

const glossary: BriefMap = new Map(
  [
    ['zxm', '张晓明', '局长'],
    ['zxf', '张晓芳', ''],
    ['who', '世界卫生组织', 'World Health Organization'],
    ['wt', 'world trade', ''],
  ].map(([code = '', text = '', note = '']) => [code, { code, text, note }]),
);
const candidatesFor = createCandidateIndex(glossary);
const at = (text: string): { text: string; caret: number } => ({ text, caret: text.length });
const textsOf = (line: string): readonly string[] => candidatesFor(at(line)).map(({ brief }) => brief.text);

test('two letters bring the terms whose codes begin with them', () => {
  expect(textsOf('请zx')).toEqual(['张晓明', '张晓芳']);
  expect(candidatesFor(at('请zx'))[0]?.replaces).toBe(2);
  expect(textsOf('请z')).toEqual([]);
});

test('two Chinese characters bring the terms that begin with them, the longest beginning first', () => {
  expect(textsOf('请张晓')).toEqual(['张晓明', '张晓芳']);
  expect(candidatesFor(at('请张晓'))[0]?.replaces).toBe(2);
  expect(textsOf('在世界')).toEqual(['世界卫生组织']);
});

test('a term that stands there whole is no news', () => {
  expect(textsOf('请张晓明')).toEqual([]);
});

test('looking up finds the code itself first, then beginnings, then whatever contains it', () => {
  const codes = (wanted: string): readonly string[] => lookUp([glossary], wanted).map(({ code }) => code);
  expect(codes('wt')).toEqual(['wt']);
  expect(codes('w')).toEqual(['who', 'wt']);
  expect(codes('局长')).toEqual(['zxm']);
  expect(codes('health')).toEqual(['who']);
  expect(codes('')).toHaveLength(4);
  expect(lookUp([glossary], '', 2)).toHaveLength(2);
});

test('the event’s term stands for the code, not one’s own of the same code', () => {
  const own: BriefMap = new Map([['zxm', { code: 'zxm', text: '自行买', note: '' }]]);
  expect(lookUp([glossary, own], 'zxm').map(({ text }) => text)).toEqual(['张晓明']);
});

test('what was offered is put in where it was offered, and nowhere else', () => {
  const offered = at('请zx');
  const [candidate] = candidatesFor(offered);
  if (candidate === undefined) throw new Error('Nothing is offered.');
  const put = (text: string, caret: number, anchor = caret) =>
    lineWith(candidate, offered, { text, caret, anchor });
  expect(put('请zx', 3)).toEqual({ text: '请张晓明', caret: 4 });
  expect(put('请zx', 1)).toBeNull();
  expect(put('请zx', 3, 0)).toBeNull();
  expect(put('请z', 2)).toBeNull();
});
