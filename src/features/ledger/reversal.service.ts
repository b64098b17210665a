import type { Unit } from '../../platform/database/unit-of-work.ts';
import type { Text } from '../../platform/text/text.ts';
import { houseAccounts } from './accounts.rules.ts';
import { pointsMax as mostPoints } from './amount.rules.ts';
import { accountOf, balanceIn, lockBook, mainAccount, type Book } from './books.service.ts';
import { repayDebt } from './debt.service.ts';
import { expireDue } from './expiry.service.ts';
import { drawsOf } from './holds.queries.ts';
import { post } from './postings.service.ts';
import { amountOn, givenLots, postingByName, type StandingPosting } from './reversal.queries.ts';
import { debtPaidBy } from './restoration.rules.ts';
import { planReversal, type TakenLot } from './reversal.rules.ts';

/** What is to be taken back. */
export interface Reversal {
  /** The name under which it was given, such as `order:<id>`. */
  readonly name: string;
  /** Why, for the member's history. */
  readonly reason: Text;
  /** At most so many points, for a part; by default all. */
  readonly pointsMax?: number;
}

/** What was taken back: out of the lots, and as debt for what was spent already. */
export interface Reversed {
  readonly taken: number;
  readonly owed: number;
}

/**
 * Takes back what was given under a name, once: of card points what is unused of its own lots (the principal that
 * may be refunded), of earned points also what was spent already, which becomes debt and is paid out of what the
 * member has and will have. What has expired stays expired. Returns null when nothing was given under that name;
 * again, it returns what was taken the first time.
 */
export async function reverseIssue(unit: Unit, reversal: Reversal): Promise<Reversed | null> {
  const given = await postingByName(unit, reversal.name);
  if (!given) return null;
  const book = await lockBook(unit, given);
  const before = await postingByName(unit, reversalKey(reversal.name));
  if (before) return await reversedBy(unit, book, before);
  return await takeBack(unit, book, { given, reversal });
}

const reversalKey = (name: string): string => `reverse:${name}`;

async function takeBack(
  unit: Unit,
  book: Book,
  { given, reversal }: { readonly given: StandingPosting; readonly reversal: Reversal },
): Promise<Reversed> {
  const { at, lots } = await givenLots(unit, given);
  const parts = planReversal(lots, reversal.pointsMax ?? mostPoints);
  const of = (which: (part: TakenLot) => number): number => parts.reduce((sum, part) => sum + which(part), 0);
  const pending = of(({ lot, drawn }) => (lot.isPending ? drawn : 0));
  const taken = of(({ drawn }) => drawn);
  // Card points that were typed away were had: there is nothing to give back for them, and nothing is owed.
  const owed = given.kind === 'EARNED' ? of(({ spent }) => spent) : 0;
  if (taken + owed === 0) return { taken, owed };
  const posted = await post(unit, book, {
    key: reversalKey(reversal.name),
    reason: { kind: 'REVERSED', facts: { why: reversal.reason } },
    subjectId: given.subjectId,
    entries: [
      { accountId: mainAccount(book).id, amount: pending - taken },
      ...(pending > 0 ? [{ accountId: accountOf(book, 'REWARD_POINTS_PENDING').id, amount: -pending }] : []),
      { accountId: accountOf(book, 'DEBT').id, amount: -owed },
      {
        accountId: book.currency === 'CARD' ? houseAccounts.CARD.REFUND : houseAccounts.REWARD.CLAWBACK,
        amount: taken + owed,
      },
    ].filter(({ amount }) => amount !== 0),
    draws: parts.filter(({ drawn }) => drawn > 0).map(({ lot, drawn }) => ({ lotId: lot.id, amount: drawn })),
    reversesId: given.id,
    at,
  });
  if (posted) {
    await repayDebt(unit, posted.book, { subjectId: given.subjectId, cause: posted.transactionId });
  }
  return { taken, owed };
}

async function reversedBy(unit: Unit, book: Book, { id, drawn }: StandingPosting): Promise<Reversed> {
  const owed = await amountOn(unit, id, accountOf(book, 'DEBT').id);
  return { taken: drawn, owed: Math.abs(owed) };
}

/** What is to be given back of a spend. */
export interface SpendRestoration {
  /** The name under which it was spent. */
  readonly name: string;
  readonly reason: Text;
}

/**
 * Undoes a spend: the points go back into the very lots that they came out of, once. What has expired meanwhile
 * pays what is owed, and beyond that is restored and expires at once, so that spending and cancelling never makes
 * points last longer; what is left pays the rest of the debt. Returns how many points went back, or null when nothing was spent under that name.
 */
export async function restoreSpend(unit: Unit, { name, reason }: SpendRestoration): Promise<number | null> {
  const spent = await postingByName(unit, name);
  if (spent?.kind !== 'SPENT') return null;
  const book = await lockBook(unit, spent);
  const key = `restore:${name}`;
  const draws = await drawsOf(unit, book.memberId, spent.id);
  const { paid, restorations } = debtPaidBy(draws, balanceIn(book).debt);
  const points = spent.drawn;
  if (await postingByName(unit, key)) return points;
  const posted = await post(unit, book, {
    key,
    reason: { kind: 'RESTORED', facts: { why: reason } },
    subjectId: spent.subjectId,
    entries: [
      { accountId: mainAccount(book).id, amount: points - paid },
      { accountId: accountOf(book, 'DEBT').id, amount: paid },
      { accountId: houseAccounts[book.currency].REDEEM, amount: -points },
    ].filter(({ amount }) => amount !== 0),
    restorations,
    reversesId: spent.id,
  });
  if (!posted) return points;
  const { transactionId: cause } = posted;
  await repayDebt(unit, await expireDue(unit, posted.book, cause), { subjectId: spent.subjectId, cause });
  return points;
}
