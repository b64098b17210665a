import { canWrite, findReadable } from '../transcripts/index.ts';
import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/app-error.ts';

/** Whose dictionary it is. */
export interface DictionaryPlace {
  readonly column: 'member_id' | 'transcript_id';
  readonly id: string;
}

/**
 * The place of a dictionary that the actor may read and change: their own, or that of a transcript that they may
 * write. Throws UNAUTHENTICATED, and NOT_FOUND for what is not there or not theirs.
 */
export async function dictionaryPlace(ctx: Context, transcriptId: string | null): Promise<DictionaryPlace> {
  const member = requireMember(ctx);
  if (transcriptId === null) return { column: 'member_id', id: member.id };
  const transcript = await findReadable(ctx, transcriptId);
  if (!transcript || !canWrite(ctx, transcript)) throw notFound();
  return { column: 'transcript_id', id: transcript.id };
}
