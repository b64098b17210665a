import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { forbidden, notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { checkClientId, isId } from '../../platform/text/text.rules.ts';
import { memberNames } from '../members/index.ts';
import { appendToLog, requireReadable, type TranscriptRow } from '../transcripts/index.ts';
import { noteAnswer, withdrawAnswer } from './comment-answers.ts';
import { commentFromLog, payloadOf } from './comment-log.rules.ts';
import { authorFor, isAuthor, ownsRemoval, type Author } from './comment.access.ts';
import { CommentEntity } from './comment.entity.ts';
import { EditWindowClosed } from './comment.errors.ts';
import {
  checkCommentBody,
  commentsPerMinuteMax,
  isEditOpen,
  threadOf,
  type CommentRow,
} from './comment.rules.ts';
import { commentById, commentsByIds } from './comments.queries.ts';

/** A comment as somebody writes it. */
export interface AddComment {
  readonly id: string;
  readonly transcriptId: string;
  readonly parentId?: string | null;
  readonly body: string;
}

const commentThrottle: ThrottleRule = { name: 'comment', points: commentsPerMinuteMax, seconds: 60 };

/**
 * Posts a comment (M18.12). The client made its id: a retry returns the comment that stands. A reply to a reply
 * stands in the same thread. Throws NOT_FOUND, InvalidInput, TooManyAttempts.
 */
export async function addComment(ctx: Context, input: AddComment): Promise<CommentRow> {
  const id = checkClientId('id', input.id);
  const body = checkCommentBody(input.body);
  const transcript = await requireReadable(ctx, input.transcriptId);
  const author = authorFor(ctx, transcript);
  if (!author) throw forbidden();
  const wanted = { id, parentId: input.parentId ?? null, transcript };
  const { standing, threadId } = await standingAndThread(ctx, wanted);
  if (standing) return sameComment(ctx, standing, transcript);
  await checkPace(ctx, author);
  const comment = { id, body, parentId: threadId, authorName: await nameOf(ctx, author) };
  try {
    return await unitOfWork(ctx, (unit) => post(ctx, unit, { transcript, author, comment }));
  } catch (error) {
    const first = error instanceof UniqueConstraintViolationException ? await commentById(ctx, id) : null;
    if (!first) throw error;
    // The same request came twice at once, and the other one was first.
    return sameComment(ctx, first, transcript);
  }
}

interface Wanted {
  readonly id: string;
  readonly parentId: string | null;
  readonly transcript: TranscriptRow;
}

/** What has this id already, and the thread in which the new comment is to stand. */
async function standingAndThread(
  ctx: Context,
  { id, parentId, transcript }: Wanted,
): Promise<{ readonly standing: CommentRow | null; readonly threadId: string | null }> {
  const ids = parentId !== null && isId(parentId) ? [id, parentId] : [id];
  const [standing = null, parent = null] = await commentsByIds(ctx, ids);
  if (standing || parentId === null) return { standing, threadId: null };
  if (parent?.transcriptId === transcript.id) return { standing, threadId: threadOf(parent) };
  throw new InvalidInput('parentId', {
    zh: '你要回复的评论不在这篇速录里，请刷新后再试。',
    en: 'The comment you are answering is not in this transcript. Please reload and try again.',
  });
}

/** Ids are the client's own: one that is somebody else's is refused, without saying whose it is. */
function sameComment(ctx: Context, standing: CommentRow, transcript: TranscriptRow): CommentRow {
  if (standing.transcriptId === transcript.id && isAuthor(ctx, standing)) return standing;
  throw new InvalidInput('id', {
    zh: '这个编号已被使用，请换一个。',
    en: 'This id is taken. Please make another.',
  });
}

async function checkPace(ctx: Context, { memberId, grantId }: Author): Promise<void> {
  const waitSeconds = await ctx.throttles.take(commentThrottle, memberId ?? grantId);
  if (waitSeconds > 0) throw new TooManyAttempts(waitSeconds);
}

async function nameOf(ctx: Context, author: Author): Promise<string> {
  if (author.kind === 'GUEST') return author.nickname;
  const [name] = await memberNames(ctx, [author.memberId]);
  // A session outlives no account, so there is one.
  if (name == null) throw notFound();
  return name;
}

interface NewComment {
  readonly transcript: TranscriptRow;
  readonly author: Author;
  readonly comment: Pick<CommentRow, 'id' | 'body' | 'parentId' | 'authorName'>;
}

/** Takes the transcript's next number first: that is the lock behind which everything in the room is written. */
async function post(
  ctx: Context,
  unit: Unit,
  { transcript, author, comment }: NewComment,
): Promise<CommentRow> {
  const createdAt = ctx.clock.now();
  const payload = payloadOf({
    ...comment,
    transcriptId: transcript.id,
    transcriptOwnerId: transcript.ownerId,
    authorMemberId: author.memberId,
    authorGrantId: author.grantId,
    authorKind: author.kind,
    createdAt,
    editedAt: null,
    removedAt: null,
    answeredAt: null,
  });
  const event = { transcriptId: transcript.id, subjectId: comment.id, payload };
  const { seq } = await appendToLog(unit, { ...event, kind: 'COMMENT_POSTED', counts: { comments: 1 } });
  const posted = commentFromLog({ ...event, seq });
  const { authorName: _, authorKind, ...columns } = posted;
  const authorNickname = author.kind === 'GUEST' ? author.nickname : null;
  await unit.em.insert(CommentEntity, { ...columns, authorNickname });
  if (authorKind === 'OWNER' && posted.parentId) await noteAnswer(unit, posted.parentId, createdAt);
  if (authorKind !== 'OWNER') {
    const topic = { name: 'memberNews', id: transcript.ownerId } as const;
    unit.announce(topic, { kind: 'COMMENT_RECEIVED', commentId: posted.id });
  }
  return posted;
}

/** Changes a comment's words; the same words again change nothing. Throws NOT_FOUND, InvalidInput, EditWindowClosed. */
export async function editComment(
  ctx: Context,
  input: { readonly id: string; readonly body: string },
): Promise<CommentRow> {
  const body = checkCommentBody(input.body);
  const windowMinutes = ctx.config.commentEditMinutes;
  const seen = await requireComment(ctx, input.id);
  if (!isAuthor(ctx, seen)) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    const comment = await lockComment(unit, seen);
    if (comment.removedAt) throw notFound();
    if (comment.body === body) return comment;
    const now = ctx.clock.now();
    if (!isEditOpen(comment, { now, windowMinutes })) throw new EditWindowClosed(windowMinutes);
    const edited = { ...comment, body, editedAt: now };
    const event = { transcriptId: comment.transcriptId, subjectId: comment.id, payload: payloadOf(edited) };
    await appendToLog(unit, { ...event, kind: 'COMMENT_EDITED' });
    await unit.em.nativeUpdate(CommentEntity, { id: comment.id }, { body, editedAt: now });
    return edited;
  });
}

