import type { Unit } from '../../platform/database/unit-of-work.ts';
import { accountOf, balanceIn, mainAccount, type Book } from './books.service.ts';
import { drawnBy, planDraw } from './draw.rules.ts';
import { openLots } from './lots.queries.ts';
import { post } from './postings.service.ts';

/** Pays what the member owes out of what is in their lots, as a posting of its own after the one that is its cause. */
export async function repayDebt(
  unit: Unit,
  book: Book,
  { subjectId, cause }: { readonly subjectId: string | null; readonly cause: string },
): Promise<Book> {
  const { balance, debt } = balanceIn(book);
  if (debt === 0 || balance === 0) return book;
  const { at, lots } = await openLots(unit, book, { points: debt });
  const draws = planDraw(lots, debt);
  const repaid = drawnBy(draws);
  if (repaid === 0) return book;
  const posted = await post(unit, book, {
    key: `debt:${cause}`,
    reason: { kind: 'DEBT_REPAID', facts: {} },
    subjectId,
    entries: [
      { accountId: mainAccount(book).id, amount: -repaid },
      { accountId: accountOf(book, 'DEBT').id, amount: repaid },
    ],
    draws,
    at,
  });
  return posted?.book ?? book;
}
