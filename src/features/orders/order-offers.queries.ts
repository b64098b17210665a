import type { Context } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { ownCoupon, usableCoupons, type CouponProblemCode, type CouponRow } from '../coupons/index.ts';
import { priceBasis, quoteFor } from './order-price.queries.ts';
import { findPlan } from './orders.queries.ts';
import type { PriceLine } from './price.rules.ts';

/** A coupon beside a price. */
export interface OfferedCoupon {
  readonly coupon: CouponRow;
  readonly totalFen: number;
  readonly savedFen: number;
  readonly problem: CouponProblemCode | null;
}

/** A price before it is ordered. */
export interface OfferedPrice {
  readonly listFen: number;
  readonly totalFen: number;
  readonly lines: readonly PriceLine[];
  readonly coupons: readonly OfferedCoupon[];
  readonly bestCouponId: string | null;
}

/** Whose price, for what, with which coupon or none. */
export interface PriceWish {
  readonly memberId: string;
  readonly planId: string;
  readonly couponId: string | null;
}

/**
 * What a plan would cost the member now, and what each of their coupons would make of it. The order asks the same
 * function, so it costs what was shown unless something changed in between. Null for a plan that is not on sale.
 * Throws NOT_FOUND for a coupon that is not theirs.
 */
export async function orderPrice(
  ctx: Context,
  { memberId, planId, couponId }: PriceWish,
): Promise<OfferedPrice | null> {
  const plan = await findPlan(ctx, planId);
  if (!plan?.isOnSale) return null;
  const at = ctx.clock.now();
  const chosen = couponId === null ? null : await ownCoupon(ctx.em, { memberId, couponId });
  if (couponId !== null && !chosen) throw notFound();
  const basis = await priceBasis(ctx.em, { memberId, plan, at });
  const { price } = quoteFor(basis, chosen);
  const plainFen = quoteFor(basis, null).price.totalFen;
  const held = await usableCoupons(ctx.em, { memberId, at });
  const coupons = held
    .map((each) => {
      const { price: with_, problem } = quoteFor(basis, each);
      return { coupon: each.coupon, totalFen: with_.totalFen, savedFen: plainFen - with_.totalFen, problem };
    })
    .toSorted((a, b) => Number(a.problem !== null) - Number(b.problem !== null) || a.totalFen - b.totalFen);
  const best = coupons.find(({ problem }) => problem === null);
  return {
    listFen: plan.priceFen,
    totalFen: price.totalFen,
    lines: price.lines,
    coupons,
    bestCouponId: best?.coupon.id ?? null,
  };
}
