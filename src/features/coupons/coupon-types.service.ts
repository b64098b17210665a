import { v7 } from 'uuid';
import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unlessTaken } from '../../platform/database/taken.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { checkCouponType, checkPack, type CouponTypeDraft, type PackPart } from './coupon-type.rules.ts';
import { couponTypeById, couponTypesByIds, type CouponTypeRow } from './coupon-types.queries.ts';

export interface NewCouponType extends CouponTypeDraft {
  readonly pack: readonly PackPart[];
}

/**
 * Makes a type of coupon. Its terms stand for good, because members hold what they were promised: to change them, stop
 * it and make another. Throws FORBIDDEN, InvalidInput.
 */
export async function createCouponType(
  ctx: Context,
  { pack, ...given }: NewCouponType,
): Promise<CouponTypeRow> {
  const staff = requireOperator(ctx);
  const draft = checkCouponType(given);
  const parts = checkPack(draft.kind, pack);
  const id = v7();
  const made = await unlessTaken(
    unitOfWork(ctx, async (unit) => {
      await checkParts(unit, parts);
      await insertType(unit, draft, { id, staffId: staff.id, at: ctx.clock.now() });
      await rows(
        unit.em,
        sql`insert into coupon_pack_parts (pack_id, type_id, count) select ${id}::uuid, type_id, count
          from unnest(${parts.map(({ typeId }) => typeId)}::uuid[], ${parts.map(({ count }) => count)}::int[]) as part (type_id, count)`,
      );
      return id;
    }),
  );
  if (made === null) {
    throw new InvalidInput('claimCode', {
      zh: '这个口令已被别的券使用。',
      en: 'Another coupon has this code.',
    });
  }
  return await typeOf(ctx, id);
}

async function checkParts(unit: Unit, parts: readonly PackPart[]): Promise<void> {
  const ids = parts.map(({ typeId }) => typeId);
  const types = ids.every(isId) ? await couponTypesByIds({ em: unit.em }, ids) : [null];
  if (types.every((type) => type !== null && type.kind !== 'PACK')) return;
  throw new InvalidInput('pack', {
    zh: '券包只能含已有的、不是券包的券。',
    en: 'A pack holds coupons that there are, and no packs.',
  });
}

interface TypeHead {
  readonly id: string;
  readonly staffId: string;
  readonly at: Date;
}

async function insertType(unit: Unit, type: CouponTypeDraft, { id, staffId, at }: TypeHead): Promise<void> {
  await rows(
    unit.em,
    sql`insert into coupon_types (id, name, kind, amount_fen, pay_basis_points, max_off_fen, minutes, min_spend_fen, plan_ids,
        is_first_order_only, valid_from, valid_until, days_valid, stacks_with_tier, stacks_with_campaign, stacks_with_points,
        is_on_registration, on_spend_fen, is_claimable, claim_code, points_cost, is_restored_on_refund, cap_total, issue_cap,
        cap_per_member, is_active, created_by, created_at)
      values (${id}, ${type.name}, ${type.kind}, ${type.amountFen}, ${type.payBasisPoints}, ${type.maxOffFen}, ${type.minutes},
        ${type.minSpendFen}, ${[...type.planIds]}::uuid[], ${type.isFirstOrderOnly}, ${type.validFrom}::date, ${type.validUntil}::date,
        ${type.daysValid}, ${type.stacksWithTier}, ${type.stacksWithCampaign}, ${type.stacksWithPoints}, ${type.isOnRegistration},
        ${type.onSpendFen}, ${type.isClaimable}, ${type.claimCode}, ${type.pointsCost}, ${type.isRestoredOnRefund}, ${type.capTotal},
        ${type.issueCap}, ${type.capPerMember}, true, ${staffId}, ${at})`,
  );
}

/** Gives a type out, or stops giving it out; what members hold stays good. Again is the same. Throws FORBIDDEN, NOT_FOUND. */
export async function setCouponTypeActive(
  ctx: Context,
  { id, isActive }: { readonly id: string; readonly isActive: boolean },
): Promise<CouponTypeRow> {
  requireOperator(ctx);
  if (!isId(id)) throw notFound();
  await unitOfWork(ctx, async (unit) => {
    const changed = await row(
      unit.em,
      sql`update coupon_types set is_active = ${isActive} where id = ${id} returning id`,
    );
    if (!changed) throw notFound();
  });
  return await typeOf(ctx, id);
}

async function typeOf(ctx: Context, id: string): Promise<CouponTypeRow> {
  const type = await couponTypeById(ctx.em, id);
  if (!type) throw notFound();
  return type;
}
