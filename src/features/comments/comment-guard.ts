import { row, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { guardComments } from '../transcripts/index.ts';

/** Locks the transcript's row, which every writing of a comment does first; says whether comments are looked at here. */
export async function lockRoom(unit: Unit, transcriptId: string): Promise<{ readonly isGuarded: boolean }> {
  const locked = await row(
    unit.em,
    sql<{ isGuarded: boolean }>`select comments_guarded as "isGuarded" from transcripts
      where id = ${transcriptId} for no key update`,
  );
  return { isGuarded: locked?.isGuarded ?? false };
}

/**
 * Notes on the transcript's row, which the unit has locked, whether there is anything to look at before a comment is
 * posted: a mode, a list of words, a ban, or comments that wait.
 */
export const noteGuard = (unit: Unit, transcriptId: string): Promise<unknown> =>
  guardComments(
    unit,
    transcriptId,
    sql`(exists (select 1 from comment_settings s where s.transcript_id = ${transcriptId}
          and (s.mode <> 'OPEN' or cardinality(s.words) > 0))
        or exists (select 1 from comment_bans b where b.transcript_id = ${transcriptId})
        or exists (select 1 from held_comments h where h.transcript_id = ${transcriptId} and h.refused_at is null))`,
  );
