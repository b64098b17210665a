import { requireMember } from '../../platform/auth/actor.ts';
import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import { addressKey } from '../../platform/auth/address.ts';
import { hashToken } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { answerOnce, issuePoints } from '../ledger/index.ts';
import { CardNotRedeemable } from './card.errors.ts';
import { cardCodeFrom, type CardProblem } from './card.rules.ts';

export interface RedeemedCard {
  readonly points: number;
  readonly balance: number;
}

type RedeemAnswer = RedeemedCard | { readonly refused: CardProblem };

/**
 * Turns a card into card points, once, whoever else tries it at the same time. Throws InvalidInput,
 * IdempotencyConflict, CardNotRedeemable, and TooManyAttempts after too many codes that no card has.
 */
export async function redeemCard(
  ctx: Context,
  { code: typed, idempotencyKey }: { readonly code: string; readonly idempotencyKey: string },
): Promise<RedeemedCard> {
  const member = requireMember(ctx);
  const code = cardCodeFrom(typed);
  await refuseGuesser(ctx, member.id);
  const request = { operation: 'redeemCard', code };
  const { answer, isReplay } = await answerOnce(
    ctx,
    { actor: member.id, key: idempotencyKey, request },
    (unit) => claim(ctx, unit, { code, memberId: member.id }),
  );
  if (!('refused' in answer)) return answer;
  if (answer.refused === 'UNKNOWN' && !isReplay) await countGuess(ctx, member.id);
  throw new CardNotRedeemable(answer.refused);
}

async function claim(
  ctx: Context,
  unit: Unit,
  { code, memberId }: { readonly code: string; readonly memberId: string },
): Promise<RedeemAnswer> {
  const hash = hashToken(code);
  // One statement takes the card: of two that race, the second waits and then finds it used.
  const card = await row(
    unit.em,
    sql<{
      id: string;
      points: number;
    }>`update top_up_cards set redeemed_by = ${memberId}, redeemed_at = ${ctx.clock.now()}
      where code_hash = ${hash} and redeemed_at is null and voided_at is null returning id, points`,
  );
  if (!card) return { refused: await problemWith(unit, hash) };
  const { balance } = await issuePoints(unit, {
    memberId,
    points: card.points,
    reason: { kind: 'TOP_UP_CARD', facts: {} },
    key: `card:${card.id}`,
    subjectId: card.id,
  });
  return { points: card.points, balance };
}

async function problemWith(unit: Unit, hash: Buffer): Promise<CardProblem> {
  const card = await row(
    unit.em,
    sql<{
      isUsed: boolean;
    }>`select redeemed_at is not null as "isUsed" from top_up_cards where code_hash = ${hash}`,
  );
  if (!card) return 'UNKNOWN';
  return card.isUsed ? 'USED' : 'VOID';
}

/** Only codes that no card has count: whoever holds a stack of cards, used ones among them, may try them all. */
const guessesPerMember: ThrottleRule = { name: 'card-guesses-member', points: 10, seconds: 600 };
const guessesPerAddress: ThrottleRule = { name: 'card-guesses-address', points: 60, seconds: 600 };

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
