import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { houseActor, type Currency } from './accounts.rules.ts';
import { momentOf } from './lots.queries.ts';
import type { PointKind } from './point-reason.rules.ts';
import type { GivenLot } from './reversal.rules.ts';

/** A posting that stands. */
export interface StandingPosting {
  readonly id: string;
  readonly memberId: string;
  readonly currency: Currency;
  readonly kind: PointKind;
  readonly subjectId: string | null;
  /** What it took out of lots. */
  readonly drawn: number;
}

/** The posting of this name, or null. */
export const postingByName = (unit: Pick<Unit, 'em'>, name: string): Promise<StandingPosting | null> =>
  row(
    unit.em,
    sql<StandingPosting>`select t.id, t.member_id as "memberId", t.kind, t.subject_id as "subjectId",
        (select e.currency from ledger_entries e where e.transaction_id = t.id limit 1) as currency,
        (select coalesce(sum(c.amount), 0)::bigint from lot_consumptions c where c.transaction_id = t.id) as drawn
      from ledger_transactions t where t.actor = ${houseActor} and t.idempotency_key = ${name}`,
  );

/** The lots that a posting gave, as they stand at a moment; what is past its expiry by then counts as expired. */
export async function givenLots(
  unit: Pick<Unit, 'em'>,
  given: StandingPosting,
): Promise<{ readonly at: Date; readonly lots: readonly GivenLot[] }> {
  const found = await rows(
    unit.em,
    sql<GivenLot & { at: Date; isOver: boolean }>`
      select now.at, l.id, l.initial, l.remaining, l.is_pending as "isPending",
        coalesce(l.expires_at <= now.at, false) as "isOver",
        (select coalesce(sum(c.amount), 0)::bigint from lot_consumptions c join ledger_transactions t on t.id = c.transaction_id
          where c.lot_id = l.id and t.kind = 'EXPIRED') as expired
      from (select ${momentOf(given.memberId)} as at) as now, lots l
      where l.source_transaction_id = ${given.id} order by l.id`,
  );
  const lots = found.map(({ isOver, ...lot }) =>
    isOver ? { ...lot, remaining: 0, expired: lot.expired + lot.remaining } : lot,
  );
  return { at: found[0]?.at ?? new Date(0), lots };
}

/** What a transaction moved on an account. */
export async function amountOn(
  unit: Pick<Unit, 'em'>,
  transactionId: string,
  accountId: string,
): Promise<number> {
  const found = await row(
    unit.em,
    sql<{
      amount: number;
    }>`select amount from ledger_entries where transaction_id = ${transactionId} and account_id = ${accountId}`,
  );
  return found?.amount ?? 0;
}
