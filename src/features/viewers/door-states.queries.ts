import { systemContext, type Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { readableByRows, type RoomReader, type TranscriptStatus } from '../transcripts/index.ts';
import type { DoorState, GrantEnd } from './door.rules.ts';

/** How somebody stands at a door, and what it says to everybody. */
export interface AtTheDoor {
  readonly state: DoorState;
  readonly title: string;
  readonly status: TranscriptStatus;
  readonly viewersUntil: Date | null;
}

/** How this person stands at this door now; null when there is no such transcript any more. Many at once are one statement. */
export const atTheDoor = (ctx: Context, id: string): Promise<AtTheDoor | null> =>
  ctx.gathered.read<RoomReader, AtTheDoor | null>('at-the-door', { id, actor: ctx.actor }, () => {
    const system = systemContext(ctx);
    return (readers) => statesOf(system, readers);
  });

type Found = Omit<AtTheDoor, 'state'> & {
  readonly place: number;
  readonly isReadable: boolean;
  readonly isOver: boolean;
  readonly isWaiting: boolean | null;
  readonly isRefused: boolean | null;
};

async function statesOf(
  ctx: Context,
  readers: readonly RoomReader[],
): Promise<readonly (AtTheDoor | null)[]> {
  const now = ctx.clock.now();
  const rights = readers.flatMap(({ id, actor }, place) =>
    grantIdsAt(id, actor).map((grantId) => ({ place, id, memberId: actor.member?.id ?? null, grantId })),
  );
  const found = await rows(
    ctx.em,
    sql<Found>`select r.place, t.title, t.status, t.viewers_until as "viewersUntil",
        ${readableByRows(ctx, now)} as "isReadable", coalesce(t.viewers_until <= ${now}, false) as "isOver",
        g.admitted_at is null and g.revoked_at is null and g.expires_at > ${now} and g.epoch = t.viewers_epoch as "isWaiting",
        g.ended_because = 'REFUSED' and g.expires_at > ${now} and g.epoch = t.viewers_epoch as "isRefused"
      from unnest(${rights.map(({ place }) => place)}::int[], ${rights.map(({ id }) => id)}::uuid[],
        ${rights.map(({ memberId }) => memberId)}::uuid[], ${rights.map(({ grantId }) => grantId)}::uuid[])
        as r(place, transcript_id, member_id, grant_id)
      join transcripts t on t.id = r.transcript_id and t.deleted_at is null
      left join view_grants g on g.id = r.grant_id and g.transcript_id = t.id`,
  );
  return readers.map((_, place) => best(found.filter((row) => row.place === place)));
}

/** Each grant that may count here, and none: that of a member. Those who wait may have been let in meanwhile. */
function grantIdsAt(
  transcriptId: string,
  { grants, waiting = [] }: Context['actor'],
): readonly (string | null)[] {
  const here = [...grants, ...waiting].filter((grant) => grant.transcriptId === transcriptId);
  return [null, ...here.map(({ id }) => id)];
}

function best(rights: readonly Found[]): AtTheDoor | null {
  const [any] = rights;
  if (!any) return null;
  const { title, status, viewersUntil } = any;
  return { state: stateOf(rights, any.isOver), title, status, viewersUntil };
}

function stateOf(rights: readonly Found[], isOver: boolean): DoorState {
  if (rights.some(({ isReadable }) => isReadable)) return 'INSIDE';
  if (isOver) return 'EXPIRED';
  if (rights.some(({ isWaiting }) => isWaiting === true)) return 'WAITING';
  return rights.some(({ isRefused }) => isRefused === true) ? 'REFUSED' : 'PASSWORD';
}

/** Why somebody may not read any more. */
export type Barred = GrantEnd | 'DELETED' | 'VIEWING_ENDED' | 'GRANT_RAN_OUT' | 'NOT_PUBLIC';

type Ended = {
  readonly place: number;
  readonly isDeleted: boolean;
  readonly isOver: boolean;
  readonly hadGrant: boolean;
  readonly because: GrantEnd | null;
  readonly isOldEpoch: boolean;
};

/** For readers who may not read any more: why. One statement. */
export async function whyBarred(ctx: Context, readers: readonly RoomReader[]): Promise<readonly Barred[]> {
  const now = ctx.clock.now();
  const rights = readers.flatMap(({ id, actor }, place) =>
    grantIdsAt(id, actor).map((grantId) => ({ place, id, grantId })),
  );
  const found = await rows(
    ctx.em,
    sql<Ended>`select r.place, t.id is null or t.deleted_at is not null as "isDeleted",
        coalesce(t.viewers_until <= ${now}, false) as "isOver", g.id is not null as "hadGrant",
        g.ended_because as because, coalesce(g.epoch <> t.viewers_epoch, false) as "isOldEpoch"
      from unnest(${rights.map(({ place }) => place)}::int[], ${rights.map(({ id }) => id)}::uuid[],
        ${rights.map(({ grantId }) => grantId)}::uuid[]) as r(place, transcript_id, grant_id)
      left join transcripts t on t.id = r.transcript_id
      left join view_grants g on g.id = r.grant_id and g.transcript_id = t.id`,
  );
  return readers.map((_, place) => reasonOf(found.filter((row) => row.place === place)));
}

function reasonOf(rights: readonly Ended[]): Barred {
  if (rights.some(({ isDeleted }) => isDeleted)) return 'DELETED';
  const grants = rights.filter(({ hadGrant }) => hadGrant);
  if (grants.length === 0) return 'NOT_PUBLIC';
  const because = grants.map((grant) => grant.because ?? (grant.isOldEpoch ? 'PASSWORD_CHANGED' : null));
  const ended = because.find((reason) => reason !== null);
  if (ended) return ended;
  return grants.some(({ isOver }) => isOver) ? 'VIEWING_ENDED' : 'GRANT_RAN_OUT';
}
