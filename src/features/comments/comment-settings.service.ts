import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { lockForWriting, recordChange, type TranscriptRow } from '../transcripts/index.ts';
import { noteGuard } from './comment-guard.ts';
import { checkCommentWords, type CommentMode } from './comment-moderation.rules.ts';
import { commentModesOf } from './comment-moderation.queries.ts';

/** Says who may comment from now on; whoever reads along is told. What waits goes on waiting. Throws NOT_FOUND. */
export async function setCommentMode(
  ctx: Context,
  input: { readonly transcriptId: string; readonly mode: CommentMode },
): Promise<TranscriptRow> {
  const { mode } = input;
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, input.transcriptId);
    const [standing] = await commentModesOf(unit, [transcript.id]);
    if (standing === mode) return transcript;
    await put(
      unit,
      sql`(${transcript.id}, ${mode}, '{}') on conflict (transcript_id) do update set mode = ${mode}`,
    );
    await noteGuard(unit, transcript.id);
    return recordChange(unit, transcript);
  });
}

/** Sets the words that make a comment wait; returns the list as it is kept. Throws NOT_FOUND, InvalidInput. */
export async function setCommentWords(
  ctx: Context,
  input: { readonly transcriptId: string; readonly words: readonly string[] },
): Promise<readonly string[]> {
  const words = checkCommentWords(input.words);
  return unitOfWork(ctx, async (unit) => {
    const { id } = await lockForWriting(ctx, unit, input.transcriptId);
    const list = sql`${words}::text[]`;
    await put(unit, sql`(${id}, 'OPEN', ${list}) on conflict (transcript_id) do update set words = ${list}`);
    await noteGuard(unit, id);
    return words;
  });
}

const put = (unit: Unit, values: ReturnType<typeof sql>): Promise<unknown> =>
  rows(unit.em, sql`insert into comment_settings (transcript_id, mode, words) values ${values}`);
