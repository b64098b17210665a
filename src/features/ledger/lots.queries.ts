import type { RawBuilder } from 'kysely';
import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import type { Text } from '../../platform/text/text.ts';
import { houseActor, type Currency } from './accounts.rules.ts';
import type { OpenLot } from './draw.rules.ts';

/** Whose lots of which currency; a locked book is one. */
export interface Holder {
  readonly memberId: string;
  readonly currency: Currency;
}

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

/** Lots for up to `points`, and whether a posting of that name stands already. Read inside the member's lock. */
export async function openLots(
  unit: Unit,
  holder: Holder,
  { points, key = '' }: { readonly points: number; readonly key?: string },
): Promise<Draft & { readonly stands: boolean }> {
  const found = await row(
    unit.em,
    sql<Draft & { stands: boolean }>`
      select now.at, ${lotsInDrawOrder(holder, sql`${points}::bigint`)} as lots,
        exists (select 1 from ledger_transactions where actor = ${houseActor} and idempotency_key = ${key}) as stands
      from ${momentNow(holder.memberId)} as now`,
  );
  return known(found);
}

/** The minutes not billed before, and lots to bill them on. Read inside the member's lock: nobody else bills meanwhile. */
export async function unbilled(
  unit: Unit,
  started: StartedMinutes,
  pointsPerMinute: number,
): Promise<Draft & { readonly minutes: readonly number[] }> {
  const holder: Holder = { memberId: started.memberId, currency: 'CARD' };
  const found = await row(
    unit.em,
    sql<Draft & { minutes: readonly number[] }>`
      with fresh as (
        select distinct given.minute from unnest(${started.minutes}::int[]) as given (minute)
        where not exists (select 1 from billed_minutes b where b.session_id = ${started.sessionId} and b.minute = given.minute)
      )
      select now.at, coalesce((select array_agg(minute order by minute) from fresh), '{}') as minutes,
        ${lotsInDrawOrder(holder, sql`(select count(*) * ${pointsPerMinute}::int from fresh)`)} as lots
      from ${momentNow(started.memberId)} as now`,
  );
  return known(found);
}

/** A lot whose time has come: to expire, or to be had. */
export interface DueLot extends OpenLot {
  readonly isPending: boolean;
  /** Why it came, and from what. */
  readonly why: Text;
  readonly subjectId: string | null;
}

/** The member's lots that are past their expiry and not empty. Read inside the member's lock. */
export const expiredLots = (unit: Unit, holder: Holder): Promise<DueLots> =>
  dueLots(unit, holder, sql`l.expires_at <= now.at`);

/** The member's pending lots that may be had by now. Read inside the member's lock. */
export const ripeLots = (unit: Unit, holder: Holder): Promise<DueLots> =>
  dueLots(
    unit,
    holder,
    sql`l.is_pending and l.available_at <= now.at and (l.expires_at is null or l.expires_at > now.at)`,
  );

export interface DueLots {
  readonly at: Date;
  readonly lots: readonly DueLot[];
}

async function dueLots(
  unit: Unit,
  { memberId, currency }: Holder,
  isDue: RawBuilder<unknown>,
): Promise<DueLots> {
  const found = await rows(
    unit.em,
    sql<DueLot & { at: Date }>`select now.at, l.id, l.remaining, l.is_pending as "isPending",
        t.reason -> 'why' as why, t.subject_id as "subjectId"
      from ${momentNow(memberId)} as now, lots l join ledger_transactions t on t.id = l.source_transaction_id
      where l.member_id = ${memberId} and l.currency = ${currency} and l.remaining > 0 and ${isDue}
      order by l.expires_at, l.id`,
  );
  return { at: found[0]?.at ?? new Date(0), lots: found };
}

/** Now by the database's clock, but never before the member's last movement (I23). */
export const momentOf = (memberId: string): RawBuilder<Date> =>
  sql`(select greatest(ledger_now(), max(last_at)) from accounts where member_id = ${memberId})`;

const momentNow = (memberId: string): RawBuilder<unknown> => sql`(select ${momentOf(memberId)} as at)`;

/**
 * The lots out of which so many points may be drawn at `now.at`, as JSON in draw order: gift before paid, the
 * earliest expiry first and "never" last, then the earliest available, then by id. Every lot holds a point at
 * least, so as many lots as points suffice.
 */
const lotsInDrawOrder = (
  { memberId, currency }: Holder,
  points: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('id', lot.id, 'remaining', lot.remaining) order by lot.place)
    from (
      select l.id, l.remaining,
        row_number() over (order by l.kind = 'PAID', l.expires_at nulls last, l.available_at, l.id) as place
      from lots l
      where l.member_id = ${memberId} and l.currency = ${currency} and l.remaining > 0 and not l.is_pending
        and l.available_at <= now.at and (l.expires_at is null or l.expires_at > now.at)
      order by place limit ${points}
    ) as lot
  ), '[]')`;

function known<T>(found: T | null): T {
  if (!found) throw new Error('The database answered nothing.');
  return found;
}
