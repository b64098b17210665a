import { expect, test } from '@jest/globals';

import type { SegmentWork } from '../live/outbox.ts';
import type { Segment } from '../live/segment-blocks.ts';
import type { Queued } from '../live/send-queue.ts';
import { repairsOf } from './repair.ts';

const segment = (id: string, text: string, revision = 1): Segment =>
  ({ id, text, revision, speaker: null }) as unknown as Segment;
const queued = (entry: SegmentWork): Queued<SegmentWork> => ({ entry }) as unknown as Queued<SegmentWork>;
const append = (segmentId: string, text: string): Queued<SegmentWork> =>
  queued({ kind: 'append', segmentId, text, speaker: 'A', startedMs: null, endedMs: null });
const revise = (segmentId: string, text: string): Queued<SegmentWork> =>
  queued({ kind: 'revise', segmentId, baseRevision: 1, text, speaker: null });
const wrong = { word: '章三', by: '张三' };
const none: ReadonlySet<string> = new Set();

test('every committed segment with the word is put right, on the revision that stands', () => {
  const segments = [segment('a', '章三和章三'), segment('b', '李四'), segment('c', '是章三', 4)];
  expect(repairsOf({ segments, pending: [], untouchable: none }, wrong)).toEqual([
    { base: { id: 'a', revision: 1 }, speaker: null, text: '张三和张三', isUnsent: false },
    { base: { id: 'c', revision: 4 }, speaker: null, text: '是张三', isUnsent: false },
  ]);
});

test('what waits to be sent counts as it will stand', () => {
  const segments = [segment('a', '章三'), segment('b', '旧'), segment('c', '章三'), segment('e', '章三')];
  const change = { id: 'e', baseRevision: 1, text: '张三', speaker: null };
  const pending = [
    queued({ kind: 'many', segmentId: '', actId: 'act', changes: [change] }),
    revise('a', '没有了'),
    revise('b', '新章三'),
    append('d', '章三来了'),
    queued({ kind: 'remove', segmentId: 'c' }),
  ];
  expect(
    repairsOf({ segments, pending, untouchable: none }, wrong).map(({ base, text, isUnsent }) => [
      base.id,
      text,
      isUnsent,
    ]),
  ).toEqual([
    ['b', '新张三', true],
    ['d', '张三来了', true],
  ]);
});

test('what is being corrected by hand, or was taken away, is left alone', () => {
  const segments = [segment('a', '章三'), segment('b', '章三')];
  expect(repairsOf({ segments, pending: [], untouchable: new Set(['a']) }, wrong)).toHaveLength(1);
});
