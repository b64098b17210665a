import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { appendToLog, lockForWriting, type TranscriptRow } from '../transcripts/index.ts';
import { lockRoom, noteGuard } from './comment-guard.ts';
import { payloadOf } from './comment-log.rules.ts';
import type { HeldCommentRow, HeldReason, ReviewVerdict } from './comment-moderation.rules.ts';
import { heldById, waitingComments } from './comment-moderation.queries.ts';
import { isAuthor } from './comment.access.ts';
import { CommentEntity } from './comment.entity.ts';
import { HeldCommentEntity } from './comment-moderation.entity.ts';
import type { NewComment } from './comment.statements.ts';

/** A decision about comments that wait. */
export interface ReviewComments {
  readonly transcriptId: string;
  /** Null: all that wait at this moment. */
  readonly ids: readonly string[] | null;
  readonly verdict: ReviewVerdict;
}

const idsMax = 100;

/**
 * Decides about comments that wait; returns those that this decided about, oldest first. Approved ones are posted in
 * the order in which they were written, and take their numbers now. Throws NOT_FOUND, InvalidInput.
 */
export async function reviewComments(
  ctx: Context,
  { transcriptId, ids, verdict }: ReviewComments,
): Promise<readonly string[]> {
  if (ids !== null && ids.length > idsMax)
    throw new InvalidInput(
      'ids',
      {
        zh: `一次最多处理 ${idsMax} 条评论。`,
        en: `At most ${idsMax} comments can be decided about at once.`,
      },
      idsMax,
    );
  const until = ctx.clock.now();
  const decided: string[] = [];
  for (;;) {
    const batch = await unitOfWork(ctx, async (unit) => {
      const transcript = await lockForWriting(ctx, unit, transcriptId);
      return reviewBatch(ctx, unit, { transcript, verdict, ids: ids?.filter(isId) ?? null, until });
    });
    decided.push(...batch);
    if (ids !== null || batch.length < idsMax) return decided;
  }
}

interface Batch extends Omit<ReviewComments, 'transcriptId'> {
  readonly transcript: TranscriptRow;
  readonly until: Date;
}

async function reviewBatch(
  ctx: Context,
  unit: Unit,
  { transcript, verdict, ...which }: Batch,
): Promise<readonly string[]> {
  const waiting = await waitingComments(unit, transcript.id, which);
  const ids = waiting.map(({ id }) => id);
  if (verdict === 'REFUSE') {
    await unit.em.nativeUpdate(HeldCommentEntity, { id: { $in: ids } }, { refusedAt: ctx.clock.now() });
    await noteGuard(unit, transcript.id);
    if (ids.length > 0) tellModerators(unit, transcript);
    return ids;
  }
  await unit.em.nativeDelete(HeldCommentEntity, { id: { $in: ids } });
  for (const held of waiting)
    await post(unit, held, { ownerId: transcript.ownerId, createdAt: ctx.clock.now() });
  await noteGuard(unit, transcript.id);
  return ids;
}

/** It was posted when it was approved: its place, its number and its edit window begin there. */
async function post(
  unit: Unit,
  { refusedAt: _, reason: __, ...held }: HeldCommentRow,
  { ownerId, createdAt }: { readonly ownerId: string; readonly createdAt: Date },
): Promise<void> {
  const times = { createdAt, editedAt: null, removedAt: null, answeredAt: null };
  const comment = { ...held, ...times, transcriptOwnerId: ownerId };
  const { id, transcriptId, authorName, authorKind: ___, ...columns } = comment;
  const event = { transcriptId, subjectId: id, kind: 'COMMENT_POSTED', payload: payloadOf(comment) } as const;
  const { seq } = await appendToLog(unit, { ...event, counts: { comments: 1 } });
  const authorNickname = columns.authorMemberId === null ? authorName : null;
  await unit.em.insert(CommentEntity, { id, transcriptId, seq, authorNickname, ...columns });
  unit.record('commentPosted', { commentId: id, transcriptId, authorMemberId: columns.authorMemberId });
}

/** Keeps a comment until somebody decides about it, and tells whoever does that it waits. */
export async function holdComment(
  unit: Unit,
  comment: NewComment,
  {
    reason,
    createdAt,
    transcript,
  }: { readonly reason: HeldReason; readonly createdAt: Date; readonly transcript: TranscriptRow },
): Promise<HeldCommentRow> {
  const { id, transcriptId, body, segmentId, quote, author } = comment;
  const thread = sql<{
    id: string;
  }>`select coalesce(parent_id, id) as id from comments where id = ${comment.parentId}`;
  const [parent] = comment.parentId === null ? [] : await rows(unit.em, thread);
  await unit.em.insert(HeldCommentEntity, {
    ...{ id, transcriptId, parentId: parent?.id ?? null, body, segmentId, quote, reason, createdAt },
    ...{ authorMemberId: author.memberId, authorGrantId: author.grantId, authorNickname: author.nickname },
    refusedAt: null,
  });
  await noteGuard(unit, transcriptId);
  tellModerators(unit, transcript);
  const held = await heldById(unit, id);
  if (!held) throw notFound();
  return held;
}

/** Tells the open pages of whoever decides about the comments of a transcript to look at them again. */
export function tellModerators(unit: Unit, { id: transcriptId, ownerId, writerIds }: TranscriptRow): void {
  for (const id of [ownerId, ...writerIds])
    unit.announce({ name: 'memberNews', id }, { kind: 'COMMENT_TO_REVIEW', transcriptId });
}

/** Takes one's own comment back that waits or was refused: it is gone without a mark, for nobody saw it. Throws NOT_FOUND. */
export async function withdrawHeld(ctx: Context, id: string): Promise<string> {
  const held = isId(id) ? await heldById(ctx, id) : null;
  if (!held || !isAuthor(ctx, held)) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    await lockRoom(unit, held.transcriptId);
    // It may have been approved meanwhile: then it is a comment like any other, and asked for once more.
    const withdrawn = await unit.em.nativeDelete(HeldCommentEntity, { id: held.id });
    if (withdrawn === 0) throw notFound();
    await noteGuard(unit, held.transcriptId);
    return held.id;
  });
}
