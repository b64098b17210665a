import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { columnsOf } from '../../platform/reading/source.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { readableBy } from './transcript.access.ts';
import { transcripts } from './transcript.source.ts';
import type { TranscriptRow } from './transcript-states.rules.ts';

/** Every column of a TranscriptRow, from `transcripts as t`. */
export const transcriptColumns = sql.raw(columnsOf(transcripts, 't'));

/** The transcript, or null when it is not there, deleted, or not the actor's to read. */
export async function findReadable(ctx: Context, transcriptId: string): Promise<TranscriptRow | null> {
  if (!isId(transcriptId)) return null;
  return row(
    ctx.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t
      where t.id = ${transcriptId} and ${readableBy(ctx, ctx.clock.now())}`,
  );
}

/** The transcript; throws NOT_FOUND when it is not there or not the actor's to read. */
export async function requireReadable(ctx: Context, transcriptId: string): Promise<TranscriptRow> {
  const found = await findReadable(ctx, transcriptId);
  if (!found) throw notFound();
  return found;
}

/** The transcript with this share code, whoever asks; what of it may be shown is the caller's to decide. */
export const findByShareCode = (ctx: Context, shareCode: string): Promise<TranscriptRow | null> =>
  row(
    ctx.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t where t.share_code = ${shareCode} and t.deleted_at is null`,
  );

/** Transcripts by id, null for what is gone; for batched(). Whether they may be read is known where the ids come from. */
export async function transcriptsByIds(
  ctx: Context,
  ids: readonly string[],
): Promise<readonly (TranscriptRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t where t.id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map((transcript) => [transcript.id, transcript]));
  return ids.map((id) => byId.get(id) ?? null);
}
