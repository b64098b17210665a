import { expect, test } from '@jest/globals';

import { putComment, type Comment, type Threads } from '../live/comment-threads.ts';
import { aComment } from '../live/testing/room.fixture.ts';
import { marksOf } from './comment-marks.ts';

const on = (seq: number, segmentId: string | null, more: Partial<Comment> = {}): Comment => ({
  ...aComment(seq),
  viewerCanEdit: false,
  viewerIsAuthor: false,
  segmentId,
  ...more,
});
const threadsOf = (...comments: readonly Comment[]): Threads => comments.reduce<Threads>(putComment, []);
const counted = {
  counts: new Map([
    ['a', 2],
    ['b', 1],
  ]),
  seq: 10,
};

test('a passage is marked with what the server counted, and what came after it, each once', () => {
  const threads = threadsOf(
    on(9, 'a'),
    on(11, 'a'),
    on(12, 'c'),
    on(13, null),
    on(14, 'c', { parentId: 'comment-12' }),
  );
  expect([...marksOf(counted, threads, new Set(['comment-9']))]).toEqual([
    ['a', 3],
    ['b', 1],
    ['c', 2],
  ]);
});

test('what is removed is counted no longer, also when it had been removed before it was counted', () => {
  const gone = { isRemoved: true };
  const threads = threadsOf(on(8, 'a', gone), on(9, 'b', gone), on(11, 'c', gone));
  expect([...marksOf(counted, threads, new Set(['comment-9']))]).toEqual([['a', 2]]);
});
