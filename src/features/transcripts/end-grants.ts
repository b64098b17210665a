import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';

/** Why viewers' grants were ended by the transcript's owner. */
export type GrantsEnded = 'PASSWORD_CHANGED' | 'REVOKED';

/**
 * Ends every grant of a transcript, in the caller's transaction. A grant that is being written just now, which no
 * statement here can see, is of the old epoch and never stands. `endedCount` counts those who could read.
 */
export async function endAllGrants(
  unit: Unit,
  transcriptId: string,
  { now, because }: { readonly now: Date; readonly because: GrantsEnded },
): Promise<{ readonly endedCount: number; readonly viewersEpoch: number }> {
  const next = await row(
    unit.em,
    sql<{ epoch: number }>`update transcripts set viewers_epoch = viewers_epoch + 1 where id = ${transcriptId}
      returning viewers_epoch as epoch`,
  );
  const ended = await rows(
    unit.em,
    sql<{ couldRead: boolean }>`update view_grants set revoked_at = ${now}, ended_because = ${because}
      where transcript_id = ${transcriptId} and revoked_at is null
      returning admitted_at is not null and expires_at > ${now} as "couldRead"`,
  );
  unit.announce({ name: 'transcriptAccess', id: transcriptId }, {});
  return { endedCount: ended.filter(({ couldRead }) => couldRead).length, viewersEpoch: next?.epoch ?? 0 };
}
