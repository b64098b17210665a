import type { RawBuilder } from 'kysely';
import { sql } from '../../platform/database/sql.ts';
import type { Validity } from './validity.rules.ts';

/** The moment from which points are expired that came at `moment`: midnight in Asia/Shanghai, or null for never. */
export function expiryOf(validity: Validity, moment: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = sql`programme_day(${moment})`;
  switch (validity.scheme) {
    case 'NEVER':
      return sql`null::timestamptz`;
    case 'MONTHS':
      return begins(sql`${day} + make_interval(months => ${validity.months}::int) + interval '1 day'`);
    case 'ROLLING':
      return begins(
        sql`date_trunc('month', ${day} + make_interval(months => ${validity.months}::int)) + interval '1 month'`,
      );
    case 'YEAR_END':
      return begins(
        sql`date_trunc('year', ${day}::timestamp) + make_interval(years => ${validity.years}::int + 1)`,
      );
  }
}

const begins = (day: RawBuilder<unknown>): RawBuilder<unknown> => sql`programme_day_begins((${day})::date)`;
