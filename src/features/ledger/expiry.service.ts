import type { Unit } from '../../platform/database/unit-of-work.ts';
import { houseAccounts } from './accounts.rules.ts';
import { accountOf, lockBook, mainAccount, type Book, type LockedAccount } from './books.service.ts';
import { repayDebt } from './debt.service.ts';
import { expiredLots, ripeLots, type Holder } from './lots.queries.ts';
import { post } from './postings.service.ts';

/** Posts what is due of one member's lots. */
export async function settleDue(unit: Unit, holder: Holder): Promise<void> {
  const book = await expireDue(unit, await lockBook(unit, holder));
  await makeAvailable(unit, book);
}

/**
 * Expires what is left in the member's lots past their expiry, each lot by a posting of its own: once, and once more
 * for each time that something came back into it (`cause` names what brought it).
 */
export async function expireDue(unit: Unit, book: Book, cause?: string): Promise<Book> {
  const { at, lots } = await expiredLots(unit, book);
  let left = book;
  for (const lot of lots) {
    const posted = await post(unit, left, {
      key: cause ? `expire:${lot.id}:${cause}` : `expire:${lot.id}`,
      reason: { kind: 'EXPIRED', facts: {} },
      subjectId: null,
      entries: [
        { accountId: accountOfLot(left, lot).id, amount: -lot.remaining },
        { accountId: houseAccounts[left.currency].EXPIRE, amount: lot.remaining },
      ],
      draws: [{ lotId: lot.id, amount: lot.remaining }],
      at,
    });
    left = posted?.book ?? left;
  }
  return left;
}

/** Makes pending points available whose time has come; they pay the member's debt first. */
async function makeAvailable(unit: Unit, book: Book): Promise<Book> {
  if (book.currency !== 'REWARD') return book;
  const { at, lots } = await ripeLots(unit, book);
  let left = book;
  for (const { id, remaining, why, subjectId } of lots) {
    const posted = await post(unit, left, {
      key: `available:${id}`,
      reason: { kind: 'AVAILABLE', facts: { why } },
      subjectId,
      entries: [
        { accountId: accountOf(left, 'REWARD_POINTS_PENDING').id, amount: -remaining },
        { accountId: mainAccount(left).id, amount: remaining },
      ],
      releasedLotId: id,
      at,
    });
    if (!posted) continue;
    left = await repayDebt(unit, posted.book, { subjectId, cause: posted.transactionId });
  }
  return left;
}

/** The account in which a lot's points count. */
const accountOfLot = (book: Book, { isPending }: { readonly isPending: boolean }): LockedAccount =>
  isPending ? accountOf(book, 'REWARD_POINTS_PENDING') : mainAccount(book);
