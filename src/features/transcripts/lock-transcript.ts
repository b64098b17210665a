import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { canWrite } from './transcript.access.ts';
import { transcriptColumns } from './transcripts.queries.ts';
import type { TranscriptRow } from './transcript-states.rules.ts';

/**
 * Locks a transcript that the actor may write. The lock order of the room is: this row first, then anything in it.
 * Throws NOT_FOUND when it is not there, in the bin, or not theirs.
 */
export async function lockForWriting(ctx: Context, unit: Unit, transcriptId: string): Promise<TranscriptRow> {
  const transcript = isId(transcriptId) ? await lockTranscript(unit, transcriptId) : null;
  if (!transcript || transcript.deletedAt || !canWrite(ctx, transcript)) throw notFound();
  return transcript;
}

/** Locks a transcript, whoever's and wherever it is; null when there is none. */
export const lockTranscript = (unit: Unit, transcriptId: string): Promise<TranscriptRow | null> =>
  row(
    unit.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t where t.id = ${transcriptId} for no key update`,
  );
