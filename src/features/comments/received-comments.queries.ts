import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  timeKeysOf,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import type { CommentRow } from './comment.rules.ts';
import { commentColumns } from './comments.queries.ts';

/** What a list of received comments can be narrowed to. */
export interface ReceivedFilter {
  readonly unansweredOnly: boolean;
  readonly page: PageArgs;
}

/**
 * What other people wrote on a member's transcripts, newest first (M18.3). Removed comments and those on
 * transcripts in the bin are left out.
 */
export async function receivedComments(
  ctx: Context,
  ownerId: string,
  { unansweredOnly, page }: ReceivedFilter,
): Promise<Page<CommentRow>> {
  const request = pageRequest(page);
  // The words of the indexes, so that they are used.
  const from = sql`comments c join transcripts t on t.id = c.transcript_id and t.deleted_at is null
    left join members m on m.id = c.author_member_id
    where c.transcript_owner_id = ${ownerId} and c.removed_at is null
      and c.author_member_id is distinct from c.transcript_owner_id
      ${unansweredOnly ? sql`and c.answered_at is null` : sql``}`;
  const last = request.cursor === null ? null : timeKeysOf(request.cursor);
  const older = last ? sql`and (c.created_at, c.id) < (${last.at}, ${last.id})` : sql``;
  const found = await rows(
    ctx.em,
    sql<CommentRow>`select ${commentColumns} from ${from} ${older}
      order by c.created_at desc, c.id desc limit ${request.size + 1}`,
  );
  return pageFrom(found, request, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: async () =>
      (await row(ctx.em, sql<{ count: number }>`select count(*) as count from ${from}`))?.count ?? 0,
  });
}
