import { v7 } from 'uuid';
import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { IdempotencyConflict } from '../../platform/graphql/user-error.ts';
import { houseActor, spendable } from './accounts.rules.ts';
import { balanceIn, moved, rewardsIn, type Book } from './books.service.ts';
import type {} from './ledger.events.ts';
import { postingStatement, type Posting } from './posting.statements.ts';
import { requestHash } from './request-hash.ts';

export interface Posted {
  readonly transactionId: string;
  readonly book: Book;
}

/**
 * Writes one balanced transaction with its news and announces the member's new balance. Returns null when this very
 * posting stands already; throws IdempotencyConflict when its key stands for another one.
 */
export async function post(unit: Unit, book: Book, posting: Posting): Promise<Posted | null> {
  const transactionId = v7();
  const hash = requestHash([book.memberId, posting.reason, posting.subjectId, posting.entries]);
  const payload = newsOf(transactionId, book, posting);
  const news = unit.insertion('pointsMoved', sql`${JSON.stringify(payload)}::jsonb`, sql`posted`);
  const found = await rows(unit.em, postingStatement({ transactionId, book, hash, news }, posting));
  const [first] = found;
  if (!first) return await refuseOther(unit, posting.key, hash);
  const after = moved(book, new Map(found.map(({ accountId, balanceAfter }) => [accountId, balanceAfter])));
  unit.stored({ id: Number(first.newsId), kind: 'pointsMoved', payload });
  announce(unit, after);
  return { transactionId, book: after };
}

/** What other features hear of a posting. */
function newsOf(transactionId: string, book: Book, { entries, reason, subjectId }: Posting): object {
  const { memberId, currency, accounts } = book;
  const of = (kind: 'REWARD_POINTS_PENDING' | (typeof spendable)['CARD' | 'REWARD']): number | undefined =>
    entries.find(({ accountId }) => accountId === accounts.get(kind)?.id)?.amount;
  const points = of(spendable[currency]) ?? of('REWARD_POINTS_PENDING') ?? 0;
  return { transactionId, memberId, currency, kind: reason.kind, points, subjectId };
}

function announce(unit: Unit, book: Book): void {
  const topic = { name: 'memberNews', id: book.memberId } as const;
  if (book.currency === 'CARD') unit.announce(topic, { kind: 'BALANCE_CHANGED', ...balanceIn(book) });
  else unit.announce(topic, { kind: 'REWARDS_CHANGED', ...rewardsIn(book) });
}

async function refuseOther(unit: Unit, key: string, hash: Buffer): Promise<null> {
  const standing = await row(
    unit.em,
    sql<{
      hash: Buffer;
    }>`select request_hash as hash from ledger_transactions where actor = ${houseActor} and idempotency_key = ${key}`,
  );
  if (!standing?.hash.equals(hash)) throw new IdempotencyConflict();
  return null;
}
