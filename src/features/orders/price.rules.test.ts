import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { priceOf, whole, type CouponTerms, type PriceParts } from './price.rules.ts';

const coupon = (over: Partial<CouponTerms> = {}): CouponTerms => ({
  name: '满减券',
  amountFen: 500,
  payBasisPoints: null,
  maxOffFen: null,
  minSpendFen: 0,
  stacksWithTier: true,
  stacksWithCampaign: true,
  stacksWithPoints: true,
  ...over,
});
const parts = (over: Partial<PriceParts> = {}): PriceParts => ({
  listFen: 10_000,
  tier: null,
  campaigns: [],
  coupon: null,
  points: null,
  floorFen: 1,
  ...over,
});
const gold = { name: { zh: '金卡', en: 'Gold' }, payBasisPoints: 8_500 };
const memberDay = { name: { zh: '会员日', en: 'Member day' }, payBasisPoints: 9_000 };
const steps = (price: ReturnType<typeof priceOf>): readonly unknown[] =>
  price.lines.map(({ kind, amountFen, afterFen }) => [kind, amountFen, afterFen]);

describe('a price (C20)', () => {
  test('is the list price where nothing changes it', () => {
    expect(priceOf(parts())).toMatchObject({ totalFen: 10_000, pointsUsed: 0, couponMisfit: null });
  });

  test('goes by tier, campaign, coupon and points, in this order, each on its line', () => {
    const price = priceOf(
      parts({
        tier: gold,
        campaigns: [{ ...memberDay, stacking: 'STACKABLE' }],
        coupon: coupon(),
        points: { wanted: 10_000, perYuan: 100, shareMaxBasisPoints: 5_000 },
      }),
    );
    expect(steps(price)).toEqual([
      ['LIST', 10_000, 10_000],
      ['TIER', -1_500, 8_500],
      ['CAMPAIGN', -850, 7_650],
      ['COUPON', -500, 7_150],
      ['POINTS', -3_575, 3_575],
    ]);
    expect(price.pointsUsed).toBe(3_575);
  });

  test('M2.4: silver pays 90 %, gold 85 %, diamond 80 %, rounded half up once', () => {
    const paid = (payBasisPoints: number): number =>
      priceOf(parts({ listFen: 333, tier: { ...gold, payBasisPoints } })).totalFen;
    // 33.3 → 33, 49.95 → 50, 66.6 → 67 off.
    expect([9_000, 8_500, 8_000].map(paid)).toEqual([300, 283, 266]);
  });

  test('M6.1: a percentage coupon is bounded by its most', () => {
    const share = coupon({ amountFen: null, payBasisPoints: 7_000 });
    expect(priceOf(parts({ coupon: share })).totalFen).toBe(7_000);
    expect(priceOf(parts({ coupon: { ...share, maxOffFen: 1_000 } })).totalFen).toBe(9_000);
  });

  test('M6.3: a coupon asks for its minimum after the tier’s price, to the fen', () => {
    const at = (minSpendFen: number) => priceOf(parts({ tier: gold, coupon: coupon({ minSpendFen }) }));
    expect(at(8_500)).toMatchObject({ totalFen: 8_000, couponMisfit: null });
    expect(at(8_501)).toMatchObject({ totalFen: 8_500, couponMisfit: 'BELOW_MINIMUM' });
  });

  test('M6.3: a coupon that does not go with a tier’s price is taken off the list price, if that is less', () => {
    const alone = (amountFen: number) =>
      priceOf(parts({ tier: gold, coupon: coupon({ amountFen, stacksWithTier: false }) }));
    expect(steps(alone(2_000))).toEqual([
      ['LIST', 10_000, 10_000],
      ['COUPON', -2_000, 8_000],
    ]);
    expect(alone(1_500)).toMatchObject({ totalFen: 8_500, couponMisfit: 'NOT_CHEAPER' });
  });

  test('M6.3: a coupon that does not go with points leaves them with the buyer', () => {
    const points = { wanted: 100, perYuan: 100, shareMaxBasisPoints: 5_000 };
    expect(priceOf(parts({ points, coupon: coupon({ stacksWithPoints: false }) }))).toMatchObject({
      totalFen: 9_500,
      pointsUsed: 0,
    });
  });

  test('an exclusive campaign stands alone, and only where the buyer pays less', () => {
    const exclusive = (payBasisPoints: number) =>
      priceOf(
        parts({
          tier: gold,
          coupon: coupon(),
          campaigns: [{ ...memberDay, payBasisPoints, stacking: 'EXCLUSIVE' }],
        }),
      );
    expect(exclusive(7_000)).toMatchObject({ totalFen: 7_000, couponMisfit: 'CAMPAIGN_EXCLUSIVE' });
    expect(exclusive(9_000)).toMatchObject({ totalFen: 8_000, couponMisfit: null });
  });

  test('never falls below one fen', () => {
    const price = priceOf(
      parts({
        listFen: 3,
        coupon: coupon({ amountFen: 500 }),
        points: { wanted: 9, perYuan: 100, shareMaxBasisPoints: whole },
      }),
    );
    expect(price).toMatchObject({ totalFen: 1, pointsUsed: 0 });
  });

  test.each([0, -1, 1.5, 2 ** 31, 2 ** 53, 2 ** 63, Number.NaN, Number.POSITIVE_INFINITY])(
    'cannot be made of a list price of %d',
    (listFen) => {
      expect(() => priceOf(parts({ listFen }))).toThrow(RangeError);
    },
  );
});

