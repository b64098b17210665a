import { v7 } from 'uuid';
import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import { systemContext, type Context, type House } from '../../platform/context.ts';
import type { ManyAtOnce } from '../../platform/database/gathered.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unlessTaken } from '../../platform/database/taken.ts';
import {
  unitOfStatement,
  unitOfWork,
  type StatementUnit,
  type Unit,
} from '../../platform/database/unit-of-work.ts';
import { AppError, forbidden, notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { checkClientId, isId } from '../../platform/text/text.rules.ts';
import { canWrite, requireReadable, type TranscriptRow } from '../transcripts/index.ts';
import { noteAnswer } from './comment-answers.ts';
import { lockRoom } from './comment-guard.ts';
import { judgeComment, type HeldCommentRow } from './comment-moderation.rules.ts';
import { guardOf, heldById } from './comment-moderation.queries.ts';
import {
  authorFor,
  idsHere,
  isAuthor,
  isBySpeaker,
  speakerFor,
  speakerOf,
  type Speaker,
} from './comment.access.ts';
import { CommentHeld } from './comment.errors.ts';
import { checkCommentBody, checkPin, type CommentRow, type Pin } from './comment.rules.ts';
import { writeComments, type NewComment } from './comment.statements.ts';
import { commentsByIds } from './comments.queries.ts';
import { holdComment } from './held-comments.service.ts';

/** A comment as somebody writes it. */
export interface AddComment extends Partial<Pin> {
  /** Made by the client, so that a retry is the same comment; without it, it is made here. */
  readonly id?: string | null;
  readonly transcriptId: string;
  readonly parentId?: string | null;
  readonly body: string;
  /** As whom it was written; absent: whoever sends it. */
  readonly authorKey?: string | null;
}

/**
 * Posts a comment (M18.12). The client made its id: a retry returns the comment that stands. A reply to a reply
 * stands in the same thread. Throws NOT_FOUND, InvalidInput, TooManyAttempts; CommentsClosed or CommenterBanned where
 * the host takes none, CommentHeld when it is kept until somebody has looked at it, UNAUTHENTICATED where somebody else
 * has written it than who is here now.
 */
export async function addComment(ctx: Context, input: AddComment): Promise<CommentRow> {
  const id = input.id == null ? v7() : checkClientId('id', input.id);
  const body = checkCommentBody(input.body);
  const { transcriptId, parentId = null } = input;
  if (!isId(transcriptId)) throw notFound();
  const wanted = { id, body, transcriptId: transcriptId.toLowerCase(), parentId, ...checkPin(input) };
  const isTheirs = (speaker: Speaker): boolean => isBySpeaker(speaker, input.authorKey);
  return (await postAtOnce(ctx, wanted, isTheirs)) ?? postStepByStep(ctx, wanted, isTheirs);
}

type IsTheirs = (speaker: Speaker) => boolean;

const writtenBySomebodyElse = (): AppError =>
  new AppError('UNAUTHENTICATED', {
    zh: '这条评论是另一个人在这台设备上写的，等本人回来再发送。',
    en: 'Somebody else wrote this on this device. It waits until they are back.',
  });

type Wanted = Omit<NewComment, 'author'>;

/** The common case, in one statement with others that come at the same time; null when it is another. */
async function postAtOnce(ctx: Context, wanted: Wanted, isTheirs: IsTheirs): Promise<CommentRow | null> {
  const author = speakerFor(ctx, wanted.transcriptId);
  if (author && !isTheirs(author)) throw writtenBySomebodyElse();
  if (!author || [wanted.parentId, wanted.segmentId].some((id) => id !== null && !isId(id))) return null;
  if ((await waitOf(ctx, author)) > 0) return null;
  const posted = await ctx.gathered.write('comment', { ...wanted, author }, () => posting(ctx));
  if (!posted) await ctx.throttles.giveBack(commentThrottle(ctx), keyOf(author));
  return posted;
}

/** Posts what has come; if one of them stands in the way of all, none is posted, and each goes by itself. */
function posting(house: House): ManyAtOnce<NewComment, CommentRow | null> {
  const ctx = systemContext(house);
  return async (gathered) => {
    const first = new Map(gathered.toReversed().map((comment) => [comment.id, comment]));
    const comments = gathered.filter((comment) => first.get(comment.id) === comment);
    const posted = await unitOfStatement(ctx, (unit) =>
      post(ctx, unit, { comments, isBehindLock: false }),
    ).catch(
      // One of them spoils the statement for all; each by itself finds out whether it was the one.
      () => null,
    );
    // The same id twice at once is posted once; the other one finds it standing.
    const byId = new Map(posted?.flatMap((comment) => (comment ? [[comment.id, comment]] : [])));
    return gathered.map((comment) => (comments.includes(comment) ? (byId.get(comment.id) ?? null) : null));
  };
}

/** Finds out what stands in the way; what is left is posted behind the lock of the transcript's row. */
async function postStepByStep(ctx: Context, wanted: Wanted, isTheirs: IsTheirs): Promise<CommentRow> {
  const transcript = await requireReadable(ctx, wanted.transcriptId);
  const author = authorFor(ctx, transcript);
  if (!author) throw forbidden();
  if (!isTheirs(speakerOf(author))) throw writtenBySomebodyElse();
  const standing = await standingComment(ctx, wanted);
  if (standing) return sameComment(ctx, standing, transcript);
  const comment = { ...wanted, author: speakerOf(author) };
  const waitSeconds = await waitOf(ctx, comment.author);
  if (waitSeconds > 0) throw new TooManyAttempts(waitSeconds);
  const done = await unlessTaken(
    unitOfWork(ctx, async (unit) => {
      const { isGuarded } = await lockRoom(unit, transcript.id);
      const held = isGuarded ? await holdIfNeeded(ctx, unit, { comment, transcript }) : null;
      if (held) return { held, posted: null };
      const [posted = null] = await post(ctx, unit, { comments: [comment], isBehindLock: true });
      if (posted?.authorKind === 'OWNER' && posted.parentId)
        await noteAnswer(unit, posted.parentId, posted.createdAt);
      return { held, posted };
    }),
  );
  if (done?.held) throw new CommentHeld(done.held);
  if (done?.posted) return done.posted;
  // The same request came twice at once and the other one was first, or the right to read ended between the steps.
  const first = await standingComment(ctx, wanted);
  if (!first) throw notFound();
  return sameComment(ctx, first, transcript);
}

/** The comment as it waits, if it has to; null when it may be posted. Throws CommentsClosed, CommenterBanned. */
async function holdIfNeeded(
  ctx: Context,
  unit: Unit,
  { comment, transcript }: { readonly comment: NewComment; readonly transcript: TranscriptRow },
): Promise<HeldCommentRow | null> {
  if (canWrite(ctx, transcript)) return null;
  const guard = await guardOf(unit, transcript.id, idsHere(ctx, transcript.id));
  const reason = judgeComment(guard, [comment.body, comment.quote, comment.author.nickname]);
  if (reason === null) return null;
  return holdComment(unit, comment, { reason, createdAt: ctx.clock.now(), transcript });
}

async function post(
  ctx: Context,
  unit: StatementUnit,
  what: { readonly comments: readonly NewComment[]; readonly isBehindLock: boolean },
): Promise<readonly (CommentRow | null)[]> {
  const posted = await writeComments(ctx, unit, what);
  for (const comment of posted) {
    if (!comment || comment.authorKind === 'OWNER') continue;
    const topic = { name: 'memberNews', id: comment.transcriptOwnerId } as const;
    unit.announce(topic, { kind: 'COMMENT_RECEIVED', commentId: comment.id });
  }
  return posted;
}

/**
 * What has this id already. Throws CommentHeld when that is one of the author's own that waits; InvalidInput when the
 * comment to be answered, or the segment to be pinned to, is not in this transcript.
 */
async function standingComment(ctx: Context, wanted: Wanted): Promise<CommentRow | null> {
  const { id, parentId, transcriptId } = wanted;
  const held = await heldById(ctx, id);
  if (held && held.transcriptId === transcriptId && isAuthor(ctx, held)) throw new CommentHeld(held);
  if (held) throw idTaken();
  await requireSegment(ctx, wanted);
  const ids = parentId !== null && isId(parentId) ? [id, parentId] : [id];
  const [standing = null, parent = null] = await commentsByIds(ctx, ids);
  if (standing || parentId === null || parent?.transcriptId === transcriptId) return standing;
  throw new InvalidInput('parentId', {
    zh: '你要回复的评论不在这篇速录里，请刷新后再试。',
    en: 'The comment you are answering is not in this transcript. Please reload and try again.',
  });
}

/** Ids are the client's own: one that is somebody else's is refused, without saying whose it is. */
function sameComment(ctx: Context, standing: CommentRow, transcript: TranscriptRow): CommentRow {
  if (standing.transcriptId === transcript.id && isAuthor(ctx, standing)) return standing;
  throw idTaken();
}

const idTaken = (): InvalidInput =>
  new InvalidInput('id', {
    zh: '这个编号已被使用，请换一个。',
    en: 'This id is taken. Please make another.',
  });

/** Throws InvalidInput unless the segment, if one is wanted, is or was in the transcript. */
async function requireSegment(ctx: Context, { segmentId, transcriptId }: Wanted): Promise<void> {
  if (segmentId === null) return;
  const known = sql`select 1 from segments where id = ${segmentId} and transcript_id = ${transcriptId}`;
  if (isId(segmentId) && (await row(ctx.em, known))) return;
  throw new InvalidInput('segmentId', {
    zh: '你要评论的段落不在这篇速录里，请刷新后再试。',
    en: 'The passage you are commenting on is not in this transcript. Please reload and try again.',
  });
}

const commentThrottle = ({ config }: Context): ThrottleRule => ({
  name: 'comment',
  points: config.limits.commentsPerMinute,
  seconds: 60,
});

const keyOf = ({ memberId, grantId }: Speaker): string => memberId ?? grantId;

/** Counts a comment; returns the seconds that its author has to wait, 0 when they may post now. */
const waitOf = (ctx: Context, author: Speaker): Promise<number> =>
  ctx.throttles.take(commentThrottle(ctx), keyOf(author));