/**
 * Takes a comment's words away for good, for everybody; a mark stays in its place. Its author and the transcript's
 * owner may; doing it twice is the same. Throws NOT_FOUND.
 */
export async function removeComment(ctx: Context, id: string): Promise<string> {
  const seen = await requireComment(ctx, id);
  if (!ownsRemoval(ctx, seen)) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    const comment = await lockComment(unit, seen);
    if (comment.removedAt) return comment.id;
    const event = { transcriptId: comment.transcriptId, subjectId: comment.id, payload: {} };
    await appendToLog(unit, { ...event, kind: 'COMMENT_REMOVED', counts: { comments: -1 } });
    await unit.em.nativeUpdate(CommentEntity, { id: comment.id }, { body: '', removedAt: ctx.clock.now() });
    if (comment.authorKind === 'OWNER') await withdrawAnswer(unit, comment);
    return comment.id;
  });
}

/** The comment, when it is there and its transcript is the actor's to read; else throws NOT_FOUND. */
async function requireComment(ctx: Context, id: string): Promise<CommentRow> {
  const comment = isId(id) ? await commentById(ctx, id) : null;
  if (!comment) throw notFound();
  await requireReadable(ctx, comment.transcriptId);
  return comment;
}

/** The lock order of the room: the transcript's row first, then the comment, read again behind it. */
async function lockComment(unit: Unit, seen: CommentRow): Promise<CommentRow> {
  await rows(unit.em, sql`select id from transcripts where id = ${seen.transcriptId} for no key update`);
  const comment = await commentById(unit, seen.id);
  if (!comment) throw notFound();
  return comment;
}
