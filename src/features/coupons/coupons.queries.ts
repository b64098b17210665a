import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  timeKeysOf,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import { isId } from '../../platform/text/text.rules.ts';
import type { CouponSource, CouponState } from './coupon.rules.ts';
import { couponTypeColumns, type CouponTypeRow } from './coupon-types.queries.ts';

/** A coupon as it is kept. */
export interface CouponRow {
  readonly id: string;
  readonly typeId: string;
  readonly memberId: string;
  readonly state: CouponState;
  readonly source: CouponSource;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly orderId: string | null;
  readonly issuedAt: Date;
  readonly changedAt: Date;
}

/** A coupon with its type. */
export interface CouponWithType {
  readonly coupon: CouponRow;
  readonly type: CouponTypeRow;
}

/** Every column of a CouponRow, from `coupons as c`. */
export const couponColumns =
  sql.raw(`c.id, c.type_id as "typeId", c.member_id as "memberId", c.state, c.source,
  c.valid_from as "validFrom", c.valid_until as "validUntil", c.order_id as "orderId", c.issued_at as "issuedAt",
  c.changed_at as "changedAt"`);

/** Which of a member's coupons are asked for. */
export type CouponFilter = 'USABLE' | 'USED' | 'OVER';

function isAmong(filter: CouponFilter, now: Date): RawBuilder<unknown> {
  const isFree = sql`c.state in ('ISSUED', 'RELEASED')`;
  switch (filter) {
    case 'USABLE':
      return sql`${isFree} and c.valid_until > ${now}`;
    case 'USED':
      return sql`c.state in ('RESERVED', 'REDEEMED')`;
    case 'OVER':
      return sql`(c.state = 'VOID' or (${isFree} and c.valid_until <= ${now}))`;
  }
}

export interface CouponsWanted {
  readonly memberId: string;
  readonly filter: CouponFilter;
  readonly args: PageArgs;
}

/** A member's coupons of one sort, the newest first. */
export async function couponsOf(
  ctx: Context,
  { memberId, filter, args }: CouponsWanted,
): Promise<Page<CouponRow>> {
  const page = pageRequest(args);
  const after = page.cursor === null ? null : timeKeysOf(page.cursor);
  const mine = sql`c.member_id = ${memberId} and ${isAmong(filter, ctx.clock.now())}`;
  const found = await rows(
    ctx.em,
    sql<CouponRow>`select ${couponColumns} from coupons c
      where ${mine} and ${after ? sql`(c.issued_at, c.id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
      order by c.issued_at desc, c.id desc limit ${page.size + 1}`,
  );
  return pageFrom(found, page, {
    keys: ({ issuedAt, id }) => [issuedAt.toISOString(), id],
    count: async () =>
      (await row(ctx.em, sql<{ count: number }>`select count(*) as count from coupons c where ${mine}`))
        ?.count ?? 0,
  });
}

/** Coupons by id, null for those that are not there; for batched(). Who may see them is known where the ids come from. */
export async function couponsByIds(
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly (CouponRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<CouponRow>`select ${couponColumns} from coupons c where c.id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map((coupon) => [coupon.id, coupon]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** A member's coupon with its type; null when it is not theirs or not there. */
export async function ownCoupon(
  em: EntityManager,
  { memberId, couponId }: { readonly memberId: string; readonly couponId: string },
): Promise<CouponWithType | null> {
  if (!isId(couponId)) return null;
  const [found] = await withTypes(em, sql`c.id = ${couponId} and c.member_id = ${memberId}`);
  return found ?? null;
}

const offeredMax = 50;

/** The coupons that a member holds for orders and could use at a moment, the first to expire first; at most fifty. */
export const usableCoupons = (
  em: EntityManager,
  { memberId, at }: { readonly memberId: string; readonly at: Date },
): Promise<readonly CouponWithType[]> =>
  withTypes(
    em,
    sql`c.member_id = ${memberId} and ${isAmong('USABLE', at)} and c.valid_from <= ${at} and t.kind not in ('FEE_WAIVER', 'PACK')`,
  );

async function withTypes(em: EntityManager, where: RawBuilder<unknown>): Promise<readonly CouponWithType[]> {
  const found = await rows(
    em,
    sql<CouponRow>`select ${couponColumns} from coupons c join coupon_types t on t.id = c.type_id where ${where}
      order by c.valid_until, c.id limit ${offeredMax}`,
  );
  const types = await rows(
    em,
    sql<CouponTypeRow>`select ${couponTypeColumns} from coupon_types t where t.id = any(${found.map(({ typeId }) => typeId)}::uuid[])`,
  );
  const byId = new Map(types.map((type) => [type.id, type]));
  return found.flatMap((coupon) => {
    const type = byId.get(coupon.typeId);
    return type ? [{ coupon, type }] : [];
  });
}
