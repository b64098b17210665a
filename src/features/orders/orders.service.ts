import { v7 } from 'uuid';
import { requireMember, requireOperator } from '../../platform/auth/actor.ts';
import { newReadableCode } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { answerOnce, issuePoints } from '../ledger/index.ts';
import { mayCancel, maySeeOrder } from './order.access.ts';
import { OrderEntity, type OrderRow, type PaymentMethod } from './order.entity.ts';
import { OrderNotOpen, PaymentMethodUnavailable, PlanNotOnSale } from './order.errors.ts';
import { isOpen, openOrdersMax, type OrderStatus } from './order.rules.ts';
import { findPlan, orderColumns, ordersByIds } from './orders.queries.ts';
import { configuredProviders } from './payment-providers.ts';
import type { PaymentProvider } from './payment-provider.ts';
import type { PointPlanRow } from './point-plan.entity.ts';

export interface OrderPoints {
  readonly planId: string;
  readonly paymentMethod: PaymentMethod;
  readonly idempotencyKey: string;
}

type OrderAnswer = { readonly orderId: string } | { readonly refused: 'PLAN' | 'METHOD' };

/**
 * Orders a plan at the house's price. A repeated key answers with its order as it stands by then, so that nobody
 * pays twice. Throws NOT_FOUND, InvalidInput, IdempotencyConflict, PlanNotOnSale, PaymentMethodUnavailable.
 */
export async function orderPoints(
  ctx: Context,
  { planId, paymentMethod, idempotencyKey }: OrderPoints,
): Promise<OrderRow> {
  const buyer = requireMember(ctx);
  const request = { operation: 'orderPoints', planId, paymentMethod };
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
      return { orderId: await insertOrder(ctx, unit, { buyerId: buyer.id, plan, provider }) };
    },
  );
  if ('refused' in answer)
    throw answer.refused === 'PLAN' ? new PlanNotOnSale() : new PaymentMethodUnavailable();
  return await orderOf(ctx, answer.orderId);
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
}

async function insertOrder(ctx: Context, unit: Unit, { buyerId, plan, provider }: Sale): Promise<string> {
  const id = v7();
  const reference = `SC-${newReadableCode(8)}`;
  await unit.em.insert(OrderEntity, {
    id,
    memberId: buyerId,
    planId: plan.id,
    planName: plan.name,
    points: plan.points,
    amountFen: plan.priceFen,
    paymentMethod: provider.method,
    instructions: provider.begin(ctx.config, { reference, amountFen: plan.priceFen }),
    reference,
    status: 'AWAITING_PAYMENT',
    createdAt: ctx.clock.now(),
  });
  return id;
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
    return await change(unit, order, { status: 'CANCELLED', cancelledAt: ctx.clock.now() });
  });
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
      await change(unit, order, { status: 'COMPLETED', completedAt: ctx.clock.now(), confirmedBy: staff.id });
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

/** Locked before any account: orders first, then the ledger. */
async function lockOrder(unit: Unit, orderId: string): Promise<OrderRow | null> {
  if (!isId(orderId)) return null;
  return await row(
    unit.em,
    sql<OrderRow>`select ${orderColumns} from orders o where o.id = ${orderId} for update`,
  );
}

async function change(unit: Unit, order: OrderRow, changes: Partial<OrderRow>): Promise<OrderRow> {
  await unit.em.nativeUpdate(OrderEntity, { id: order.id }, changes);
  unit.announce({ name: 'memberNews', id: order.memberId }, { kind: 'ORDER_CHANGED', orderId: order.id });
  return { ...order, ...changes };
}
