import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { readableByRows } from './transcript.access.ts';

/** Somebody who reads along in a transcript. */
export interface RoomReader {
  /** The transcript. */
  readonly id: string;
  readonly actor: Context['actor'];
}

/** The numbers of the newest events of these transcripts, by id; one that was deleted for ever has none. */
export async function newestSeqs(
  ctx: Context,
  transcriptIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = await rows(
    ctx.em,
    sql<{
      id: string;
      seq: number;
    }>`select id, last_seq as seq from transcripts where id = any(${transcriptIds}::uuid[])`,
  );
  return new Map(found.map(({ id, seq }) => [id, seq]));
}

/** For each of these readers the number of the newest event of what they read; null for whoever may not. One statement. */
export async function newestSeqsFor(
  ctx: Context,
  readers: readonly RoomReader[],
): Promise<readonly (number | null)[]> {
  const rights = readers.flatMap(rightsOf);
  const found = await rows(
    ctx.em,
    sql<{ place: number; seq: number }>`select r.place, t.last_seq as seq
      from unnest(${rights.map(({ place }) => place)}::int[], ${rights.map(({ id }) => id)}::uuid[],
        ${rights.map(({ memberId }) => memberId)}::uuid[], ${rights.map(({ grantId }) => grantId)}::uuid[])
        as r(place, transcript_id, member_id, grant_id)
      join transcripts t on t.id = r.transcript_id
      where ${readableByRows(ctx, ctx.clock.now())}`,
  );
  const seqs = new Map(found.map(({ place, seq }) => [place, seq]));
  return readers.map((_, place) => seqs.get(place) ?? null);
}

/** What might let a reader in: that they are a member, and each grant that they have for the transcript. */
function rightsOf({ id, actor }: RoomReader, place: number) {
  const grants = actor.grants.filter(({ transcriptId }) => transcriptId === id);
  const right = { place, id, memberId: actor.member?.id ?? null, grantId: null };
  return [right, ...grants.map((grant) => ({ ...right, grantId: grant.id }))];
}
