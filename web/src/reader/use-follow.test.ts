import { expect, test } from '@jest/globals';

import { putSegment, toBlocks } from '../live/segment-blocks.ts';
import { aSegment } from '../live/testing/room.fixture.ts';
import { countAfter, newestPosition } from './use-follow.ts';

test('what is new stands after what a reader left; a segment split above it is no news', () => {
  const left = toBlocks([aSegment(1), aSegment(2)]);
  const split = putSegment(left, { ...aSegment(3), position: `${aSegment(1).position}V` });
  expect(countAfter(split, newestPosition(left))).toBe(0);
  expect(countAfter(putSegment(split, aSegment(4)), newestPosition(left))).toBe(1);
  expect(countAfter(left, newestPosition([]))).toBe(2);
});
