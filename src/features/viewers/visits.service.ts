import type { RawBuilder } from 'kysely';
import { systemContext, type Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfStatement, unitOfWork } from '../../platform/database/unit-of-work.ts';
import { dayMs, later } from '../../platform/time/clock.ts';
import { addressPrefix, visitsKeptDays } from './door.rules.ts';

/** Days are those of UTC, whatever the database is set to. */
export const utcDay = (moment: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${moment} at time zone 'UTC')::date`;

interface MemberVisit {
  readonly transcriptId: string;
  readonly memberId: string;
  readonly addressPrefix: string;
  readonly at: Date;
}

/**
 * Notes that the signed-in member reads somebody else's transcript, once a day for each. Called when a feed has been
 * opened, which whoever reads does and nobody does twice a second; never waited for, and written together with the
 * others who came at the same time, so that reading itself costs no write. What a dying process loses here is lost.
 */
export function noteVisit(ctx: Context, transcriptId: string): void {
  const memberId = ctx.actor.member?.id;
  if (memberId === undefined) return;
  const visit = { transcriptId, memberId, addressPrefix: addressPrefix(ctx.address), at: ctx.clock.now() };
  ctx.gathered
    .write<MemberVisit, null>('viewer-visits', visit, () => {
      const system = systemContext(ctx);
      return (visits) => writeVisits(system, visits);
    })
    .catch((error: unknown) => ctx.log.warn({ err: error }, 'a visit could not be noted'));
}

async function writeVisits(ctx: Context, visits: readonly MemberVisit[]): Promise<readonly null[]> {
  const each = <Value>(of: (visit: MemberVisit) => Value): readonly Value[] => visits.map(of);
  await unitOfStatement(ctx, (unit) =>
    rows(
      unit.em,
      sql`insert into viewer_visits (transcript_id, way, visitor_name, member_id, address_prefix, day, created_at)
        select t.id, case when m.id = any(t.writer_ids || t.organiser_ids) then 'CREW' else 'PUBLIC' end, m.display_name, m.id, v.address_prefix,
          ${utcDay(sql`v.at`)}, v.at
        from unnest(${each(({ transcriptId }) => transcriptId)}::uuid[], ${each(({ memberId }) => memberId)}::uuid[],
          ${each((visit) => visit.addressPrefix)}::text[], ${each(({ at }) => at)}::timestamptz[])
          as v(transcript_id, member_id, address_prefix, at)
        join transcripts t on t.id = v.transcript_id and t.owner_id <> v.member_id
        join members m on m.id = v.member_id
        where t.visibility = 'PUBLIC' or m.id = any(t.writer_ids || t.organiser_ids)
        on conflict do nothing`,
    ),
  );
  return visits.map(() => null);
}

interface Miss {
  readonly transcriptId: string;
  readonly day: Date;
}

/** Counts a wrong view password; never waited for, so that nobody can tell by the clock whether there is such a code. */
export function noteMiss(ctx: Context, transcriptId: string): void {
  ctx.gathered
    .write<Miss, null>('view-password-misses', { transcriptId, day: ctx.clock.now() }, () => {
      const system = systemContext(ctx);
      return (misses) => writeMisses(system, misses);
    })
    .catch((error: unknown) => ctx.log.warn({ err: error }, 'a wrong view password could not be counted'));
}

async function writeMisses(ctx: Context, misses: readonly Miss[]): Promise<readonly null[]> {
  await unitOfStatement(ctx, (unit) =>
    rows(
      unit.em,
      sql`insert into view_password_misses (transcript_id, day, attempts)
        select t.id, ${utcDay(sql`v.day`)}, count(*)::int
        from unnest(${misses.map(({ transcriptId }) => transcriptId)}::uuid[],
          ${misses.map(({ day }) => day)}::timestamptz[]) as v(transcript_id, day)
        join transcripts t on t.id = v.transcript_id group by 1, 2
        on conflict (transcript_id, day)
          do update set attempts = view_password_misses.attempts + excluded.attempts`,
    ),
  );
  return misses.map(() => null);
}

/** Deletes who came longer ago than it is kept, and grants that ended as long ago, with the names in them. */
export async function forgetOldVisits(ctx: Context): Promise<void> {
  const before = later(ctx.clock.now(), -visitsKeptDays * dayMs);
  await unitOfWork(ctx, async (unit) => {
    await rows(unit.em, sql`delete from view_grants where expires_at < ${before}`);
    await rows(unit.em, sql`delete from viewer_visits where created_at < ${before}`);
    await rows(
      unit.em,
      sql`delete from view_password_misses where day < ${utcDay(sql`${before}::timestamptz`)}`,
    );
  });
}
