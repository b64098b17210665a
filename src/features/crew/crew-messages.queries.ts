import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { columnsOf } from '../../platform/reading/source.ts';
import { workedByRows } from '../transcripts/index.ts';
import { crewMessages } from './crew-message.source.ts';
import type { CrewMessageRow } from './crew-message.rules.ts';

/** Every column of a CrewMessageRow, from `crew_messages as c`. */
const messageColumns = sql.raw(columnsOf(crewMessages, 'c'));

/** The message with this id, whoever asks. */
export const crewMessageById = ({ em }: Pick<Context, 'em'>, id: string): Promise<CrewMessageRow | null> =>
  row(em, sql<CrewMessageRow>`select ${messageColumns} from crew_messages c where c.id = ${id}`);

/** How many messages one read of the log brings. */
const logPageSize = 500;

/** The messages after a number, in order, at most `logPageSize`. */
export const readCrewLog = (
  ctx: Context,
  transcriptId: string,
  after: number,
): Promise<readonly CrewMessageRow[]> =>
  rows(
    ctx.em,
    sql<CrewMessageRow>`select ${messageColumns} from crew_messages c
      where c.transcript_id = ${transcriptId} and c.seq > ${after} order by c.seq limit ${logPageSize}`,
  );

/** For each of these how they stand: the number of the newest message; null for whoever does not work on the transcript. One statement. */
export async function crewStandingsFor(
  ctx: Context,
  readers: readonly { readonly id: string; readonly actor: Context['actor'] }[],
): Promise<readonly ({ readonly newest: number; readonly until: null } | null)[]> {
  const found = await rows(
    ctx.em,
    sql<{ place: number; seq: number }>`select r.place::int as place, t.crew_seq as seq
      from unnest(${readers.map(({ id }) => id)}::uuid[], ${readers.map(({ actor }) => actor.member?.id ?? null)}::uuid[])
        with ordinality as r(transcript_id, member_id, place)
      join transcripts t on t.id = r.transcript_id
      where ${workedByRows(ctx)}`,
  );
  const seqs = new Map(found.map(({ place, seq }) => [place - 1, seq]));
  return readers.map((_, place) => {
    const newest = seqs.get(place);
    // Work has no end of its own: its owner ends it, or it is left.
    return newest === undefined ? null : { newest, until: null };
  });
}
