import { v7 } from 'uuid';
import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { checkInteger, checkText } from '../../platform/text/text.rules.ts';
import type { Text } from '../../platform/text/text.ts';
import { restoreCoupon } from '../coupons/index.ts';
import { answerOnce, restoreSpend, reverseIssue } from '../ledger/index.ts';
import { configOn } from '../programme/index.ts';
import { OrderEntity, type OrderRow } from './order.entity.ts';
import { OrderNotRefundable } from './order.errors.ts';
import { pointsMax } from './order.rules.ts';
import { lockOrder } from './order-lock.queries.ts';
import { ordersByIds } from './orders.queries.ts';
import { refundableUntil, refundFen, reversedFor } from './refund.rules.ts';

export interface RefundOrder {
  readonly orderId: string;
  /** So many of its unused points; null: all that are unused. */
  readonly points: number | null;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Refunds the unused part of a paid order, or so many points of it, once and within the window (C22): takes back the
 * points with their share of the money, of the reward points that it earned what was spent becomes debt, and where
 * the whole order is refunded the reward points and the coupon that it was paid with go back. The money itself is
 * sent by staff. Throws FORBIDDEN, NOT_FOUND, InvalidInput, IdempotencyConflict, OrderNotRefundable.
 */
export async function refundOrder(ctx: Context, input: RefundOrder): Promise<OrderRow> {
  const staff = requireOperator(ctx);
  const { orderId, points, idempotencyKey } = input;
  const reason = checkText('reason', input.reason.trim(), reasonRule);
  if (points !== null) checkInteger('points', points, pointsRule);
  const request = { operation: 'refundOrder', orderId, points, reason };
  const { answer } = await answerOnce(
    ctx,
    { actor: staff.id, key: idempotencyKey, request },
    async (unit) => {
      const order = await lockOrder(unit, orderId);
      if (!order) throw notFound();
      const at = ctx.clock.now();
      await refuse(unit, order, at);
      await refund(unit, order, { at, points, reason, staffId: staff.id });
      return { orderId: order.id };
    },
  );
  const [order] = await ordersByIds(ctx, [answer.orderId]);
  if (!order) throw notFound();
  return order;
}

const reasonRule = { name: { zh: '退款原因', en: 'The reason' }, min: 1, max: 200 };
const pointsRule = { name: { zh: '退回卡点', en: 'The number of points' }, min: 1, max: pointsMax };

async function refuse(unit: Unit, order: OrderRow, at: Date): Promise<void> {
  const { completedAt } = order;
  if (order.status !== 'COMPLETED' || !completedAt) throw new OrderNotRefundable('NOT_PAID');
  if (order.refundedPoints > 0) throw new OrderNotRefundable('REFUNDED_ALREADY');
  const { rules } = await configOn(unit.em, at);
  if (at >= refundableUntil(completedAt, rules.refund.windowDays))
    throw new OrderNotRefundable('WINDOW_CLOSED');
}

interface Refund {
  readonly at: Date;
  readonly points: number | null;
  readonly reason: string;
  readonly staffId: string;
}

/** Everything or nothing: what is thrown here undoes what was taken back. */
async function refund(unit: Unit, order: OrderRow, { at, points, reason, staffId }: Refund): Promise<void> {
  const why: Text = { zh: `订单 ${order.reference} 退款`, en: `Refund of order ${order.reference}` };
  const reversed = await reverseIssue(unit, {
    name: `order:${order.id}`,
    reason: why,
    ...(points === null ? {} : { pointsMax: points }),
  });
  const taken = reversed?.taken ?? 0;
  if (taken === 0) throw new OrderNotRefundable('NOTHING_UNUSED');
  if (points !== null && taken < points) throw new OrderNotRefundable('TOO_MANY_POINTS');
  const isWhole = taken === order.points;
  const amountFen = refundFen(order, taken);
  const reversedPoints = await takeEarnedBack(unit, order, { amountFen, why });
  if (isWhole) {
    await restoreCoupon(unit, { orderId: order.id, at });
    if (order.rewardPoints > 0) await restoreSpend(unit, { name: `spend:order:${order.id}`, reason: why });
  }
  await rows(
    unit.em,
    sql`insert into order_refunds (id, order_id, ordinal, amount_fen, points, reason, refunded_by, created_at)
      values (${v7()}, ${order.id}, 1, ${amountFen}, ${taken}, ${reason}, ${staffId}, ${at})`,
  );
  await unit.em.nativeUpdate(
    OrderEntity,
    { id: order.id },
    { refundedFen: amountFen, refundedPoints: taken, reversedPoints },
  );
  unit.announce({ name: 'memberNews', id: order.memberId }, { kind: 'ORDER_CHANGED', orderId: order.id });
  unit.record('orderRefunded', {
    orderId: order.id,
    memberId: order.memberId,
    amountFen,
    points: taken,
    netFen: order.amountFen - amountFen,
    isWhole,
  });
}

/** The name under which an order's reward points are given. */
const earningName = (orderId: string): string => `earn:order:${orderId}`;

async function takeEarnedBack(
  unit: Unit,
  order: OrderRow,
  { amountFen, why }: { readonly amountFen: number; readonly why: Text },
): Promise<number> {
  const share = reversedFor(order.earnedPoints, amountFen, order.amountFen);
  if (share === 0) return 0;
  const reversed = await reverseIssue(unit, { name: earningName(order.id), reason: why, pointsMax: share });
  return reversed ? reversed.taken + reversed.owed : 0;
}
