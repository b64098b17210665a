import type { Unit } from '../../platform/database/unit-of-work.ts';
import type { Text } from '../../platform/text/text.ts';
import { houseAccounts, type Currency, type RewardBalance } from './accounts.rules.ts';
import { requireName, requirePoints } from './amount.rules.ts';
import { accountOf, lockBook, mainAccount, rewardsIn } from './books.service.ts';
import { repayDebt } from './debt.service.ts';
import { drawnBy, planDraw } from './draw.rules.ts';
import { openLots } from './lots.queries.ts';
import { post } from './postings.service.ts';
import { programmeValidity } from './programme-validity.service.ts';
import type { Validity } from './validity.rules.ts';

/** Reward points that a member earns. */
export interface PointEarning {
  readonly memberId: string;
  readonly points: number;
  /** Names this earning for all time, such as `earn:order:<id>`: it happens once. */
  readonly name: string;
  /** Why, for the member's history. */
  readonly reason: Text;
  readonly subjectId?: string | null;
  /** Until then the points are pending: seen, and not to be spent. By the database's clock. */
  readonly availableAt?: Date | null;
  /** How long they last, counted from now; by default as the programme's rules say (M5). */
  readonly validity?: Validity;
}

/**
 * Gives a member reward points as one new lot. What is available at once pays the member's debt first; what is
 * pending does so when its time comes. The same earning a second time changes nothing. Throws IdempotencyConflict
 * when the name stands for another one, RangeError for a number that is no number of points.
 */
export async function earnPoints(unit: Unit, earning: PointEarning): Promise<RewardBalance> {
  const { memberId, points, name, reason, subjectId = null, availableAt = null } = earning;
  requirePoints(points);
  requireName(name);
  const book = await lockBook(unit, { memberId, currency: 'REWARD' });
  const validity = earning.validity ?? (await programmeValidity(unit));
  const account = availableAt ? accountOf(book, 'REWARD_POINTS_PENDING') : mainAccount(book);
  const posted = await post(unit, book, {
    key: name,
    reason: { kind: 'EARNED', facts: { why: reason } },
    subjectId,
    entries: [
      { accountId: account.id, amount: points },
      { accountId: houseAccounts.REWARD.ISSUE_EARN, amount: -points },
    ],
    lot: { kind: 'EARNED', points, validity, availableAt },
  });
  if (!posted) return rewardsIn(book);
  return rewardsIn(await repayDebt(unit, posted.book, { subjectId, cause: posted.transactionId }));
}

/** Points that a member gives for something. */
export interface PointSpend {
  readonly memberId: string;
  readonly points: number;
  /** Names this spend for all time, such as `exchange:<id>`: it happens once. */
  readonly name: string;
  readonly reason: Text;
  readonly subjectId?: string | null;
}

/** What became of a spend: all of it, or nothing. */
export type Spent =
  | { readonly isSpent: true; readonly balance: number }
  | { readonly isSpent: false; readonly available: number };

/** Spends reward points; see spendPoints. */
export const spendRewardPoints = (unit: Unit, spend: PointSpend): Promise<Spent> =>
  spendPoints(unit, { ...spend, currency: 'REWARD' });

/**
 * Spends points out of the member's lots in draw order, all or nothing; never on debt. The same spend a second time
 * changes nothing and is spent. Throws IdempotencyConflict when the name stands for another one, RangeError for a
 * number that is no number of points.
 */
export async function spendPoints(
  unit: Unit,
  spend: PointSpend & { readonly currency: Currency },
): Promise<Spent> {
  const { memberId, currency, points, name, reason, subjectId = null } = spend;
  requirePoints(points);
  requireName(name);
  const book = await lockBook(unit, { memberId, currency });
  const { at, lots, stands } = await openLots(unit, book, { points, key: name });
  const draws = planDraw(lots, points);
  const available = drawnBy(draws);
  if (available < points && !stands) return { isSpent: false, available };
  const posted = await post(unit, book, {
    key: name,
    reason: { kind: 'SPENT', facts: { why: reason } },
    subjectId,
    entries: [
      { accountId: mainAccount(book).id, amount: -points },
      { accountId: houseAccounts[currency].REDEEM, amount: points },
    ],
    draws,
    at,
  });
  return { isSpent: true, balance: mainAccount(posted?.book ?? book).balance };
}
