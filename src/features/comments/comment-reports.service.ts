import { v7 } from 'uuid';
import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { forbidden, notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { canWrite } from '../transcripts/index.ts';
import { CommentReportEntity } from './comment-moderation.entity.ts';
import { checkReportNote, type ReportReason } from './comment-moderation.rules.ts';
import { authorFor, isAuthor } from './comment.access.ts';
import { requireComment } from './comment-in-room.ts';
import { tellModerators } from './held-comments.service.ts';

/** A reader's objection to a comment. */
export interface ReportComment {
  readonly id: string;
  readonly reason: ReportReason;
  readonly note?: string | null;
}

/** So many reports one reader may make, over all transcripts. */
const reports: ThrottleRule = { name: 'comment-report', points: 10, seconds: 60 };

/**
 * Tells the host that a reader objects to a comment; once for each reader, whatever is said later. Whoever may comment
 * may report. Throws NOT_FOUND, InvalidInput, TooManyAttempts.
 */
export async function reportComment(
  ctx: Context,
  { id, reason, note = null }: ReportComment,
): Promise<string> {
  const words = checkReportNote(note);
  const { comment, transcript } = await requireComment(ctx, id);
  if (comment.removedAt) throw notFound();
  if (isAuthor(ctx, comment))
    throw new InvalidInput('id', {
      zh: '自己的评论可以直接删除。',
      en: 'You can remove a comment of your own.',
    });
  const author = authorFor(ctx, transcript);
  if (!author) throw forbidden();
  const reporterId = author.memberId ?? author.grantId;
  const waitSeconds = await ctx.throttles.take(reports, reporterId);
  if (waitSeconds > 0) throw new TooManyAttempts(waitSeconds);
  return unitOfWork(ctx, async (unit) => {
    const created = await rows(
      unit.em,
      sql`insert into comment_reports (id, comment_id, reporter_id, reason, note, created_at)
        values (${v7()}, ${comment.id}, ${reporterId}, ${reason}, ${words}, ${ctx.clock.now()})
        on conflict (comment_id, reporter_id) do nothing returning id`,
    );
    if (created.length > 0) tellModerators(unit, transcript);
    return comment.id;
  });
}

/** Lets a comment stand that was reported: its reports are done with, and the same readers' are not heard again. Throws NOT_FOUND. */
export async function dismissReports(ctx: Context, id: string): Promise<string> {
  const { comment, transcript } = await requireComment(ctx, id);
  if (!canWrite(ctx, transcript)) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    const open = { commentId: comment.id, dismissedAt: null };
    await unit.em.nativeUpdate(CommentReportEntity, open, { dismissedAt: ctx.clock.now() });
    return comment.id;
  });
}
