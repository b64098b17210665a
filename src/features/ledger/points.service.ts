import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import type { Context } from '../../platform/context.ts';
import { houseAccounts, type Balance } from './accounts.rules.ts';
import { drawnBy, planDraw } from './draw.rules.ts';
import { isPosted } from './ledger.queries.ts';
import { openLots } from './lots.queries.ts';
import type { PointReason } from './point-reason.rules.ts';
import { balanceIn, lockAccounts, post, type LockedAccounts } from './postings.service.ts';

/** Points that come to a member. */
export interface PointIssue {
  readonly memberId: string;
  readonly points: number;
  readonly reason: Extract<PointReason, { readonly kind: 'WELCOME_GIFT' | 'PURCHASE' | 'TOP_UP_CARD' }>;
  /** Names this issue for all time, such as `order:<id>`: it happens once. */
  readonly key: string;
  /** The order or card that it comes from. */
  readonly subjectId: string | null;
}

/**
 * Issues points as one new lot, and pays the member's debt out of the lots before anything else can be bought.
 * The same issue a second time changes nothing. Throws IdempotencyConflict when the key stands for another issue.
 */
export async function issuePoints(unit: Unit, issue: PointIssue): Promise<Balance> {
  const accounts = await lockAccounts(unit, issue.memberId);
  const isGift = issue.reason.kind === 'WELCOME_GIFT';
  const posted = await post(unit, accounts, {
    key: issue.key,
    reason: issue.reason,
    subjectId: issue.subjectId,
    entries: [
      { accountId: accounts.cardPoints.id, amount: issue.points },
      { accountId: isGift ? houseAccounts.ISSUE_GIFT : houseAccounts.ISSUE_PAID, amount: -issue.points },
    ],
    lot: {
      kind: isGift ? 'GIFT' : 'PAID',
      points: issue.points,
      // A paid card point never expires (C22).
      monthsValid: issue.reason.kind === 'WELCOME_GIFT' ? issue.reason.facts.months : 0,
    },
  });
  if (!posted) return balanceIn(accounts);
  return balanceIn(
    await repayDebt(unit, posted.accounts, { subjectId: issue.subjectId, cause: posted.transactionId }),
  );
}

async function repayDebt(
  unit: Unit,
  accounts: LockedAccounts,
  { subjectId, cause }: { readonly subjectId: string | null; readonly cause: string },
): Promise<LockedAccounts> {
  const { debt } = balanceIn(accounts);
  if (debt === 0) return accounts;
  const { at, lots } = await openLots(unit, accounts.memberId, debt);
  const draws = planDraw(lots, debt);
  const repaid = drawnBy(draws);
  if (repaid === 0) return accounts;
  const posted = await post(unit, accounts, {
    key: `debt:${cause}`,
    reason: { kind: 'DEBT_REPAID', facts: {} },
    subjectId,
    entries: [
      { accountId: accounts.cardPoints.id, amount: -repaid },
      { accountId: accounts.debt.id, amount: repaid },
    ],
    draws,
    at,
  });
  return posted?.accounts ?? accounts;
}

/** Gives the welcome gift; hearing of the same member twice gives it once. */
export async function giveWelcomeGift(ctx: Context, memberId: string): Promise<void> {
  const { welcomeGift, giftMonths } = ctx.config.points;
  if (welcomeGift === 0) return;
  // The key alone decides: a gift given under an earlier configuration is not given again, nor is it an error.
  if (await isPosted(ctx, welcomeKey(memberId))) return;
  await unitOfWork(ctx, async (unit) => {
    await issuePoints(unit, {
      memberId,
      points: welcomeGift,
      reason: { kind: 'WELCOME_GIFT', facts: { months: giftMonths } },
      key: welcomeKey(memberId),
      subjectId: null,
    });
  });
}

const welcomeKey = (memberId: string): string => `welcome:${memberId}`;
