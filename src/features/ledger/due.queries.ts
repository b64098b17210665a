import { rows, sql } from '../../platform/database/sql.ts';
import type { Context } from '../../platform/context.ts';
import type { Holder } from './lots.queries.ts';

/** Members of whose lots something is due, by the database's clock, but for those that were tried already. */
export const dueHolders = (
  ctx: Pick<Context, 'em'>,
  limit: number,
  without: readonly string[],
): Promise<readonly Holder[]> =>
  rows(
    ctx.em,
    sql<Holder>`select distinct member_id as "memberId", currency from (
      (select member_id, currency from lots
        where remaining > 0 and expires_at is not null and expires_at <= ledger_now()
          and member_id <> all(${without}::uuid[]) limit ${limit})
      union all
      (select member_id, currency from lots
        where is_pending and remaining > 0 and available_at <= ledger_now()
          and member_id <> all(${without}::uuid[]) limit ${limit})
    ) as due limit ${limit}`,
  );

/** Holds that are not used up and past their end. */
export const timedOutHolds = (
  ctx: Pick<Context, 'em'>,
  without: readonly string[],
): Promise<readonly { readonly id: string }[]> =>
  rows(
    ctx.em,
    sql<{ id: string }>`select id from open_holds
      where ends_at <= ledger_now() and id <> all(${without}::uuid[]) limit 1000`,
  );
