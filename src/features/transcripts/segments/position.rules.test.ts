import { describe, expect, test } from '@jest/globals';
import { isPosition, positionBetween, positionOf } from './position.rules.ts';

/** A small generator that can be run again: the same numbers for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const asBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('positions', () => {
  test('of what is added at the end stand in the order of their numbers', () => {
    const seqs = [1, 2, 9, 10, 99, 100, 12_345, 2_147_483_647];
    expect(seqs.map(positionOf).toSorted(asBytes)).toEqual(seqs.map(positionOf));
  });

  test('between any two neighbours there is another, whatever was put between before', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const below = numbersFrom(seed);
      let seq = 3;
      const positions = [1, 2, 3].map(positionOf);
      for (let step = 0; step < 400; step += 1) {
        const at = below(positions.length);
        const made = positionBetween(positions[at]!, positions[at + 1] ?? null);
        positions.splice(at + 1, 0, made);
        if (step % 10 === 0) positions.push(positionOf((seq += 1 + below(200))));
      }
      expect(positions.every(isPosition)).toBe(true);
      expect(positions.toSorted(asBytes)).toEqual(positions);
      expect(new Set(positions).size).toBe(positions.length);
    }
  });

  test.each([
    ['right behind the same one', (positions: string[]) => 0 * positions.length],
    ['right in front of the same one', (positions: string[]) => positions.length - 2],
  ])('never run out %s, and grow by a digit for each few', (_name, place) => {
    const positions = [positionOf(7), positionOf(8)];
    for (let step = 0; step < 1_000; step += 1) {
      const at = place(positions);
      positions.splice(at + 1, 0, positionBetween(positions[at]!, positions[at + 1]!));
    }
    expect(positions.toSorted(asBytes)).toEqual(positions);
    expect(Math.max(...positions.map(({ length }) => length))).toBeLessThan(10 + 1_000 / 4);
  });

  test('behind the last one leave room for all that is still to come', () => {
    const later = positionBetween(positionBetween(positionOf(7), null), null);
    expect([positionOf(7), later, positionOf(8)].toSorted(asBytes)).toEqual([
      positionOf(7),
      later,
      positionOf(8),
    ]);
  });
});
