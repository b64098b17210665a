import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import type { StatementUnit } from '../../platform/database/unit-of-work.ts';
import { workedBy } from '../transcripts/index.ts';
import type { CrewMessageRow } from './crew-message.rules.ts';

/** A message that is to be written. */
export type NewCrewMessage = Pick<CrewMessageRow, 'id' | 'transcriptId' | 'authorId' | 'body' | 'createdAt'>;

/**
 * Number and message in one statement: the transcript's row gives the next number of the crew's log if the author works
 * on it, and is locked until the commit, so the numbers are committed in order and none is missing. Null when it does
 * not come to that: none of theirs, or there is a message with this id. Throws when the id is taken meanwhile.
 */
export async function writeCrewMessage(
  ctx: Context,
  unit: StatementUnit,
  { id, transcriptId, authorId, body, createdAt }: NewCrewMessage,
): Promise<CrewMessageRow | null> {
  const written = await row(
    unit.em,
    sql<CrewMessageRow>`with numbered as (
        update transcripts t set crew_seq = t.crew_seq + 1
        where t.id = ${transcriptId} and ${workedBy(ctx)}
          and not exists (select 1 from crew_messages m where m.id = ${id}::uuid)
        returning t.id, t.owner_id, t.crew_seq as seq),
      written as (
        insert into crew_messages (id, transcript_id, seq, author_id, body, created_at)
        select ${id}::uuid, id, seq, ${authorId}::uuid, ${body}, ${createdAt}::timestamptz from numbered
        returning *)
      select w.id, w.transcript_id as "transcriptId", w.seq, n.owner_id as "ownerId",
        w.author_id as "authorId", m.display_name as "authorName",
        w.body, w.created_at as "createdAt"
      from written w join numbered n on n.id = w.transcript_id join members m on m.id = w.author_id`,
  );
  if (written) unit.announce({ name: 'crewLog', id: transcriptId }, written);
  return written;
}
