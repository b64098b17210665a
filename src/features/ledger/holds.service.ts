import { v7 } from 'uuid';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import type { Text } from '../../platform/text/text.ts';
import { houseAccounts, type Currency } from './accounts.rules.ts';
import { requireName, requirePoints } from './amount.rules.ts';
import { accountOf, balanceIn, lockBook, mainAccount, type Book } from './books.service.ts';
import { repayDebt } from './debt.service.ts';
import { drawnBy, planDraw } from './draw.rules.ts';
import { expireDue } from './expiry.service.ts';
import { drawsOf, holdById, holdOfKey, type OpenHold } from './holds.queries.ts';
import { openLots } from './lots.queries.ts';
import { post } from './postings.service.ts';
import { debtPaidBy, planRestoration } from './restoration.rules.ts';

/** Points to be set aside for something that is under way. */
export interface PointHold {
  readonly memberId: string;
  readonly currency: Currency;
  readonly points: number;
  /** Names this hold for all time: it happens once. */
  readonly name: string;
  readonly reason: Text;
  readonly subjectId?: string | null;
  /** After so many minutes what is left goes back by itself. */
  readonly minutes: number;
}

export type Held =
  { readonly isHeld: true; readonly holdId: string } | { readonly isHeld: false; readonly available: number };

/** Sets points aside, all or nothing: they are drawn from their lots, and neither spent nor had until used or released. */
export async function holdPoints(unit: Unit, hold: PointHold): Promise<Held> {
  const { memberId, currency, points, name, reason, subjectId = null, minutes } = hold;
  requirePoints(points);
  requireName(name);
  const book = await lockBook(unit, { memberId, currency, needs: ['HOLD'] });
  const { at, lots, stands } = await openLots(unit, book, { points, key: name });
  const draws = planDraw(lots, points);
  if (drawnBy(draws) < points && !stands) return { isHeld: false, available: drawnBy(draws) };
  const holdId = v7();
  const posted = await post(unit, book, {
    key: name,
    reason: { kind: 'HELD', facts: { why: reason } },
    subjectId,
    entries: [
      { accountId: mainAccount(book).id, amount: -points },
      { accountId: accountOf(book, 'HOLD').id, amount: points },
    ],
    draws,
    hold: { id: holdId, points, minutes },
    at,
  });
  return { isHeld: true, holdId: posted ? holdId : await holdOfKey(unit, name) };
}

export interface HoldUse {
  readonly holdId: string;
  readonly points: number;
  /** Names this part for all time. */
  readonly name: string;
  readonly reason: Text;
}

/** What became of the use of a hold; `open` is what is left in it. */
export interface Used {
  readonly isUsed: boolean;
  readonly open: number;
}

/** Uses a part of a hold that has not ended. Nothing is used when the hold has less, or has ended by then. */
export async function useHold(unit: Unit, { holdId, points, name, reason }: HoldUse): Promise<Used> {
  requirePoints(points);
  requireName(name);
  const locked = await lockHold(unit, holdId);
  if (!locked) return { isUsed: false, open: 0 };
  const { book, hold } = locked;
  const { at, stands } = await openLots(unit, book, { points: 0, key: name });
  if (!stands && (hold.open < points || hold.endsAt <= at)) return { isUsed: false, open: hold.open };
  const posted = await post(unit, book, {
    key: name,
    reason: { kind: 'USED', facts: { why: reason } },
    subjectId: null,
    entries: [
      { accountId: accountOf(book, 'HOLD').id, amount: -points },
      { accountId: houseAccounts[hold.currency].REDEEM, amount: points },
    ],
    slice: { holdId, points, isRelease: false },
    at,
  });
  return { isUsed: true, open: posted ? hold.open - points : hold.open };
}

/**
 * Gives back what is left of a hold, into the lots that it came out of; what has expired meanwhile pays what
 * is owed, and expires at once beyond that. Releasing what is used up or released changes nothing.
 */
export async function releaseHold(unit: Unit, holdId: string): Promise<void> {
  const locked = await lockHold(unit, holdId);
  if (!locked || locked.hold.open === 0) return;
  const { book, hold } = locked;
  const draws = planRestoration(await drawsOf(unit, book.memberId, hold.transactionId), hold.open);
  const { paid, restorations } = debtPaidBy(draws, balanceIn(book).debt);
  const posted = await post(unit, book, {
    key: `release:${holdId}`,
    reason: { kind: 'RELEASED', facts: {} },
    subjectId: null,
    entries: [
      { accountId: accountOf(book, 'HOLD').id, amount: -hold.open },
      { accountId: mainAccount(book).id, amount: hold.open - paid },
      { accountId: accountOf(book, 'DEBT').id, amount: paid },
    ].filter(({ amount }) => amount !== 0),
    restorations,
    slice: { holdId, points: hold.open, isRelease: true },
  });
  if (!posted) return;
  const { transactionId: cause } = posted;
  await repayDebt(unit, await expireDue(unit, posted.book, cause), { subjectId: null, cause });
}

/** The hold as it stands inside its member's lock. */
async function lockHold(
  unit: Unit,
  holdId: string,
): Promise<{ readonly book: Book; readonly hold: OpenHold } | null> {
  const before = await holdById(unit, holdId);
  if (!before) return null;
  const book = await lockBook(unit, before);
  const hold = await holdById(unit, holdId);
  return hold && { book, hold };
}
