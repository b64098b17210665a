import { row, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { standingAt, type CouponProblem } from './coupon.rules.ts';
import { ownCoupon } from './coupons.queries.ts';

/** A coupon for an order. */
export interface CouponUse {
  readonly couponId: string;
  readonly memberId: string;
  readonly orderId: string;
  readonly at: Date;
}

/**
 * Takes a coupon for an order that is being made, in one statement: checks whose it is, its state, its time and the
 * cap of its type, counts the use, and changes the state; of two orders that race for it one gets it. Returns why
 * not, or null when it is taken; then it is held until `redeemCoupon` or `releaseCoupon`. Locks coupon, then type.
 */
export async function reserveCoupon(
  unit: Unit,
  { couponId, memberId, orderId, at }: CouponUse,
): Promise<CouponProblem | null> {
  const taken = await row(
    unit.em,
    sql`with held as (
        select id, type_id from coupons
        where id = ${couponId} and member_id = ${memberId} and state in ('ISSUED', 'RELEASED')
          and valid_from <= ${at} and ${at} < valid_until
        for update
      ), counted as (
        update coupon_types t set taken_count = t.taken_count + 1 from held
        where t.id = held.type_id and t.kind not in ('FEE_WAIVER', 'PACK') and (t.cap_total is null or t.taken_count < t.cap_total)
        returning held.id
      )
      update coupons c set state = 'RESERVED', order_id = ${orderId}, changed_at = ${at}
      from counted where c.id = counted.id returning c.id`,
  );
  return taken ? null : await problemWith(unit, { couponId, memberId, orderId, at });
}

async function problemWith(unit: Unit, { couponId, memberId, at }: CouponUse): Promise<CouponProblem> {
  const found = await ownCoupon(unit.em, { memberId, couponId });
  if (!found) return 'VOID';
  const standing = standingAt(found.coupon, at);
  if (standing === 'REDEEMED') return 'USED';
  // What could be used a moment ago and was not taken has met the cap of its type.
  return standing === 'USABLE' ? 'GONE' : standing;
}

interface Moved {
  readonly couponId: string;
  readonly memberId: string;
  readonly typeId: string;
}

/** The order is paid: its coupon is used up. Nothing happens where the order holds none. */
export async function redeemCoupon(
  unit: Unit,
  { orderId, at }: { readonly orderId: string; readonly at: Date },
): Promise<void> {
  const moved = await row(
    unit.em,
    sql<Moved>`update coupons set state = 'REDEEMED', changed_at = ${at} where order_id = ${orderId} and state = 'RESERVED'
      returning id as "couponId", member_id as "memberId", type_id as "typeId"`,
  );
  if (moved) unit.record('couponRedeemed', { ...moved, orderId });
}

/** The order came to nothing: what it held can be used again, as long as its time lasts. Again changes nothing. */
export const releaseCoupon = (
  unit: Unit,
  use: { readonly orderId: string; readonly at: Date },
): Promise<void> => giveBack(unit, { ...use, from: 'RESERVED' });

/** The order was wholly refunded: gives its coupon back where its type says so; else it stays used. */
export async function restoreCoupon(
  unit: Unit,
  use: { readonly orderId: string; readonly at: Date },
): Promise<void> {
  await giveBack(unit, { ...use, from: 'REDEEMED' });
}

async function giveBack(
  unit: Unit,
  {
    orderId,
    at,
    from,
  }: { readonly orderId: string; readonly at: Date; readonly from: 'RESERVED' | 'REDEEMED' },
): Promise<void> {
  const moved = await row(
    unit.em,
    sql<Moved>`with freed as (
        update coupons c set state = 'RELEASED', order_id = null, changed_at = ${at} from coupon_types t
        where c.order_id = ${orderId} and c.state = ${from} and t.id = c.type_id
          and (${from} = 'RESERVED' or t.is_restored_on_refund)
        returning c.id, c.member_id, c.type_id
      )
      update coupon_types t set taken_count = t.taken_count - 1 from freed where t.id = freed.type_id
      returning freed.id as "couponId", freed.member_id as "memberId", freed.type_id as "typeId"`,
  );
  if (moved) unit.record('couponReleased', { ...moved, orderId });
}
