import type { EntityManager } from '@mikro-orm/postgresql';
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
import type { CouponTypeDraft } from './coupon-type.rules.ts';

/** A type as it is kept. */
export interface CouponTypeRow extends CouponTypeDraft {
  readonly id: string;
  readonly issuedCount: number;
  readonly takenCount: number;
  readonly isActive: boolean;
  readonly createdAt: Date;
}

/** Every column of a CouponTypeRow, from `coupon_types as t`. */
export const couponTypeColumns = sql.raw(`t.id, t.name, t.kind, t.amount_fen as "amountFen",
  t.pay_basis_points as "payBasisPoints", t.max_off_fen as "maxOffFen", t.minutes, t.min_spend_fen as "minSpendFen",
  t.plan_ids as "planIds", t.is_first_order_only as "isFirstOrderOnly", t.valid_from::text as "validFrom",
  t.valid_until::text as "validUntil", t.days_valid as "daysValid", t.stacks_with_tier as "stacksWithTier",
  t.stacks_with_campaign as "stacksWithCampaign", t.stacks_with_points as "stacksWithPoints",
  t.is_on_registration as "isOnRegistration", t.on_spend_fen as "onSpendFen", t.is_claimable as "isClaimable",
  t.claim_code as "claimCode", t.points_cost as "pointsCost", t.is_restored_on_refund as "isRestoredOnRefund",
  t.cap_total as "capTotal", t.issue_cap as "issueCap", t.cap_per_member as "capPerMember",
  t.issued_count as "issuedCount", t.taken_count as "takenCount", t.is_active as "isActive", t.created_at as "createdAt"`);

/** All types, the newest first. */
export async function couponTypes(ctx: Context, args: PageArgs): Promise<Page<CouponTypeRow>> {
  const page = pageRequest(args);
  const after = page.cursor === null ? null : timeKeysOf(page.cursor);
  const found = await rows(
    ctx.em,
    sql<CouponTypeRow>`select ${couponTypeColumns} from coupon_types t
      where ${after ? sql`(t.created_at, t.id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
      order by t.created_at desc, t.id desc limit ${page.size + 1}`,
  );
  return pageFrom(found, page, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: async () =>
      (await row(ctx.em, sql<{ count: number }>`select count(*) as count from coupon_types`))?.count ?? 0,
  });
}

/** Types by id, null for those that are not there; for batched(). */
export async function couponTypesByIds(
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly (CouponTypeRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<CouponTypeRow>`select ${couponTypeColumns} from coupon_types t where t.id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map((type) => [type.id, type]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The type, or null when there is none with this id. */
export async function couponTypeById(em: EntityManager, id: string): Promise<CouponTypeRow | null> {
  if (!isId(id)) return null;
  return (await couponTypesByIds({ em }, [id]))[0] ?? null;
}

/** How many of a type are where. */
export interface CouponFigures {
  readonly issued: number;
  readonly reserved: number;
  readonly redeemed: number;
  readonly void: number;
}

/** The figures of these types, each where its id stands; for batched(). */
export async function couponFigures(ctx: Context, ids: readonly string[]): Promise<readonly CouponFigures[]> {
  const found = await rows(
    ctx.em,
    sql<CouponFigures & { typeId: string }>`select type_id as "typeId", count(*) as issued,
        count(*) filter (where state = 'RESERVED') as reserved, count(*) filter (where state = 'REDEEMED') as redeemed,
        count(*) filter (where state = 'VOID') as void
      from coupons where type_id = any(${ids}::uuid[]) group by type_id`,
  );
  const byId = new Map(found.map(({ typeId, ...figures }) => [typeId, figures]));
  return ids.map((id) => byId.get(id) ?? { issued: 0, reserved: 0, redeemed: 0, void: 0 });
}

export interface PackPartRow {
  readonly typeId: string;
  readonly count: number;
}

/** What these packs hold, each where its id stands; for batched(). */
export async function packParts(
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly (readonly PackPartRow[])[]> {
  const found = await rows(
    ctx.em,
    sql<PackPartRow & { packId: string }>`select pack_id as "packId", type_id as "typeId", count
      from coupon_pack_parts where pack_id = any(${ids}::uuid[]) order by pack_id, type_id`,
  );
  return ids.map((id) => found.filter(({ packId }) => packId === id));
}

const typesShownMax = 100;

/** What a member can claim on the page now: offered, not all gone, and fewer had than one member can. */
export const claimableTypes = (
  ctx: Context,
  memberId: string,
  today: string,
): Promise<readonly CouponTypeRow[]> =>
  rows(
    ctx.em,
    sql<CouponTypeRow>`select ${couponTypeColumns} from coupon_types t
      where t.is_claimable and t.is_active and (t.issue_cap is null or t.issued_count < t.issue_cap)
        and (t.valid_until is null or t.valid_until >= ${today}::date)
        and (select count(*) from coupons c where c.type_id = t.id and c.member_id = ${memberId}) < t.cap_per_member
      order by t.created_at desc, t.id desc limit ${typesShownMax}`,
  );

/** The types that are given at an occasion of this sort. */
export const typesGivenAt = (
  em: EntityManager,
  occasion: 'REGISTRATION' | 'BIRTHDAY' | { readonly spentFen: number },
): Promise<readonly CouponTypeRow[]> => {
  const rule =
    occasion === 'REGISTRATION'
      ? sql`t.is_on_registration`
      : occasion === 'BIRTHDAY'
        ? sql`t.kind = 'BIRTHDAY'`
        : sql`t.on_spend_fen <= ${occasion.spentFen}`;
  return rows(
    em,
    sql<CouponTypeRow>`select ${couponTypeColumns} from coupon_types t where t.is_active and ${rule} order by t.created_at, t.id`,
  );
};

/** The type that has this code; null when none has. */
export const typeByCode = (em: EntityManager, code: string): Promise<CouponTypeRow | null> =>
  row(em, sql<CouponTypeRow>`select ${couponTypeColumns} from coupon_types t where t.claim_code = ${code}`);
