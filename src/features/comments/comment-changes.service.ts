import type { Context } from '../../platform/context.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { appendToLog, canWrite } from '../transcripts/index.ts';
import { withdrawAnswer } from './comment-answers.ts';
import { lockRoom } from './comment-guard.ts';
import { requireComment } from './comment-in-room.ts';
import { payloadOf } from './comment-log.rules.ts';
import { judgeComment } from './comment-moderation.rules.ts';
import { guardOf } from './comment-moderation.queries.ts';
import { EditNeedsReview } from './comment-refusal.errors.ts';
import { idsHere, isAuthor, ownsRemoval } from './comment.access.ts';
import { CommentEntity } from './comment.entity.ts';
import { EditWindowClosed } from './comment.errors.ts';
import { checkCommentBody, isEditOpen, type CommentRow } from './comment.rules.ts';
import { commentById } from './comments.queries.ts';
import { withdrawHeld } from './held-comments.service.ts';

/**
 * Changes a comment's words; the same words again change nothing. Throws NOT_FOUND, InvalidInput, EditWindowClosed;
 * CommentsClosed, CommenterBanned and EditNeedsReview where the new words could not be posted at once.
 */
export async function editComment(
  ctx: Context,
  input: { readonly id: string; readonly body: string },
): Promise<CommentRow> {
  const body = checkCommentBody(input.body);
  const windowMinutes = ctx.config.commentEditMinutes;
  const { comment: seen, transcript } = await requireComment(ctx, input.id);
  if (!isAuthor(ctx, seen)) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    const { comment, isGuarded } = await lockComment(unit, seen);
    if (comment.removedAt) throw notFound();
    if (comment.body === body) return comment;
    const now = ctx.clock.now();
    if (!isEditOpen(comment, { now, windowMinutes })) throw new EditWindowClosed(windowMinutes);
    if (isGuarded && !canWrite(ctx, transcript)) {
      const guard = await guardOf(unit, transcript.id, idsHere(ctx, transcript.id));
      // What was looked at would be something else afterwards; held back, it would be missing where it was answered.
      if (judgeComment(guard, [body]) !== null) throw new EditNeedsReview();
    }
    const edited = { ...comment, body, editedAt: now };
    const event = { transcriptId: comment.transcriptId, subjectId: comment.id, payload: payloadOf(edited) };
    await appendToLog(unit, { ...event, kind: 'COMMENT_EDITED' });
    await unit.em.nativeUpdate(CommentEntity, { id: comment.id }, { body, editedAt: now });
    return edited;
  });
}

/**
 * Takes a comment's words away for good, for everybody; a mark stays in its place. Its author and
 * whoever moderates the transcript may; doing it twice is the same. Throws NOT_FOUND.
 */
export async function removeComment(ctx: Context, id: string): Promise<string> {
  if (!isId(id) || !(await commentById(ctx, id))) return withdrawHeld(ctx, id);
  const { comment: seen, transcript } = await requireComment(ctx, id);
  if (!ownsRemoval(ctx, seen, transcript)) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    const { comment } = await lockComment(unit, seen);
    if (comment.removedAt) return comment.id;
    const event = { transcriptId: comment.transcriptId, subjectId: comment.id, payload: {} };
    await appendToLog(unit, { ...event, kind: 'COMMENT_REMOVED', counts: { comments: -1 } });
    const words = { body: '', segmentId: null, quote: null };
    await unit.em.nativeUpdate(CommentEntity, { id: comment.id }, { ...words, removedAt: ctx.clock.now() });
    if (comment.authorKind === 'OWNER') await withdrawAnswer(unit, comment);
    return comment.id;
  });
}

/** The lock order of the room: the transcript's row first, then the comment, read again behind it. */
async function lockComment(
  unit: Unit,
  seen: CommentRow,
): Promise<{ readonly comment: CommentRow; readonly isGuarded: boolean }> {
  const { isGuarded } = await lockRoom(unit, seen.transcriptId);
  const comment = await commentById(unit, seen.id);
  if (!comment) throw notFound();
  return { comment, isGuarded };
}
