import type { RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { endAllGrants, lockAsCrew, lockOwn } from '../transcripts/index.ts';
import {
  checkEmbedOrigins,
  checkViewersUntil,
  viewersAtOnceMax,
  type Admission,
  type Decision,
} from './door.rules.ts';
import { utcDay } from './visits.service.ts';

/** What of a door is to be kept otherwise; what is absent stays. */
export interface DoorChange {
  readonly admission?: Admission | null;
  /** Null: no end. */
  readonly viewersUntil?: Date | null;
  readonly embedOrigins?: readonly string[] | null;
}

/**
 * Changes how the door is kept. Whoever reads by a grant is looked at again at once. Opening it lets in those who
 * wait: their password was right. Throws NOT_FOUND unless the transcript is the actor's own, InvalidInput.
 */
export async function changeDoor(ctx: Context, transcriptId: string, change: DoorChange): Promise<void> {
  const now = ctx.clock.now();
  const until = change.viewersUntil === undefined ? undefined : checkViewersUntil(change.viewersUntil, now);
  const origins = change.embedOrigins == null ? null : checkEmbedOrigins(change.embedOrigins);
  await unitOfWork(ctx, async (unit) => {
    const { id } = await lockOwn(ctx, unit, transcriptId);
    if (until !== undefined)
      await rows(unit.em, sql`update transcripts set viewers_until = ${until} where id = ${id}`);
    await rows(
      unit.em,
      sql`insert into transcript_doors as d (transcript_id, admission, embed_origins)
        values (${id}, coalesce(${change.admission ?? null}::text, 'OPEN'), coalesce(${origins}::text[], '{}'))
        on conflict (transcript_id) do update set
          admission = coalesce(${change.admission ?? null}::text, d.admission),
          embed_origins = coalesce(${origins}::text[], d.embed_origins)`,
    );
    if (change.admission === 'OPEN') await decide(unit, { transcriptId: id, now, decision: 'APPROVE' });
    tellOfDoor(unit, id);
  });
}

export interface Deciding {
  readonly transcriptId: string;
  readonly decision: Decision;
  /** Null: all who wait. */
  readonly viewerIds: readonly string[] | null;
}

/**
 * Lets in or refuses some or all who wait; who no longer waits is left as they are. Returns how many it concerned.
 * Throws NOT_FOUND unless the actor works on the transcript, InvalidInput.
 */
export async function decideViewers(ctx: Context, deciding: Deciding): Promise<number> {
  const ids = checkViewerIds(deciding.viewerIds);
  const { transcriptId, decision } = deciding;
  return unitOfWork(ctx, async (unit) => {
    const { id } = await lockAsCrew(ctx, unit, transcriptId);
    const decided = await decide(unit, { transcriptId: id, now: ctx.clock.now(), decision, ids });
    tellOfDoor(unit, id);
    return decided;
  });
}

interface Decided {
  readonly transcriptId: string;
  readonly now: Date;
  readonly decision: Decision;
  readonly ids?: readonly string[] | null;
}

async function decide(unit: Unit, { transcriptId, now, decision, ids = null }: Decided): Promise<number> {
  const change: RawBuilder<unknown> =
    decision === 'APPROVE' ? sql`admitted_at = ${now}` : sql`revoked_at = ${now}, ended_because = 'REFUSED'`;
  // From where somebody came matters while they wait, and no longer.
  const decided = await rows(
    unit.em,
    sql<{ id: string }>`update view_grants g set ${change}, address_digest = null from transcripts t
      where g.transcript_id = ${transcriptId} and t.id = g.transcript_id and g.epoch = t.viewers_epoch
        and g.admitted_at is null and g.revoked_at is null and ${among(ids)} returning g.id`,
  );
  if (decision === 'APPROVE')
    await noteAdmitted(unit, { transcriptId, now, ids: decided.map(({ id }) => id) });
  return decided.length;
}

/** Whoever waited opens the transcript now. From where, nobody knows any more: a grant keeps no address. */
const noteAdmitted = (unit: Unit, { transcriptId, now, ids }: Omit<Decided, 'decision'>): Promise<unknown> =>
  rows(
    unit.em,
    sql`insert into viewer_visits (transcript_id, way, visitor_name, address_prefix, day, created_at)
      select ${transcriptId}, 'PASSWORD', g.nickname, '', ${utcDay(sql`${now}::timestamptz`)}, ${now}
      from view_grants g where g.id = any(${ids}::uuid[]) and g.expires_at > ${now}`,
  );

/**
 * Ends the grants of some viewers, or of all of them at once. Returns how many could read until now.
 * Throws NOT_FOUND unless the transcript is the actor's own, InvalidInput.
 */
export async function revokeViewers(
  ctx: Context,
  transcriptId: string,
  viewerIds: readonly string[] | null,
): Promise<number> {
  const ids = checkViewerIds(viewerIds);
  return unitOfWork(ctx, async (unit) => {
    const { id } = await lockOwn(ctx, unit, transcriptId);
    const now = ctx.clock.now();
    tellOfDoor(unit, id);
    if (ids === null) return (await endAllGrants(unit, id, { now, because: 'REVOKED' })).endedCount;
    const ended = await rows(
      unit.em,
      sql<{ couldRead: boolean }>`update view_grants g set revoked_at = ${now}, ended_because = 'REVOKED'
        where g.transcript_id = ${id} and g.revoked_at is null and ${among(ids)}
        returning g.admitted_at is not null and g.expires_at > ${now} as "couldRead"`,
    );
    return ended.filter(({ couldRead }) => couldRead).length;
  });
}

const among = (ids: readonly string[] | null): RawBuilder<unknown> =>
  ids === null ? sql`true` : sql`g.id = any(${ids}::uuid[])`;

/** Those who read look whether they still may, those who wait whether they may now. */
function tellOfDoor(unit: Unit, id: string): void {
  unit.announce({ name: 'transcriptDoor', id }, { kind: 'CHANGED' });
  unit.announce({ name: 'transcriptAccess', id }, {});
}

/** What cannot be an id is nobody; throws InvalidInput for none at all or too many. */
function checkViewerIds(ids: readonly string[] | null): readonly string[] | null {
  if (ids === null) return null;
  if (ids.length >= 1 && ids.length <= viewersAtOnceMax) return ids.filter(isId);
  throw new InvalidInput(
    'viewerIds',
    {
      zh: `每次可选 1 到 ${viewersAtOnceMax} 人。`,
      en: `Choose from 1 to ${viewersAtOnceMax} people at a time.`,
    },
    viewersAtOnceMax,
  );
}
