import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import type { Currency } from './accounts.rules.ts';

/** Points of one member that end together. */
export interface ExpiringPoints {
  readonly memberId: string;
  readonly currency: Currency;
  readonly points: number;
  /** The first moment at which it is too late. */
  readonly expiresAt: Date;
}

export interface ExpiringWanted {
  /** Those that end after now and up to this moment. */
  readonly until: Date;
  readonly now: Date;
  /** The last one of the page before. */
  readonly after: ExpiringPoints | null;
  readonly size: number;
}

/** Points that can be spent and are about to end, in pages, so that their members can be told in time (M5). */
export const expiringPoints = (
  ctx: Pick<Context, 'em'>,
  { until, now, after, size }: ExpiringWanted,
): Promise<readonly ExpiringPoints[]> =>
  rows(
    ctx.em,
    sql<ExpiringPoints>`select member_id as "memberId", currency, sum(remaining)::bigint as points, expires_at as "expiresAt"
      from lots
      where remaining > 0 and expires_at > ${now} and expires_at <= ${until} and available_at <= ${now}
        and ${
          after
            ? sql`(expires_at, member_id, currency) > (${after.expiresAt}, ${after.memberId}::uuid, ${after.currency})`
            : sql`true`
        }
      group by member_id, currency, expires_at order by expires_at, member_id, currency limit ${size}`,
  );
