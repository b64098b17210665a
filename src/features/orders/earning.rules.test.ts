import { describe, expect, test } from '@jest/globals';
import { earnedPoints, type Earning } from './earning.rules.ts';

const points = (over: Partial<Earning>): number =>
  earnedPoints({
    amountFen: 10_000,
    pointsPerYuan: 1,
    tierBasisPoints: 10_000,
    others: [],
    combine: 'HIGHEST',
    ...over,
  });

describe('the reward points of a paid order', () => {
  test('M3.1, M2.5: one yuan is 1, 1.2, 1.5 or 2 points by level', () => {
    expect([10_000, 12_000, 15_000, 20_000].map((tierBasisPoints) => points({ tierBasisPoints }))).toEqual([
      100, 120, 150, 200,
    ]);
  });

  test('C1: ten a yuan where the programme says so', () => {
    expect(points({ pointsPerYuan: 10 })).toBe(1_000);
  });

  test('M3.4: member day doubles them; of several the highest, or all of them', () => {
    expect(points({ others: [20_000] })).toBe(200);
    expect(points({ others: [20_000, 15_000] })).toBe(200);
    expect(points({ others: [20_000, 15_000], combine: 'PRODUCT' })).toBe(300);
  });

  test('are rounded half up, once', () => {
    expect([49, 50, 149, 150].map((amountFen) => points({ amountFen }))).toEqual([0, 1, 1, 2]);
    // 1.25 × 1.2 = 1.5, not 1 × 1.2.
    expect(points({ amountFen: 125, tierBasisPoints: 12_000 })).toBe(2);
  });
});
