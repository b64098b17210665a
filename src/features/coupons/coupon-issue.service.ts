import { v7 } from 'uuid';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { dayOf } from '../../platform/time/programme-day.rules.ts';
import { validityAt, type ClaimProblem, type CouponSource, type Validity } from './coupon.rules.ts';
import { couponColumns, type CouponRow } from './coupons.queries.ts';
import { couponTypeColumns, packParts, typesGivenAt, type CouponTypeRow } from './coupon-types.queries.ts';

/** A coupon that comes to a member. */
export interface CouponIssue {
  readonly typeId: string;
  readonly memberId: string;
  readonly source: CouponSource;
  /** What it is issued for, such as `order:<id>`: the same occasion issues once. */
  readonly occasion: string;
  readonly at: Date;
}

/** What came of it: the coupons (several for a pack), or why none came. */
export type Issued =
  | { readonly coupons: readonly CouponRow[]; readonly isRepeated: boolean }
  | { readonly refused: ClaimProblem };

/**
 * Issues a coupon of a type, or everything that a pack holds, within the caps of the type and of the member. The
 * same occasion a second time changes nothing and answers with what it issued. Locks the types before the coupons.
 */
export async function issueCoupon(unit: Unit, issue: CouponIssue): Promise<Issued> {
  const type = await lockType(unit, issue.typeId);
  if (!type?.isActive) return { refused: 'NOT_OFFERED' };
  const before = await issuedFor(unit, issue);
  if (before.length > 0) return { coupons: before, isRepeated: true };
  const taken = await takeOne(unit, type, issue);
  if ('refused' in taken) return taken;
  if (type.kind !== 'PACK') return { coupons: [taken.coupon], isRepeated: false };
  return {
    coupons: await unpack(unit, type, { ...issue, occasion: `pack:${taken.coupon.id}` }),
    isRepeated: false,
  };
}

/** Held until the act is done, so that of two issues at the same time the second counts the first. */
const lockType = (unit: Unit, typeId: string): Promise<CouponTypeRow | null> =>
  row(
    unit.em,
    sql<CouponTypeRow>`select ${couponTypeColumns} from coupon_types t where t.id = ${typeId} for update`,
  );

const issuedFor = (unit: Unit, { typeId, memberId, occasion }: CouponIssue): Promise<readonly CouponRow[]> =>
  rows(
    unit.em,
    sql<CouponRow>`select ${couponColumns} from coupons c
      where c.type_id = ${typeId} and c.member_id = ${memberId} and c.occasion = ${occasion}`,
  );

async function takeOne(
  unit: Unit,
  type: CouponTypeRow,
  issue: CouponIssue,
): Promise<{ readonly coupon: CouponRow } | { readonly refused: ClaimProblem }> {
  const validity = validityAt(type, issue.at);
  if (!validity) return { refused: 'ENDED' };
  if (type.issueCap !== null && type.issuedCount >= type.issueCap) return { refused: 'ALL_GONE' };
  const had = await row(
    unit.em,
    sql<{
      count: number;
    }>`select count(*) as count from coupons where type_id = ${type.id} and member_id = ${issue.memberId}`,
  );
  const ordinal = (had?.count ?? 0) + 1;
  if (ordinal > type.capPerMember) return { refused: 'HAD_ALREADY' };
  const coupon = await insertCoupon(unit, { type, issue, ordinal, validity });
  unit.record('couponIssued', {
    couponId: coupon.id,
    memberId: issue.memberId,
    typeId: type.id,
    name: type.name,
    source: issue.source,
    validUntil: validity.validUntil.toISOString(),
  });
  return { coupon };
}

interface NewCoupon {
  readonly type: CouponTypeRow;
  readonly issue: CouponIssue;
  readonly ordinal: number;
  readonly validity: Validity;
}

