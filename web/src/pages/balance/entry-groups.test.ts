import { expect, test } from '@jest/globals';

import { groupEntries, titleIn, type Entry } from './entry-groups.ts';

const entry = (id: string, change: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'TRANSCRIPTION',
  amount: -1,
  balanceAfter: 10,
  createdAt: '2026-11-21T08:00:00.000Z',
  reason: 'Live typing of “Weekly”, minute 1',
  subjectId: 'meeting',
  ...change,
});

test('the minutes of one meeting in a row are one line with their sum and the newest balance', () => {
  const groups = groupEntries([entry('3', { balanceAfter: 7 }), entry('2'), entry('1')]);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({ key: '1', amount: -3, balanceAfter: 7 });
});

test('another meeting, or anything between, begins a new line', () => {
  const groups = groupEntries([
    entry('4'),
    entry('3', { subjectId: 'other' }),
    entry('2', { kind: 'PURCHASE', subjectId: 'order', amount: 100 }),
    entry('1', { kind: 'PURCHASE', subjectId: 'order', amount: 100 }),
  ]);
  expect(groups.map(({ key }) => key)).toEqual(['4', '3', '2', '1']);
});

test('a title is found in both languages, quotation marks of its own included', () => {
  expect(titleIn('速录《关于《红楼梦》的会》第 3 分钟')).toBe('关于《红楼梦》的会');
  expect(titleIn('Live typing of “Weekly”, minute 1')).toBe('Weekly');
  expect(titleIn('Welcome gift')).toBeUndefined();
});
