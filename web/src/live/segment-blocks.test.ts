import { describe, expect, test } from '@jest/globals';

import { blockSegmentsMax, putSegment, toBlocks, toSegments, type SegmentBlocks } from './segment-blocks.ts';
import { aSegment } from './testing/room.fixture.ts';

describe('blocks of segments', () => {
  test('stay short, however much is put between two segments', () => {
    const ends = toBlocks([aSegment(1), aSegment(2)]);
    const digits = [...'123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
    const put = digits.flatMap((a) => digits.slice(0, 6).map((b) => `${aSegment(1).position}${a}${b}`));
    const blocks = put.reduceRight<SegmentBlocks>(
      (standing, position, index) => putSegment(standing, { ...aSegment(index + 10), position }),
      ends,
    );
    const positions = toSegments(blocks).map(({ position }) => position);
    expect(positions).toHaveLength(put.length + 2);
    expect(positions).toEqual(positions.toSorted());
    expect(Math.max(...blocks.map(({ segments }) => segments.length))).toBeLessThanOrEqual(
      2 * blockSegmentsMax,
    );
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
  });
});
