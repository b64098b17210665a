import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { readableAsMemberByRows, readableByRows } from './transcript.access.ts';

/** Somebody who reads along in a transcript. */
export interface RoomReader {
  /** The transcript. */
  readonly id: string;
  readonly actor: Context['actor'];
}

/** The numbered logs of a transcript, and where the number of the newest entry stands. */
const newestIn = { events: sql.raw('last_seq'), crew: sql.raw('crew_seq') };

/** The newest numbers in a log of these transcripts, by id; one that was deleted for ever has none. */
export async function newestSeqs(
  ctx: Context,
  log: keyof typeof newestIn,
  transcriptIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = await rows(
    ctx.em,
    sql<{
      id: string;
      seq: number;
    }>`select id, ${newestIn[log]} as seq from transcripts where id = any(${transcriptIds}::uuid[])`,
  );
  return new Map(found.map(({ id, seq }) => [id, seq]));
}

/** Who works on a transcript, the owner among them; nobody on one that is gone. */
export async function crewIdsOf(
  ctx: Pick<Context, 'em'>,
  transcriptId: string,
): Promise<ReadonlySet<string>> {
  const [found] = await rows(
    ctx.em,
    sql<{ ids: readonly string[] }>`select owner_id || writer_ids || organiser_ids as ids
      from transcripts where id = ${transcriptId}`,
  );
  return new Set(found?.ids);
}

/** That somebody may read along: the newest number, and until when if their right runs out by itself. */
export interface Standing {
  readonly newest: number;
  readonly until: Date | null;
}

/** For each of these readers how they stand; null for whoever may not read. One statement. */
export async function standingsFor(
  ctx: Context,
  readers: readonly RoomReader[],
): Promise<readonly (Standing | null)[]> {
  const rights = readers.flatMap(rightsOf);
  const found = await rows(
    ctx.em,
    sql<Standing & { place: number }>`select r.place, t.last_seq as newest,
        case when ${readableAsMemberByRows(ctx)} then null else least(t.viewers_until, g.expires_at) end as until
      from unnest(${rights.map(({ place }) => place)}::int[], ${rights.map(({ id }) => id)}::uuid[],
        ${rights.map(({ memberId }) => memberId)}::uuid[], ${rights.map(({ grantId }) => grantId)}::uuid[])
        as r(place, transcript_id, member_id, grant_id)
      join transcripts t on t.id = r.transcript_id
      left join view_grants g on g.id = r.grant_id
      where ${readableByRows(ctx, ctx.clock.now())}`,
  );
  const standings = new Map<number, Standing>();
  for (const { place, newest, until } of found)
    standings.set(place, { newest, until: laterEnd(until, standings.get(place)) });
  return readers.map((_, place) => standings.get(place) ?? null);
}

/** Of two rights the one that lasts longer; null: for ever. */
function laterEnd(until: Date | null, other: Standing | undefined): Date | null {
  if (!other) return until;
  return until === null || other.until === null ? null : until > other.until ? until : other.until;
}

/** What might let a reader in: that they are a member, and each grant that they have for the transcript. */
function rightsOf({ id, actor }: RoomReader, place: number) {
  const grants = actor.grants.filter(({ transcriptId }) => transcriptId === id);
  const right = { place, id, memberId: actor.member?.id ?? null, grantId: null };
  return [right, ...grants.map((grant) => ({ ...right, grantId: grant.id }))];
}
