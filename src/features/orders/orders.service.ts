import { v7 } from 'uuid';
import { requireMember, requireOperator } from '../../platform/auth/actor.ts';
import { newReadableCode } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { hourMs, later } from '../../platform/time/clock.ts';
import {
  CouponNotUsable,
  ownCoupon,
  redeemCoupon,
  releaseCoupon,
  reserveCoupon,
  type CouponProblemCode,
} from '../coupons/index.ts';
import { answerOnce, issuePoints } from '../ledger/index.ts';
import { mayCancel, maySeeOrder } from './order.access.ts';
import { OrderEntity, type OrderRow, type PaymentMethod } from './order.entity.ts';
import { OrderNotOpen, PaymentMethodUnavailable, PlanNotOnSale } from './order.errors.ts';
import { priceBasis, quoteFor } from './order-price.queries.ts';
import { isOpen, openOrdersMax, reservationHours, type OrderStatus } from './order.rules.ts';
import { lockOrder } from './order-lock.queries.ts';
import { findPlan, ordersByIds } from './orders.queries.ts';
import { configuredProviders } from './payment-providers.ts';
import type { PaymentProvider } from './payment-provider.ts';
import type { PointPlanRow } from './point-plan.entity.ts';
import type { Price } from './price.rules.ts';

export interface OrderPoints {
  readonly planId: string;
  readonly paymentMethod: PaymentMethod;
  readonly couponId?: string | null;
  readonly idempotencyKey: string;
}

type OrderAnswer =
  | { readonly orderId: string }
  | { readonly refused: 'PLAN' | 'METHOD' }
  | { readonly refused: 'COUPON'; readonly problem: CouponProblemCode };

/**
 * Orders a plan at the house's price, with a coupon where one is named: it is held for this order from now on. A
 * repeated key answers with its order as it stands by then, so that nobody pays twice. Throws NOT_FOUND, InvalidInput,
 * IdempotencyConflict, PlanNotOnSale, PaymentMethodUnavailable, CouponNotUsable.
 */
export async function orderPoints(
  ctx: Context,
  { planId, paymentMethod, couponId = null, idempotencyKey }: OrderPoints,
): Promise<OrderRow> {
  const buyer = requireMember(ctx);
  const request = {
    operation: 'orderPoints',
    planId,
    paymentMethod,
    // A request without a coupon is the one that it was before there were coupons.
    ...(couponId === null ? {} : { couponId }),
  };
  const { answer } = await answerOnce(
    ctx,
    { actor: buyer.id, key: idempotencyKey, request },
    async (unit): Promise<OrderAnswer> => {
      const plan = await findPlan({ em: unit.em }, planId);
      if (!plan) throw notFound();
      if (!plan.isOnSale) return { refused: 'PLAN' };
      const provider = configuredProviders(ctx.config).find(({ method }) => method === paymentMethod);
      if (!provider) return { refused: 'METHOD' };
      await refuseTooManyOpen(unit, buyer.id);
      return await sell(ctx, unit, { buyerId: buyer.id, plan, provider, couponId });
    },
  );
  if ('refused' in answer) throw refusalOf(answer);
  return await orderOf(ctx, answer.orderId);
}

function refusalOf(answer: Extract<OrderAnswer, { readonly refused: string }>): Error {
  switch (answer.refused) {
    case 'PLAN':
      return new PlanNotOnSale();
    case 'METHOD':
      return new PaymentMethodUnavailable();
    case 'COUPON':
      return new CouponNotUsable(answer.problem);
  }
}

/** A bound against floods, not to the last order: two at the same moment may pass it together. */
async function refuseTooManyOpen(unit: Unit, buyerId: string): Promise<void> {
  const open = await row(
    unit.em,
    sql<{ count: number }>`select count(*) as count from orders
      where member_id = ${buyerId} and status in ('AWAITING_PAYMENT', 'AWAITING_CONFIRMATION')`,
  );
  if ((open?.count ?? 0) < openOrdersMax) return;
  throw new InvalidInput(
    'planId',
    {
      zh: `你有 ${openOrdersMax} 笔未完成的订单，请先付款或取消其中一笔。`,
      en: `You have ${openOrdersMax} open orders. Please pay or cancel one of them first.`,
    },
    openOrdersMax,
  );
}

interface Sale {
  readonly buyerId: string;
  readonly plan: PointPlanRow;
  readonly provider: PaymentProvider;
  readonly couponId: string | null;
}

/** Prices the order, takes its coupon, and writes it; a refusal has written nothing. */
async function sell(ctx: Context, unit: Unit, sale: Sale): Promise<OrderAnswer> {
  const { buyerId: memberId, plan, couponId } = sale;
  const at = ctx.clock.now();
  const chosen = couponId === null ? null : await ownCoupon(unit.em, { memberId, couponId });
  if (couponId !== null && !chosen) throw notFound();
  const { price, problem } = quoteFor(await priceBasis(unit.em, { memberId, plan, at }), chosen);
  if (problem) return { refused: 'COUPON', problem };
  const orderId = v7();
  const taken = chosen && (await reserveCoupon(unit, { couponId: chosen.coupon.id, memberId, orderId, at }));
  if (taken) return { refused: 'COUPON', problem: taken };
  await insertOrder(ctx, unit, { ...sale, orderId, price, at });
  return { orderId };
}

interface PricedSale extends Sale {
  readonly orderId: string;
  readonly price: Price;
  readonly at: Date;
}