const share = fc.integer({ min: 1, max: whole });
const anyCoupon = fc
  .record({
    amountFen: fc.option(fc.integer({ min: 1, max: 500_000 })),
    payBasisPoints: share,
    maxOffFen: fc.option(fc.integer({ min: 1, max: 500_000 })),
    minSpendFen: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500_000 })),
    stacksWithTier: fc.boolean(),
    stacksWithCampaign: fc.boolean(),
    stacksWithPoints: fc.boolean(),
  })
  .map(({ payBasisPoints, ...rest }) =>
    coupon({ ...rest, payBasisPoints: rest.amountFen === null ? payBasisPoints : null }),
  );
const anyParts: fc.Arbitrary<PriceParts> = fc.record({
  listFen: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 500_000 })),
  tier: fc.option(share.map((payBasisPoints) => ({ ...gold, payBasisPoints }))),
  campaigns: fc.array(
    fc.record({
      name: fc.constant(memberDay.name),
      payBasisPoints: share,
      stacking: fc.constantFrom('EXCLUSIVE', 'STACKABLE'),
    }),
    { maxLength: 3 },
  ),
  coupon: fc.option(anyCoupon),
  floorFen: fc.constantFrom(1, 1, 100),
  points: fc.option(
    fc.record({
      wanted: fc.integer({ min: 0, max: 600_000 }),
      perYuan: fc.integer({ min: 1, max: 1_000 }),
      shareMaxBasisPoints: fc.integer({ min: 0, max: whole }),
    }),
  ),
});
const always = (law: (given: PriceParts) => void): void =>
  fc.assert(fc.property(anyParts, law), { numRuns: 5_000 });

describe('whatever a price is made of', () => {
  test('its lines sum to it, each from where the last one stopped', () => {
    always((given) => {
      const { lines, totalFen } = priceOf(given);
      expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(totalFen);
      lines.reduce((left, { amountFen, afterFen }) => {
        expect(afterFen).toBe(left + amountFen);
        return afterFen;
      }, 0);
    });
  });

  test('it lies between the floor and the list price, in whole fen', () => {
    always((given) => {
      const { totalFen, lines } = priceOf(given);
      expect(Number.isSafeInteger(totalFen)).toBe(true);
      expect(totalFen).toBeGreaterThanOrEqual(Math.min(given.floorFen, given.listFen));
      expect(totalFen).toBeLessThanOrEqual(given.listFen);
      expect(lines[0]).toMatchObject({ kind: 'LIST', amountFen: given.listFen });
    });
  });

  test('a coupon never makes it dearer before points, and where it does not help it is left alone', () => {
    always((given) => {
      const [with_, without] = [
        priceOf({ ...given, points: null }),
        priceOf({ ...given, points: null, coupon: null }),
      ];
      const isUsed = with_.lines.some(({ kind }) => kind === 'COUPON');
      expect(isUsed).toBe(given.coupon !== null && with_.couponMisfit === null);
      if (isUsed) expect(with_.totalFen).toBeLessThan(without.totalFen);
      else expect(with_.totalFen).toBe(without.totalFen);
    });
  });

  test('a better tier and more points never make it dearer', () => {
    always((given) => {
      const { tier, points } = given;
      const plain = { ...given, coupon: null };
      if (tier) {
        const better = { ...tier, payBasisPoints: Math.max(1, tier.payBasisPoints - 100) };
        expect(priceOf({ ...plain, points: null, tier: better }).totalFen).toBeLessThanOrEqual(
          priceOf({ ...plain, points: null }).totalFen,
        );
      }
      if (points) {
        const more = { ...points, wanted: points.wanted + 1 };
        expect(priceOf({ ...given, points: more }).totalFen).toBeLessThanOrEqual(priceOf(given).totalFen);
      }
    });
  });

  test('without a minimum, what costs more on the list never costs less', () => {
    always((given) => {
      const coupon_ = given.coupon && { ...given.coupon, minSpendFen: 0 };
      const at = (listFen: number): number =>
        priceOf({ ...given, listFen, coupon: coupon_, points: null }).totalFen;
      expect(at(given.listFen + 1)).toBeGreaterThanOrEqual(at(given.listFen));
    });
  });

  test('points pay for their share at the most, and only for whole points', () => {
    always((given) => {
      const { lines, pointsUsed } = priceOf(given);
      const line = lines.find(({ kind }) => kind === 'POINTS');
      if (!line || !given.points) return expect(pointsUsed).toBe(0);
      expect(-line.amountFen).toBe(Math.floor((pointsUsed * 100) / given.points.perYuan));
      expect(Math.floor(((pointsUsed - 1) * 100) / given.points.perYuan)).toBeLessThan(-line.amountFen);
      expect(pointsUsed).toBeLessThanOrEqual(given.points.wanted);
      expect(-line.amountFen * whole).toBeLessThanOrEqual(
        (line.afterFen - line.amountFen) * given.points.shareMaxBasisPoints,
      );
    });
  });
});
