import type { RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  cursorOf,
  keysOf,
  pageFrom,
  pageRequest,
  timeKeysOf,
  type CursorKeys,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import { isId } from '../../platform/text/text.rules.ts';
import type { OrderRow } from './order.entity.ts';
import type { PointPlanRow } from './point-plan.entity.ts';

export type { OrderRow };

/** Every column of an OrderRow, from `orders as o`. */
export const orderColumns =
  sql.raw(`o.id, o.member_id as "memberId", o.plan_id as "planId", o.plan_name as "planName", o.points,
  o.amount_fen as "amountFen", o.payment_method as "paymentMethod", o.instructions, o.reference, o.status, o.created_at as "createdAt",
  o.reported_at as "reportedAt", o.completed_at as "completedAt", o.cancelled_at as "cancelledAt", o.confirmed_by as "confirmedBy",
  o.list_fen as "listFen", o.price_lines as "priceLines", o.coupon_id as "couponId", o.reward_points as "rewardPoints",
  o.pay_by as "payBy", o.refunded_fen as "refundedFen", o.refunded_points as "refundedPoints",
  o.earned_points as "earnedPoints", o.reversed_points as "reversedPoints"`);

/** Orders by id, null for those that are not there; for batched(). Who may see them is known where the ids come from. */
export async function ordersByIds(
  ctx: Context,
  ids: readonly string[],
): Promise<readonly (OrderRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<OrderRow>`select ${orderColumns} from orders o where o.id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map((order) => [order.id, order]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** A member's orders, the newest first. */
export async function ordersOf(ctx: Context, memberId: string, args: PageArgs): Promise<Page<OrderRow>> {
  const page = pageRequest(args);
  const after = page.cursor === null ? null : timeKeysOf(page.cursor);
  const found = await rows(
    ctx.em,
    sql<OrderRow>`select ${orderColumns} from orders o
      where o.member_id = ${memberId} and ${after ? sql`(o.created_at, o.id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
      order by o.created_at desc, o.id desc limit ${page.size + 1}`,
  );
  return pageFrom(found, page, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: () => countOrders(ctx, sql`o.member_id = ${memberId}`),
  });
}

/** Paid orders, the newest first. */
export async function completedOrders(ctx: Context, args: PageArgs): Promise<Page<OrderRow>> {
  const page = pageRequest(args);
  const after = page.cursor === null ? null : timeKeysOf(page.cursor);
  const found = await rows(
    ctx.em,
    sql<OrderRow>`select ${orderColumns} from orders o
      where o.status = 'COMPLETED' and ${after ? sql`(o.completed_at, o.id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
      order by o.completed_at desc, o.id desc limit ${page.size + 1}`,
  );
  return pageFrom(found, page, {
    keys: ({ completedAt, createdAt, id }) => [(completedAt ?? createdAt).toISOString(), id],
    count: () => countOrders(ctx, sql`o.status = 'COMPLETED'`),
  });
}

const isWaiting = sql`o.status in ('AWAITING_PAYMENT', 'AWAITING_CONFIRMATION')`;

/** Orders that wait for staff: those reported as paid first, each part the oldest first. */
export async function waitingOrders(ctx: Context, args: PageArgs): Promise<Page<OrderRow>> {
  const page = pageRequest(args);
  const found = await rows(
    ctx.em,
    sql<OrderRow>`select ${orderColumns} from orders o
      where ${isWaiting} and ${page.cursor === null ? sql`true` : afterWaiting(page.cursor)}
      order by (o.reported_at is null), coalesce(o.reported_at, o.created_at), o.id limit ${page.size + 1}`,
  );
  return pageFrom(found, page, { keys: waitingKeys, count: () => countOrders(ctx, isWaiting) });
}

const waitingKeys = ({ reportedAt, createdAt, id }: OrderRow): CursorKeys => [
  reportedAt ? 0 : 1,
  (reportedAt ?? createdAt).toISOString(),
  id,
];

function afterWaiting(cursor: string): RawBuilder<unknown> {
  const [rank = 0, moment = '', orderId = ''] = keysOf(cursor, ['number', 'string', 'string']);
  const { at, id } = timeKeysOf(cursorOf([moment, orderId]));
  return sql`((o.reported_at is null), coalesce(o.reported_at, o.created_at), o.id) > (${rank !== 0}, ${at}, ${id}::uuid)`;
}

async function countOrders(ctx: Context, where: RawBuilder<unknown>): Promise<number> {
  const counted = await row(
    ctx.em,
    sql<{ count: number }>`select count(*) as count from orders o where ${where}`,
  );
  return counted?.count ?? 0;
}

/** Plans, the cheapest first: those on sale, or all. */
export const plans = (
  ctx: Context,
  { includeRetired }: { readonly includeRetired: boolean },
): Promise<readonly PointPlanRow[]> =>
  rows(
    ctx.em,
    sql<PointPlanRow>`select id, name, points, price_fen as "priceFen", is_on_sale as "isOnSale", created_at as "createdAt"
      from point_plans where ${includeRetired} or is_on_sale order by price_fen, id`,
  );

/** The plan, or null when there is none with this id. */
export async function findPlan(ctx: Pick<Context, 'em'>, planId: string): Promise<PointPlanRow | null> {
  if (!isId(planId)) return null;
  return await row(
    ctx.em,
    sql<PointPlanRow>`select id, name, points, price_fen as "priceFen", is_on_sale as "isOnSale", created_at as "createdAt"
      from point_plans where id = ${planId}`,
  );
}
