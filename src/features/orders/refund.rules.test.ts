import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refundableUntil, refundFen, reversedFor } from './refund.rules.ts';

describe('a refund', () => {
  test('C22: is possible to the end of the seventh day in Shanghai', () => {
    expect(refundableUntil(new Date('2026-11-22T15:59:59.999Z'), 7).toISOString()).toBe(
      '2026-11-29T16:00:00.000Z',
    );
    expect(refundableUntil(new Date('2026-11-22T16:00:00.000Z'), 7).toISOString()).toBe(
      '2026-11-30T16:00:00.000Z',
    );
  });

  test('is the unused points’ share of what was paid, half up; for all of them exactly all', () => {
    const sold = { amountFen: 2_500, points: 60 };
    expect([60, 30, 1, 59].map((unused) => refundFen(sold, unused))).toEqual([2_500, 1_250, 42, 2_458]);
  });

  test('never comes to more than was paid, whatever was sold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat({ max: 100_000 }),
        (amountFen, points, part) => {
          const unused = Math.min(part, points);
          const fen = refundFen({ amountFen, points }, unused);
          expect(fen).toBeLessThanOrEqual(amountFen);
          expect(fen === amountFen || unused < points).toBe(true);
          expect(reversedFor(points, fen, amountFen)).toBeLessThanOrEqual(points);
        },
      ),
    );
  });
});
