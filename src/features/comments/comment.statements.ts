import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import type { StatementUnit } from '../../platform/database/unit-of-work.ts';
import {
  announceEvent,
  loggedEvent,
  nextNumber,
  readableByNow,
  type LogEvent,
} from '../transcripts/index.ts';
import { commentFromLog, payloadOf } from './comment-log.rules.ts';
import type { Speaker } from './comment.access.ts';
import type { CommentRow } from './comment.rules.ts';

/** A comment that is to be written. */
export interface NewComment {
  readonly id: string;
  readonly transcriptId: string;
  /** The comment that it answers, which may itself be an answer. */
  readonly parentId: string | null;
  readonly body: string;
  readonly author: Speaker;
}

/** What the log is to keep of a comment, as far as it is known before the database is asked. */
function payloadSoFar({ author, ...comment }: NewComment, createdAt: Date): object {
  const {
    transcriptOwnerId: _,
    authorKind: __,
    ...payload
  } = payloadOf({
    ...comment,
    transcriptOwnerId: '',
    authorMemberId: author.memberId,
    authorGrantId: author.grantId,
    authorName: author.nickname ?? '',
    authorKind: 'GUEST',
    createdAt,
    editedAt: null,
    removedAt: null,
    answeredAt: null,
  });
  return payload;
}

/**
 * Number, event, news and comment in one statement, with the right to read in it. Null when it does not come to
 * that: not there or not the actor's to read, there is a comment with this id, no such comment to answer, or an
 * answer by the owner without `asOwner` – that one marks others as answered, which takes a look behind the lock.
 */
export async function writeComment(
  ctx: Context,
  unit: StatementUnit,
  { comment, asOwner }: { readonly comment: NewComment; readonly asOwner: boolean },
): Promise<CommentRow | null> {
  const { id, transcriptId, parentId, body, author } = comment;
  const createdAt = ctx.clock.now();
  const { memberId, grantId, nickname } = author;
  const only = sql`${readableByNow(ctx, createdAt)} and not exists (select 1 from comments c where c.id = ${id})
    and (${parentId}::uuid is null or (exists (select 1 from parent)
      and (${asOwner} or t.owner_id is distinct from ${memberId}::uuid)))`;
  const news = { commentId: id, transcriptId, authorMemberId: memberId };
  const written = await row(
    unit.em,
    sql<Pick<LogEvent, 'seq' | 'payload'> & { newsId: number }>`
      with parent as (select coalesce(c.parent_id, c.id) as thread_id
        from comments c where c.id = ${parentId}::uuid and c.transcript_id = ${transcriptId}),
      numbered as (${nextNumber(transcriptId, { comments: 1 }, only)}),
      told as (select n.id, n.seq, n.owner_id, (select thread_id from parent) as thread_id,
          ${JSON.stringify(payloadSoFar(comment, createdAt))}::jsonb || jsonb_build_object(
            'parentId', (select thread_id from parent), 'transcriptOwnerId', n.owner_id,
            'authorName', coalesce(m.display_name, ${nickname}::text), 'authorKind', case when m.id is null then 'GUEST'
              when m.id = n.owner_id then 'OWNER' else 'MEMBER' end) as payload
        from numbered n left join members m on m.id = ${memberId}::uuid),
      event as (${loggedEvent({ kind: 'COMMENT_POSTED', subjectId: id, payload: sql`payload`, from: sql`told` })}),
      news as (${ctx.outbox.insertion('commentPosted', news, sql`told`)}),
      comment as (
        insert into comments (id, transcript_id, transcript_owner_id, parent_id, seq, author_member_id,
          author_grant_id, author_nickname, body, created_at)
        select ${id}::uuid, id, owner_id, thread_id, seq, ${memberId}::uuid, ${grantId}::uuid, ${nickname}, ${body},
          ${createdAt}::timestamptz from told)
      select told.seq, told.payload, news.id as "newsId" from told, news`,
  );
  if (!written) return null;
  const { newsId, ...event } = { ...written, transcriptId, subjectId: id, kind: 'COMMENT_POSTED' as const };
  announceEvent(unit, event);
  unit.stored({ id: newsId, kind: 'commentPosted', payload: news });
  return commentFromLog(event);
}