async function insertOrder(ctx: Context, unit: Unit, sale: PricedSale): Promise<void> {
  const { buyerId, plan, provider, couponId, orderId, price, at } = sale;
  const reference = `SC-${newReadableCode(8)}`;
  await unit.em.insert(OrderEntity, {
    id: orderId,
    memberId: buyerId,
    planId: plan.id,
    planName: plan.name,
    points: plan.points,
    listFen: plan.priceFen,
    amountFen: price.totalFen,
    priceLines: price.lines,
    couponId,
    payBy: couponId === null ? null : later(at, reservationHours * hourMs),
    paymentMethod: provider.method,
    instructions: provider.begin(ctx.config, { reference, amountFen: price.totalFen }),
    reference,
    status: 'AWAITING_PAYMENT',
    createdAt: at,
  });
}

async function orderOf(ctx: Context, orderId: string): Promise<OrderRow> {
  const [order] = await ordersByIds(ctx, [orderId]);
  if (!order) throw notFound();
  return order;
}

/** "I have paid": asks staff to look for the money. Again is the same. Throws NOT_FOUND, OrderNotOpen. */
export async function reportPayment(ctx: Context, orderId: string): Promise<OrderRow> {
  const buyer = requireMember(ctx);
  return await unitOfWork(ctx, async (unit) => {
    const order = await lockOrder(unit, orderId);
    if (order?.memberId !== buyer.id) throw notFound();
    if (order.status === 'AWAITING_CONFIRMATION') return order;
    if (order.status !== 'AWAITING_PAYMENT') throw new OrderNotOpen(order.status);
    return await change(unit, order, { status: 'AWAITING_CONFIRMATION', reportedAt: ctx.clock.now() });
  });
}

/** Gives an order up. Again is the same. Throws NOT_FOUND, OrderNotOpen. */
export async function cancelOrder(ctx: Context, orderId: string): Promise<OrderRow> {
  const { actor } = ctx;
  return await unitOfWork(ctx, async (unit) => {
    const order = await lockOrder(unit, orderId);
    if (!order || !maySeeOrder(actor, order)) throw notFound();
    if (order.status === 'CANCELLED') return order;
    if (!mayCancel(actor, order)) throw new OrderNotOpen(order.status);
    return await giveUp(unit, order, ctx.clock.now());
  });
}

async function giveUp(unit: Unit, order: OrderRow, at: Date): Promise<OrderRow> {
  await releaseCoupon(unit, { orderId: order.id, at });
  return await change(unit, order, { status: 'CANCELLED', cancelledAt: at });
}

const expiredAtOnce = 200;

/**
 * Cancels unpaid orders that have held a coupon for too long, each in an act of its own. The order's lock decides
 * against a payment that is reported or confirmed at the same moment: what is not awaiting payment any more stays.
 */
export async function cancelUnpaidOrders(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const due = await rows(
    ctx.em,
    sql<{
      id: string;
    }>`select id from orders where status = 'AWAITING_PAYMENT' and pay_by <= ${now} order by pay_by limit ${expiredAtOnce}`,
  );
  for (const { id } of due) {
    await unitOfWork(ctx, async (unit) => {
      const order = await lockOrder(unit, id);
      if (order?.status === 'AWAITING_PAYMENT') await giveUp(unit, order, now);
    });
  }
}

type ConfirmAnswer = { readonly orderId: string } | { readonly refused: OrderStatus };

/**
 * Staff saw the money: completes the order and issues its points, in one unit of work and once, however many
 * confirm it at the same time. Throws NOT_FOUND, InvalidInput, IdempotencyConflict, OrderNotOpen.
 */
export async function confirmPayment(
  ctx: Context,
  { orderId, idempotencyKey }: { readonly orderId: string; readonly idempotencyKey: string },
): Promise<OrderRow> {
  const staff = requireOperator(ctx);
  const request = { operation: 'confirmPayment', orderId };
  const { answer } = await answerOnce(
    ctx,
    { actor: staff.id, key: idempotencyKey, request },
    async (unit): Promise<ConfirmAnswer> => {
      const order = await lockOrder(unit, orderId);
      if (!order) throw notFound();
      if (!isOpen(order.status)) return { refused: order.status };
      const at = ctx.clock.now();
      await change(unit, order, { status: 'COMPLETED', completedAt: at, confirmedBy: staff.id });
      await redeemCoupon(unit, { orderId: order.id, at });
      await issueFor(unit, order);
      return { orderId: order.id };
    },
  );
  if ('refused' in answer) throw new OrderNotOpen(answer.refused);
  return await orderOf(ctx, answer.orderId);
}

async function issueFor(unit: Unit, { id, memberId, points, planName, amountFen }: OrderRow): Promise<void> {
  await issuePoints(unit, {
    memberId,
    points,
    reason: { kind: 'PURCHASE', facts: { plan: planName } },
    key: `order:${id}`,
    subjectId: id,
  });
  unit.record('orderCompleted', { orderId: id, memberId, points, amountFen });
}

async function change(unit: Unit, order: OrderRow, changes: Partial<OrderRow>): Promise<OrderRow> {
  await unit.em.nativeUpdate(OrderEntity, { id: order.id }, changes);
  unit.announce({ name: 'memberNews', id: order.memberId }, { kind: 'ORDER_CHANGED', orderId: order.id });
  return { ...order, ...changes };
}
