import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { canWrite, isOwner, worksHere } from './transcript.access.ts';
import { transcriptColumns } from './transcripts.queries.ts';
import type { TranscriptRow } from './transcript-states.rules.ts';

/**
 * Locks a transcript that the actor may write. The lock order of the room is: this row first, then anything in it.
 * Throws NOT_FOUND when it is not there, in the bin, or not theirs.
 */
export const lockForWriting = (ctx: Context, unit: Unit, transcriptId: string): Promise<TranscriptRow> =>
  lockIf(canWrite, ctx, { unit, transcriptId });

/** The same for what is its owner's alone to do. */
export const lockOwn = (ctx: Context, unit: Unit, transcriptId: string): Promise<TranscriptRow> =>
  lockIf(isOwner, ctx, { unit, transcriptId });

/** The same for whatever all who work on it may do. */
export const lockAsCrew = (ctx: Context, unit: Unit, transcriptId: string): Promise<TranscriptRow> =>
  lockIf(worksHere, ctx, { unit, transcriptId });

async function lockIf(
  may: (ctx: Context, transcript: TranscriptRow) => boolean,
  ctx: Context,
  { unit, transcriptId }: { readonly unit: Unit; readonly transcriptId: string },
): Promise<TranscriptRow> {
  const transcript = isId(transcriptId) ? await lockTranscript(unit, transcriptId) : null;
  if (!transcript || transcript.deletedAt || !may(ctx, transcript)) throw notFound();
  return transcript;
}

/** Locks a transcript, whoever's and wherever it is; null when there is none. */
export const lockTranscript = (unit: Unit, transcriptId: string): Promise<TranscriptRow | null> =>
  row(
    unit.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t where t.id = ${transcriptId} for no key update`,
  );
