import { v7 } from 'uuid';
import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { checkInteger, checkText, isId } from '../../platform/text/text.rules.ts';
import { memberAccountsByIds } from '../members/index.ts';
import { houseAccounts, type Currency } from './accounts.rules.ts';
import { adjustmentRule, reasonRule, requireSome } from './adjustment.rules.ts';
import { lockBook, mainAccount } from './books.service.ts';
import { repayDebt } from './debt.service.ts';
import { drawnBy, planDraw } from './draw.rules.ts';
import { answerOnce } from './idempotency.service.ts';
import { NotEnoughPoints } from './ledger.errors.ts';
import { openLots } from './lots.queries.ts';
import { post } from './postings.service.ts';
import { programmeValidity } from './programme-validity.service.ts';
import { forever } from './validity.rules.ts';

export interface Adjustment {
  readonly memberId: string;
  readonly currency: Currency;
  /** Positive gives, negative takes. */
  readonly points: number;
  readonly reason: string;
  readonly idempotencyKey: string;
}

type AdjustAnswer = { readonly isDone: true } | { readonly available: number };

/**
 * Staff put a member's points right, with a reason that the member reads; who did it stands with the posting. Taking
 * never goes below what there is. Throws NOT_FOUND, InvalidInput, IdempotencyConflict, NotEnoughPoints.
 */
export async function adjustPoints(
  ctx: Context,
  adjustment: Adjustment,
): Promise<{ readonly memberId: string }> {
  const operator = requireOperator(ctx);
  const { memberId, currency, idempotencyKey } = adjustment;
  const points = requireSome(checkInteger('points', adjustment.points, adjustmentRule));
  const reason = checkText('reason', adjustment.reason, reasonRule);
  if (!isId(memberId)) throw notFound();
  const request = { operation: 'adjustPoints', memberId, currency, points, reason };
  const { answer } = await answerOnce(
    ctx,
    { actor: operator.id, key: idempotencyKey, request },
    async (unit): Promise<AdjustAnswer> => {
      const [member] = await memberAccountsByIds({ ...ctx, em: unit.em }, [memberId]);
      if (!member) throw notFound();
      const order = {
        memberId,
        currency,
        points: Math.abs(points),
        why: { zh: reason, en: reason },
        by: operator.id,
      };
      return points > 0 ? await give(unit, order) : await take(unit, order);
    },
  );
  if ('available' in answer) throw new NotEnoughPoints(answer.available);
  return { memberId };
}

interface AdjustmentOrder {
  readonly memberId: string;
  readonly currency: Currency;
  readonly points: number;
  readonly why: { readonly zh: string; readonly en: string };
  readonly by: string;
}

async function give(
  unit: Unit,
  { memberId, currency, points, why, by }: AdjustmentOrder,
): Promise<AdjustAnswer> {
  const book = await lockBook(unit, { memberId, currency });
  const posted = await post(unit, book, {
    key: `adjust:${v7()}`,
    reason: { kind: 'ADJUSTED', facts: { why, by } },
    subjectId: null,
    entries: [
      { accountId: mainAccount(book).id, amount: points },
      { accountId: houseAccounts[currency].ADJUST, amount: -points },
    ],
    lot: {
      kind: 'PROMO',
      points,
      validity: currency === 'CARD' ? forever : await programmeValidity(unit),
    },
  });
  if (posted) await repayDebt(unit, posted.book, { subjectId: null, cause: posted.transactionId });
  return { isDone: true };
}

async function take(
  unit: Unit,
  { memberId, currency, points, why, by }: AdjustmentOrder,
): Promise<AdjustAnswer> {
  const book = await lockBook(unit, { memberId, currency });
  const { at, lots } = await openLots(unit, book, { points });
  const draws = planDraw(lots, points);
  if (drawnBy(draws) < points) return { available: drawnBy(draws) };
  await post(unit, book, {
    key: `adjust:${v7()}`,
    reason: { kind: 'ADJUSTED', facts: { why, by } },
    subjectId: null,
    entries: [
      { accountId: mainAccount(book).id, amount: -points },
      { accountId: houseAccounts[currency].ADJUST, amount: points },
    ],
    draws,
    at,
  });
  return { isDone: true };
}
