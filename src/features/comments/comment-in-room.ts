import type { Context } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { requireReadable, type TranscriptRow } from '../transcripts/index.ts';
import { commentById } from './comments.queries.ts';
import type { CommentRow } from './comment.rules.ts';

/** The comment and its transcript, when it is there and the transcript is the actor's to read; else throws NOT_FOUND. */
export async function requireComment(
  ctx: Context,
  id: string,
): Promise<{ readonly comment: CommentRow; readonly transcript: TranscriptRow }> {
  const comment = isId(id) ? await commentById(ctx, id) : null;
  if (!comment) throw notFound();
  return { comment, transcript: await requireReadable(ctx, comment.transcriptId) };
}
