import { describe, expect, test } from '@jest/globals';

import type { SegmentWork } from '../../live/outbox.ts';
import { standingCorrections, type StandingCorrections } from './standing-corrections.ts';

const revise: SegmentWork = {
  kind: 'revise',
  segmentId: 'a',
  text: 'better',
  speaker: 'Ada',
  baseRevision: 1,
};
const atRevision =
  (revision: number) =>
  (id: string): number | undefined =>
    id === 'a' ? revision : undefined;
const underWay = (): StandingCorrections =>
  standingCorrections(new Map(), [{ entry: revise, problem: null }], atRevision(1));

describe('a correction of a committed segment', () => {
  test('reads as corrected, and unsent, as soon as it is made', () => {
    expect(underWay().get('a')).toEqual({
      text: 'better',
      speaker: 'Ada',
      baseRevision: 1,
      isUnsent: true,
    });
  });

  test('keeps its words after the answer until the feed has the newer revision', () => {
    const answered = standingCorrections(underWay(), [], atRevision(1));
    expect(answered.get('a')).toMatchObject({ text: 'better', isUnsent: false });
    expect(standingCorrections(answered, [], atRevision(2)).size).toBe(0);
  });

  test('gives way to what stands when it is in conflict', () => {
    const conflict = [{ entry: revise, problem: { message: 'conflict' } }];
    expect(standingCorrections(underWay(), conflict, atRevision(2)).size).toBe(0);
  });

  test('goes with its segment', () => {
    expect(standingCorrections(underWay(), [], () => undefined).size).toBe(0);
  });
});
