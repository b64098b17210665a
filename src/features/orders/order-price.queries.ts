import type { EntityManager } from '@mikro-orm/postgresql';
import { row, sql } from '../../platform/database/sql.ts';
import { standingAt, type CouponProblemCode, type CouponWithType } from '../coupons/index.ts';
import type { PointPlanRow } from './point-plan.entity.ts';
import { priceOf, type Price } from './price.rules.ts';
import { priceStanding, type PriceStanding } from './price-standing.queries.ts';

/** Who would buy what, and when. */
export interface Purchase {
  readonly memberId: string;
  readonly plan: PointPlanRow;
  readonly at: Date;
}

/** All that the prices of one purchase have in common, read once. */
export interface PriceBasis {
  readonly purchase: Purchase;
  readonly standing: PriceStanding;
  readonly isFirstOrder: boolean;
}

/** Reads what a purchase's price is made of. */
export async function priceBasis(em: EntityManager, purchase: Purchase): Promise<PriceBasis> {
  const standing = await priceStanding(em, purchase);
  const other = await row(
    em,
    sql`select 1 from orders where member_id = ${purchase.memberId} and status <> 'CANCELLED' limit 1`,
  );
  return { purchase, standing, isFirstOrder: other === null };
}

/** A price, and why its coupon would not work where it would not. */
export interface Quote {
  readonly price: Price;
  readonly problem: CouponProblemCode | null;
}

/** The price with this coupon or none; the page's preview and the order itself ask the same. */
export function quoteFor(
  { purchase, standing, isFirstOrder }: PriceBasis,
  chosen: CouponWithType | null,
): Quote {
  const parts = { ...standing, listFen: purchase.plan.priceFen, points: null };
  const problem = chosen && couponProblem(chosen, { purchase, isFirstOrder });
  if (!chosen || problem) return { price: priceOf({ ...parts, coupon: null }), problem };
  const price = priceOf({ ...parts, coupon: chosen.type });
  return { price, problem: price.couponMisfit };
}

/** What stands against a coupon whatever the price is. */
function couponProblem(
  { coupon, type }: CouponWithType,
  { purchase, isFirstOrder }: Pick<PriceBasis, 'purchase' | 'isFirstOrder'>,
): CouponProblemCode | null {
  const standing = standingAt(coupon, purchase.at);
  if (standing === 'REDEEMED') return 'USED';
  if (standing !== 'USABLE') return standing;
  if (type.amountFen === null && type.payBasisPoints === null) return 'NOT_FOR_ORDERS';
  if (type.planIds.length > 0 && !type.planIds.includes(purchase.plan.id)) return 'OTHER_PLAN';
  if (type.isFirstOrderOnly && !isFirstOrder) return 'NOT_FIRST_ORDER';
  return type.capTotal !== null && type.takenCount >= type.capTotal ? 'GONE' : null;
}
