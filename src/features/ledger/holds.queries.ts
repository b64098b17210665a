import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { houseActor, type Currency } from './accounts.rules.ts';
import { momentOf } from './lots.queries.ts';
import type { PastDraw } from './restoration.rules.ts';

/** A hold with what is left in it. */
export interface OpenHold {
  readonly memberId: string;
  readonly currency: Currency;
  readonly transactionId: string;
  readonly endsAt: Date;
  readonly open: number;
}

/** A hold with what is left in it, or null. */
export const holdById = (unit: Pick<Unit, 'em'>, holdId: string): Promise<OpenHold | null> =>
  row(
    unit.em,
    sql<OpenHold>`select h.member_id as "memberId", h.currency, h.transaction_id as "transactionId", h.ends_at as "endsAt",
        (h.points - coalesce((select sum(s.points) from hold_slices s where s.hold_id = h.id), 0))::bigint as open
      from holds h where h.id = ${holdId}`,
  );

/** The hold that was made under this name. */
export async function holdOfKey(unit: Pick<Unit, 'em'>, key: string): Promise<string> {
  const found = await row(
    unit.em,
    sql<{ id: string }>`select h.id from holds h join ledger_transactions t on t.id = h.transaction_id
      where t.actor = ${houseActor} and t.idempotency_key = ${key}`,
  );
  if (!found) throw new Error(`There is no hold under the name ${key}.`);
  return found.id;
}

/** What a member's transaction took out of lots, in the order in which it did, less what was put back since. */
export const drawsOf = (
  unit: Pick<Unit, 'em'>,
  memberId: string,
  transactionId: string,
): Promise<readonly PastDraw[]> =>
  rows(
    unit.em,
    sql<PastDraw>`select c.id as "consumptionId",
        (c.amount - coalesce((select sum(r.amount) from lot_restorations r where r.consumption_id = c.id), 0))::bigint as amount,
        coalesce(l.expires_at <= ${momentOf(memberId)}, false) as "isOver"
      from lot_consumptions c join lots l on l.id = c.lot_id where c.transaction_id = ${transactionId} order by c.id`,
  );
