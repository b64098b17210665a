import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawnBy, planDraw, type OpenLot } from './draw.rules.ts';

const lots = fc
  .array(fc.integer({ min: 1, max: 1_000 }), { maxLength: 20 })
  .map((sizes) => sizes.map((remaining, i): OpenLot => ({ id: `lot-${i}`, remaining })));
const amount = fc.integer({ min: 0, max: 25_000 });
const total = (all: readonly OpenLot[]): number => all.reduce((sum, { remaining }) => sum + remaining, 0);

function after(all: readonly OpenLot[], wanted: number): readonly OpenLot[] {
  const taken = new Map(planDraw(all, wanted).map((draw) => [draw.lotId, draw.amount]));
  return all.map((lot) => ({ ...lot, remaining: lot.remaining - (taken.get(lot.id) ?? 0) }));
}

describe('drawing points out of lots', () => {
  test('takes what is wanted, or all there is', () => {
    fc.assert(
      fc.property(lots, amount, (all, wanted) => {
        expect(drawnBy(planDraw(all, wanted))).toBe(Math.min(wanted, total(all)));
      }),
    );
  });

  test('never takes more out of a lot than is left in it, and never nothing', () => {
    fc.assert(
      fc.property(lots, amount, (all, wanted) => {
        for (const draw of planDraw(all, wanted)) {
          expect(draw.amount).toBeGreaterThan(0);
          expect(draw.amount).toBeLessThanOrEqual(all.find(({ id }) => id === draw.lotId)?.remaining ?? 0);
        }
      }),
    );
  });

  test('empties a lot before it touches the next', () => {
    fc.assert(
      fc.property(lots, amount, (all, wanted) => {
        const draws = planDraw(all, wanted);
        expect(draws.map(({ lotId }) => lotId)).toEqual(all.slice(0, draws.length).map(({ id }) => id));
        for (const [i, draw] of draws.slice(0, -1).entries()) expect(draw.amount).toBe(all[i]?.remaining);
      }),
    );
  });

  test('splitting one draw into two leaves the same lots', () => {
    fc.assert(
      fc.property(lots, amount, amount, (all, first, second) => {
        const open = (left: readonly OpenLot[]): readonly OpenLot[] =>
          left.filter(({ remaining }) => remaining > 0);
        expect(open(after(open(after(all, first)), second))).toEqual(open(after(all, first + second)));
      }),
    );
  });
});
