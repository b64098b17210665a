import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import type { StatementUnit } from '../../platform/database/unit-of-work.ts';
import {
  announceEvent,
  loggedEvent,
  commentNumbersTaken,
  readableByRows,
  roomsToWriteIn,
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
  /** The segment that it is pinned to, and what its author read there. */
  readonly segmentId: string | null;
  readonly quote: string | null;
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

type Written = Pick<LogEvent, 'transcriptId' | 'seq' | 'subjectId' | 'payload'> & {
  readonly newsId: number;
  readonly news: { commentId: string; transcriptId: string; authorMemberId: string | null };
};

/**
 * Number, event, news and comment, for many at once in one statement, each with the right to read in it. It waits for
 * nobody's lock. What it did not come to is null: not there or not the author's to read, another is writing in the
 * room just now, there is a comment with this id, waiting and refused ones among them, no such comment to answer or segment to be pinned to; and, unless it
 * `isBehindLock`, an answer by the owner, which marks others as answered, and whatever is posted where the host decides
 * about comments (`comments_guarded`). The ids differ.
 */
export async function writeComments(
  ctx: Context,
  unit: StatementUnit,
  { comments, isBehindLock }: { readonly comments: readonly NewComment[]; readonly isBehindLock: boolean },
): Promise<readonly (CommentRow | null)[]> {
  const createdAt = ctx.clock.now();
  const written = await rows(unit.em, statementFor(ctx, comments, { createdAt, isBehindLock }));
  const found = new Map(written.map((row) => [row.subjectId, row]));
  return comments.map(({ id }) => {
    const row = found.get(id);
    if (!row) return null;
    const { newsId, news, ...told } = row;
    const event = { ...told, kind: 'COMMENT_POSTED' as const };
    announceEvent(unit, event);
    unit.stored({ id: newsId, kind: 'commentPosted', payload: news });
    return commentFromLog(event);
  });
}

interface Writing {
  readonly createdAt: Date;
  readonly isBehindLock: boolean;
}

function statementFor(ctx: Context, comments: readonly NewComment[], { createdAt, isBehindLock }: Writing) {
  const each = <Value>(of: (comment: NewComment) => Value): readonly Value[] => comments.map(of);
  const news = sql`jsonb_build_object('commentId', comment_id, 'transcriptId', id, 'authorMemberId', member_id)`;
  return sql<Written>`
    with r as materialized (select * from unnest(${each(({ id }) => id)}::uuid[],
        ${each(({ transcriptId }) => transcriptId)}::uuid[], ${each(({ parentId }) => parentId)}::uuid[],
        ${each(({ body }) => body)}::text[], ${each(({ author }) => author.memberId)}::uuid[],
        ${each(({ author }) => author.grantId)}::uuid[], ${each(({ author }) => author.nickname)}::text[],
        ${each(({ segmentId }) => segmentId)}::uuid[], ${each(({ quote }) => quote)}::text[],
        ${each((comment) => JSON.stringify(payloadSoFar(comment, createdAt)))}::jsonb[]) with ordinality
      as r(comment_id, transcript_id, parent_id, body, member_id, grant_id, nickname, segment_id, quote, payload, place)),
    t as materialized (${roomsToWriteIn(sql`select transcript_id from r`)}),
    told as materialized (
      select t.id, (t.last_seq + row_number() over (partition by t.id order by r.place))::int as seq, t.owner_id,
        coalesce(p.parent_id, p.id) as thread_id, r.comment_id, r.member_id, r.grant_id, r.nickname, r.body, r.segment_id, r.quote,
        r.payload || jsonb_build_object('parentId', coalesce(p.parent_id, p.id), 'transcriptOwnerId', t.owner_id,
          'authorName', coalesce(m.display_name, r.nickname), 'authorKind', case when m.id is null then 'GUEST'
            when m.id = t.owner_id then 'OWNER' else 'MEMBER' end) as payload
      from r join t on t.id = r.transcript_id
        left join members m on m.id = r.member_id
        left join comments p on p.id = r.parent_id and p.transcript_id = t.id
      where ${readableByRows(ctx, createdAt)}
        -- Grants are as they were when the statement began; a new view password, which ends them, is seen behind the lock.
        and (r.grant_id is null or t.view_password_hash is not distinct from
          (select seen.view_password_hash from transcripts seen where seen.id = t.id))
        and not exists (select 1 from comments c where c.id = r.comment_id)
        and not exists (select 1 from held_comments h where h.id = r.comment_id)
        and (r.segment_id is null
          or exists (select 1 from segments s where s.id = r.segment_id and s.transcript_id = t.id))
        and (${isBehindLock}::boolean or not t.comments_guarded)
        and (r.parent_id is null
          or (p.id is not null and (${isBehindLock}::boolean or t.owner_id is distinct from r.member_id)))),
    numbered as (${commentNumbersTaken(sql`told`)}),
    event as (${loggedEvent({ kind: 'COMMENT_POSTED', subjectId: sql`comment_id`, payload: sql`payload`, from: sql`told` })}),
    news as (${ctx.outbox.insertion('commentPosted', news, sql`told`)}),
    comment as (
      insert into comments (id, transcript_id, transcript_owner_id, parent_id, seq, author_member_id,
        author_grant_id, author_nickname, body, segment_id, quote, created_at)
      select comment_id, id, owner_id, thread_id, seq, member_id, grant_id, nickname, body, segment_id, quote,
        ${createdAt}::timestamptz
      from told)
    select told.id as "transcriptId", told.seq, told.comment_id as "subjectId", told.payload, news.id as "newsId",
      news.payload as news
    from told join news on (news.payload ->> 'commentId')::uuid = told.comment_id`;
}
