import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planCharge } from './charge.rules.ts';

const means = fc.record({
  pointsPerMinute: fc.integer({ min: 0, max: 50 }),
  spendable: fc.integer({ min: 0, max: 500 }),
  debtRoom: fc.integer({ min: -20, max: 200 }),
});
const minutes = fc
  .integer({ min: 0, max: 40 })
  .map((count) => Array.from({ length: count }, (_, minute) => minute));

describe('billing started minutes', () => {
  test('uses the balance first, then the debt up to its bound, and waives the rest', () => {
    const charge = planCharge([0, 1, 2, 3, 4], { pointsPerMinute: 1, spendable: 2, debtRoom: 2 });
    expect(charge.bills.map(({ points }) => points)).toEqual([1, 1, 1, 1, 0]);
    expect(charge).toMatchObject({ drawn: 2, owed: 2 });
  });

  test('bills a minute in part where the means end inside it', () => {
    const charge = planCharge([7], { pointsPerMinute: 5, spendable: 2, debtRoom: 1 });
    expect(charge).toEqual({ bills: [{ minute: 7, points: 3 }], drawn: 2, owed: 1 });
  });

  test('bills every minute once, and the bills are what is drawn and owed', () => {
    fc.assert(
      fc.property(minutes, means, (given, has) => {
        const { bills, drawn, owed } = planCharge(given, has);
        expect(bills.map(({ minute }) => minute)).toEqual(given);
        expect(bills.reduce((sum, { points }) => sum + points, 0)).toBe(drawn + owed);
      }),
    );
  });

  test('never draws more than there is, never owes past the bound, never owes while points are left', () => {
    fc.assert(
      fc.property(minutes, means, (given, has) => {
        const { drawn, owed } = planCharge(given, has);
        expect(drawn).toBe(Math.min(has.spendable, given.length * has.pointsPerMinute));
        expect(owed).toBeLessThanOrEqual(Math.max(0, has.debtRoom));
        if (owed > 0) expect(drawn).toBe(has.spendable);
      }),
    );
  });
});