async function insertCoupon(unit: Unit, { type, issue, ordinal, validity }: NewCoupon): Promise<CouponRow> {
  const { memberId, source, occasion, at } = issue;
  const made = await row(
    unit.em,
    sql<CouponRow>`with counted as (update coupon_types set issued_count = issued_count + 1 where id = ${type.id} returning id)
      insert into coupons as c (id, type_id, member_id, ordinal, state, source, occasion, valid_from, valid_until, issued_at, changed_at)
      select ${v7()}::uuid, counted.id, ${memberId}::uuid, ${ordinal}::int, 'ISSUED', ${source}, ${occasion},
        ${validity.validFrom}::timestamptz, ${validity.validUntil}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
      from counted returning ${couponColumns}`,
  );
  if (!made) throw new Error(`The coupon type ${type.id} was locked and is gone.`);
  return made;
}

/** What of a pack cannot be issued any more is left out; the rest comes. The pack itself is used up by it. */
async function unpack(unit: Unit, pack: CouponTypeRow, issue: CouponIssue): Promise<readonly CouponRow[]> {
  const [parts = []] = await packParts(unit, [pack.id]);
  const coupons: CouponRow[] = [];
  for (const { typeId, count } of parts) {
    const type = await lockType(unit, typeId);
    if (!type) continue;
    for (let n = 1; n <= count; n += 1) {
      const fresh = { ...type, issuedCount: type.issuedCount + n - 1 };
      const one = { ...issue, typeId, source: 'PACK' as const, occasion: `${issue.occasion}:${n}` };
      const taken = await takeOne(unit, fresh, one);
      if ('coupon' in taken) coupons.push(taken.coupon);
    }
  }
  const packId = issue.occasion.slice('pack:'.length);
  await rows(
    unit.em,
    sql`with used as (update coupons set state = 'REDEEMED', changed_at = ${issue.at} where id = ${packId} returning type_id)
      update coupon_types t set taken_count = taken_count + 1 from used where t.id = used.type_id`,
  );
  return coupons;
}

/** Gives what a new member gets (M1.7); hearing of the same member twice gives it once. */
export async function giveWelcomeCoupons(ctx: Context, memberId: string): Promise<void> {
  const types = await typesGivenAt(ctx.em, 'REGISTRATION');
  for (const { id } of types)
    await give(ctx, { typeId: id, memberId, source: 'REGISTRATION', occasion: 'registration' });
}

/** Gives what a paid order of this size earns (M6.2); once an order. */
export async function giveSpendCoupons(
  ctx: Context,
  {
    orderId,
    memberId,
    amountFen,
  }: { readonly orderId: string; readonly memberId: string; readonly amountFen: number },
): Promise<void> {
  const types = await typesGivenAt(ctx.em, { spentFen: amountFen });
  for (const { id } of types)
    await give(ctx, { typeId: id, memberId, source: 'SPEND', occasion: `order:${orderId}` });
}

const birthdaysAtOnce = 500;

/** Gives birthday coupons to those whose birthday is in this month (M9, C10); once a member and year (I17). */
export async function giveBirthdayCoupons(ctx: Context): Promise<void> {
  const today = dayOf(ctx.clock.now());
  const occasion = `birthday:${today.slice(0, 4)}`;
  for (const { id: typeId } of await typesGivenAt(ctx.em, 'BIRTHDAY')) {
    const members = await rows(
      ctx.em,
      sql<{ id: string }>`select m.id from members m
        where extract(month from m.birthday) = ${Number(today.slice(5, 7))}::int
          and not exists (select 1 from coupons c where c.type_id = ${typeId} and c.member_id = m.id and c.occasion = ${occasion})
        order by m.id limit ${birthdaysAtOnce}`,
    );
    for (const { id: memberId } of members)
      await give(ctx, { typeId, memberId, source: 'BIRTHDAY', occasion });
  }
}

/** In an act of its own, so that one type's end does not hold up the others. */
const give = (ctx: Context, issue: Omit<CouponIssue, 'at'>): Promise<Issued> =>
  unitOfWork(ctx, (unit) => issueCoupon(unit, { ...issue, at: ctx.clock.now() }));
