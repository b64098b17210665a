import { v7 } from 'uuid';
import { requireMember, requireOperator } from '../../platform/auth/actor.ts';
import { addressKey } from '../../platform/auth/address.ts';
import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import type { Context } from '../../platform/context.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import type { Text } from '../../platform/text/text.ts';
import { answerOnce } from '../ledger/index.ts';
import { memberIdByUsername } from '../members/index.ts';
import { claimCodeFrom, claimCodePattern } from './claim-code.rules.ts';
import { CouponNotClaimable } from './coupon.errors.ts';
import { claimProblemTexts, type ClaimProblem } from './coupon.rules.ts';
import { issueCoupon, type Issued } from './coupon-issue.service.ts';
import { couponTypeById, typeByCode } from './coupon-types.queries.ts';
import { couponsByIds, type CouponRow } from './coupons.queries.ts';

type ClaimAnswer = { readonly couponIds: readonly string[] } | { readonly refused: ClaimProblem };

/** A claim on the page: a type that is offered there. Throws NOT_FOUND, InvalidInput, IdempotencyConflict, CouponNotClaimable. */
export async function claimCoupon(
  ctx: Context,
  { typeId, idempotencyKey }: { readonly typeId: string; readonly idempotencyKey: string },
): Promise<readonly CouponRow[]> {
  const member = requireMember(ctx);
  const request = { operation: 'claimCoupon', typeId };
  const { answer } = await answerOnce(
    ctx,
    { actor: member.id, key: idempotencyKey, request },
    async (unit): Promise<ClaimAnswer> => {
      const type = await couponTypeById(unit.em, typeId);
      // What is not offered on the page is nobody's to know of.
      if (!type?.isClaimable) throw notFound();
      return answerTo(await issueTo(ctx, unit, { typeId, memberId: member.id, source: 'CLAIM' }));
    },
  );
  return await claimed(ctx, answer);
}

/**
 * A claim by code. Throws InvalidInput, IdempotencyConflict, CouponNotClaimable, and TooManyAttempts after too many
 * codes that there are not.
 */
export async function claimCouponByCode(
  ctx: Context,
  { code: typed, idempotencyKey }: { readonly code: string; readonly idempotencyKey: string },
): Promise<readonly CouponRow[]> {
  const member = requireMember(ctx);
  const code = claimCodeFrom(typed);
  if (!claimCodePattern.test(code)) {
    throw new InvalidInput('code', {
      zh: '口令由 4–24 个字母或数字组成。',
      en: 'A code has 4–24 letters or digits.',
    });
  }
  await refuseGuesser(ctx, member.id);
  const request = { operation: 'claimCouponByCode', code };
  const { answer, isReplay } = await answerOnce(
    ctx,
    { actor: member.id, key: idempotencyKey, request },
    async (unit): Promise<ClaimAnswer> => {
      const type = await typeByCode(unit.em, code);
      if (!type) return { refused: 'UNKNOWN_CODE' };
      return answerTo(await issueTo(ctx, unit, { typeId: type.id, memberId: member.id, source: 'CODE' }));
    },
  );
  if ('refused' in answer && answer.refused === 'UNKNOWN_CODE' && !isReplay) await countGuess(ctx, member.id);
  return await claimed(ctx, answer);
}

interface To {
  readonly typeId: string;
  readonly memberId: string;
  readonly source: 'CLAIM' | 'CODE' | 'STAFF';
}

const issueTo = (ctx: Context, unit: Unit, to: To): Promise<Issued> =>
  issueCoupon(unit, { ...to, occasion: `${to.source.toLowerCase()}:${v7()}`, at: ctx.clock.now() });

const answerTo = (issued: Issued): ClaimAnswer =>
  'refused' in issued ? issued : { couponIds: issued.coupons.map(({ id }) => id) };

async function claimed(ctx: Context, answer: ClaimAnswer): Promise<readonly CouponRow[]> {
  if ('refused' in answer) throw new CouponNotClaimable(answer.refused);
  return (await couponsByIds(ctx, answer.couponIds)).filter((coupon) => coupon !== null);
}

/** How many members one act of staff gives coupons to. */
export const recipientsMax = 200;

/** What became of a coupon for each of several members. */
export interface GivenCoupons {
  readonly issuedCount: number;
  readonly failures: readonly { readonly id: string; readonly text: Text }[];
}

/**
 * Staff give a coupon to members by their usernames, each as far as the caps allow; the others go without and are
 * named. Throws FORBIDDEN, NOT_FOUND, InvalidInput, IdempotencyConflict.
 */
export async function issueCoupons(
  ctx: Context,
  input: { readonly typeId: string; readonly usernames: readonly string[]; readonly idempotencyKey: string },
): Promise<GivenCoupons> {
  const staff = requireOperator(ctx);
  const usernames = checkRecipients(input.usernames);
  const { typeId } = input;
  if (!isId(typeId)) throw notFound();
  const request = { operation: 'issueCoupons', typeId, usernames: usernames.join('\n') };
  const { answer } = await answerOnce(
    ctx,
    { actor: staff.id, key: input.idempotencyKey, request },
    async (unit): Promise<GivenCoupons> => {
      if (!(await couponTypeById(unit.em, typeId))) throw notFound();
      const failures: { id: string; text: Text }[] = [];
      for (const username of usernames) {
        const memberId = await memberIdByUsername(unit, username);
        const issued = memberId && (await issueTo(ctx, unit, { typeId, memberId, source: 'STAFF' }));
        if (!issued) failures.push({ id: username, text: unknownMember });
        else if ('refused' in issued)
          failures.push({ id: username, text: claimProblemTexts[issued.refused] });
      }
      return { issuedCount: usernames.length - failures.length, failures };
    },
  );
  return answer;
}

const unknownMember: Text = { zh: '没有这个用户名。', en: 'Nobody has this username.' };

function checkRecipients(usernames: readonly string[]): readonly string[] {
  const named = [...new Set(usernames.map((name) => name.trim()).filter((name) => name !== ''))];
  if (named.length >= 1 && named.length <= recipientsMax && named.every((name) => name.length <= 200))
    return named;
  throw new InvalidInput(
    'usernames',
    { zh: `请填写 1–${recipientsMax} 个用户名。`, en: `Please name 1–${recipientsMax} usernames.` },
    recipientsMax,
  );
}

/** Only codes that there are not count. */
const guessesPerMember: ThrottleRule = { name: 'coupon-guesses-member', points: 10, seconds: 600 };
const guessesPerAddress: ThrottleRule = { name: 'coupon-guesses-address', points: 60, seconds: 600 };

const guesses = (ctx: Context, memberId: string): readonly (readonly [ThrottleRule, string])[] => [
  [guessesPerMember, memberId],
  [guessesPerAddress, addressKey(ctx.address)],
];

async function refuseGuesser(ctx: Context, memberId: string): Promise<void> {
  for (const [rule, key] of guesses(ctx, memberId)) {
    if ((await ctx.throttles.left(rule, key)) > 0) continue;
    throw new TooManyAttempts(await ctx.throttles.take(rule, key));
  }
}

async function countGuess(ctx: Context, memberId: string): Promise<void> {
  for (const [rule, key] of guesses(ctx, memberId)) await ctx.throttles.take(rule, key);
}
