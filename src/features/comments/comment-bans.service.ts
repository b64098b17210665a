import { v7 } from 'uuid';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { canWrite, lockForWriting, visitorIdOf } from '../transcripts/index.ts';
import { noteGuard } from './comment-guard.ts';
import { CommentBanEntity } from './comment-moderation.entity.ts';
import type { CommentBanRow } from './comment-moderation.rules.ts';
import { banById, heldById } from './comment-moderation.queries.ts';
import { commentById } from './comments.queries.ts';

/**
 * Takes no more comments from whoever wrote this one, on its transcript; they can go on reading. Twice is the same. A
 * guest is known by their browser, also when they come in anew. Throws NOT_FOUND, InvalidInput for those who decide themselves.
 */
export async function banCommenter(ctx: Context, commentId: string): Promise<CommentBanRow> {
  const comment = isId(commentId)
    ? ((await commentById(ctx, commentId)) ?? (await heldById(ctx, commentId)))
    : null;
  if (!comment) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, comment.transcriptId);
    const { authorMemberId, authorGrantId, authorName } = comment;
    const bannedId = authorMemberId ?? (authorGrantId && (await visitorIdOf(unit, authorGrantId)));
    if (bannedId === null) throw notFound();
    if (mayDecide(authorMemberId, transcript))
      throw new InvalidInput('commentId', {
        zh: '主办的评论不能停止。',
        en: 'The host cannot be stopped here.',
      });
    const nickname = authorMemberId === null ? authorName : null;
    const [{ id } = { id: '' }] = await rows(
      unit.em,
      sql<{ id: string }>`insert into comment_bans (id, transcript_id, banned_id, nickname, created_at)
        values (${v7()}, ${transcript.id}, ${bannedId}, ${nickname}, ${ctx.clock.now()})
        on conflict (transcript_id, banned_id) do update set nickname = excluded.nickname returning id`,
    );
    await noteGuard(unit, transcript.id);
    const ban = await banById(unit, id);
    if (!ban) throw notFound();
    return ban;
  });
}

/** Whether this member, if it is one, decides about comments here: nobody stops those. */
const mayDecide = (memberId: string | null, transcript: Parameters<typeof canWrite>[1]): boolean =>
  memberId !== null &&
  canWrite({ actor: { member: { id: memberId, role: 'MEMBER', sessionId: '' }, grants: [] } }, transcript);

/** Takes somebody's comments again, now or since earlier. Throws NOT_FOUND. */
export async function unbanCommenter(ctx: Context, banId: string): Promise<string> {
  const ban = isId(banId) ? await banById(ctx, banId) : null;
  if (!ban) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, ban.transcriptId);
    await unit.em.nativeDelete(CommentBanEntity, { id: ban.id });
    await noteGuard(unit, transcript.id);
    return ban.id;
  });
}
