import type { RawBuilder } from 'kysely';
import { row, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import type { OpenLot } from './draw.rules.ts';

/** Started minutes of a live session, numbered from 0. */
export interface StartedMinutes {
  readonly memberId: string;
  readonly transcriptId: string;
  readonly sessionId: string;
  /** All that have started so far; those billed before are left alone. */
  readonly minutes: readonly number[];
  /** The transcript's title as it is now, for the member's history. */
  readonly title: string;
}

/** The lots out of which a posting may draw. */
export interface Draft {
  /** The moment at which the lots were looked at, by the database's clock. */
  readonly at: Date;
  readonly lots: readonly OpenLot[];
}

/** Lots for up to `amount` points. Read inside the member's lock. */
export async function openLots(unit: Unit, memberId: string, amount: number): Promise<Draft> {
  const found = await row(
    unit.em,
    sql<Draft>`select now.at, ${lotsInDrawOrder(memberId, sql`${amount}::bigint`)} as lots from ${momentNow} as now`,
  );
  return known(found);
}

/** The minutes not billed before, and lots to bill them on. Read inside the member's lock: nobody else bills meanwhile. */
export async function unbilled(
  unit: Unit,
  started: StartedMinutes,
  pointsPerMinute: number,
): Promise<Draft & { readonly minutes: readonly number[] }> {
  const found = await row(
    unit.em,
    sql<Draft & { minutes: readonly number[] }>`
      with fresh as (
        select distinct given.minute from unnest(${started.minutes}::int[]) as given (minute)
        where not exists (select 1 from billed_minutes b where b.session_id = ${started.sessionId} and b.minute = given.minute)
      )
      select now.at, coalesce((select array_agg(minute order by minute) from fresh), '{}') as minutes,
        ${lotsInDrawOrder(started.memberId, sql`(select count(*) * ${pointsPerMinute}::int from fresh)`)} as lots
      from ${momentNow} as now`,
  );
  return known(found);
}

/** To the millisecond, so that the moment is the same after a way through JavaScript. */
const momentNow = sql`(select date_trunc('milliseconds', statement_timestamp()) as at)`;

/**
 * The lots out of which so many points may be drawn at `now.at`, as JSON in draw order: gift before paid, the
 * earliest expiry first and "never" last, then the earliest available, then by id. Every lot holds a point at
 * least, so as many lots as points suffice.
 */
const lotsInDrawOrder = (memberId: string, points: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('id', lot.id, 'remaining', lot.remaining) order by lot.place)
    from (
      select l.id, l.remaining,
        row_number() over (order by l.kind = 'PAID', l.expires_at nulls last, l.available_at, l.id) as place
      from lots l
      where l.member_id = ${memberId} and l.currency = 'CARD' and l.remaining > 0
        and l.available_at <= now.at and (l.expires_at is null or l.expires_at > now.at)
      order by place limit ${points}
    ) as lot
  ), '[]')`;

function known<T>(found: T | null): T {
  if (!found) throw new Error('The database answered nothing.');
  return found;
}
