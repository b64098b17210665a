import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { seqKeyOf, type PageRequest } from '../../platform/graphql/connection.ts';
import type { CommentRow } from './comment.rules.ts';

/** Every column of a CommentRow, from `comments as c` with `members as m` for the author's name of today. */
export const commentColumns =
  sql.raw(`c.id, c.transcript_id as "transcriptId", c.transcript_owner_id as "transcriptOwnerId",
  c.parent_id as "parentId", c.seq, c.author_member_id as "authorMemberId", c.author_grant_id as "authorGrantId",
  coalesce(m.display_name, c.author_nickname) as "authorName",
  case when c.author_member_id is null then 'GUEST'
       when c.author_member_id = c.transcript_owner_id then 'OWNER' else 'MEMBER' end as "authorKind",
  c.body, c.created_at as "createdAt", c.edited_at as "editedAt", c.removed_at as "removedAt",
  c.answered_at as "answeredAt"`);

/** Comments by id, null for what is gone; for batched(). Whether they may be read is known where the ids come from. */
export async function commentsByIds(
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly (CommentRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<CommentRow>`select ${commentColumns} from comments c left join members m on m.id = c.author_member_id
      where c.id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map((comment) => [comment.id, comment]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}

/** The comment with this id, whoever asks. */
export const commentById = async (
  ctx: { readonly em: EntityManager },
  id: string,
): Promise<CommentRow | null> => (await commentsByIds(ctx, [id]))[0] ?? null;

/** A page of the list that belongs to one transcript or one comment. */
export interface ListPage {
  readonly of: string;
  readonly request: PageRequest;
}

/** For batched(): pages of transcripts' top-level comments, one row more than asked for. */
export const topLevelPages = (
  ctx: Context,
  pages: readonly ListPage[],
): Promise<readonly (readonly CommentRow[])[]> =>
  pagesOf(ctx, pages, sql`c.transcript_id = list.id and c.parent_id is null`);

/** For batched(): pages of comments' replies, one row more than asked for. */
export const replyPages = (
  ctx: Context,
  pages: readonly ListPage[],
): Promise<readonly (readonly CommentRow[])[]> => pagesOf(ctx, pages, sql`c.parent_id = list.id`);

/** For batched(): how many top-level comments transcripts have, removed ones counted: their marks stand in the list. */
export const topLevelCounts = (ctx: Context, ids: readonly string[]): Promise<readonly number[]> =>
  countsOf(ctx, ids, sql`c.transcript_id = list.id and c.parent_id is null`);

/** For batched(): how many replies comments have, removed ones counted. */
export const replyCounts = (ctx: Context, ids: readonly string[]): Promise<readonly number[]> =>
  countsOf(ctx, ids, sql`c.parent_id = list.id`);

/** One statement for all lists that are read alike: as many as a document asks in different ways, however many lists. */
async function pagesOf(
  ctx: Context,
  pages: readonly ListPage[],
  belongs: RawBuilder<unknown>,
): Promise<readonly (readonly CommentRow[])[]> {
  const alike = new Map<string, { readonly request: PageRequest; readonly ids: string[] }>();
  for (const { of, request } of pages) {
    const group = alike.get(JSON.stringify(request)) ?? { request, ids: [] };
    alike.set(JSON.stringify(request), group);
    group.ids.push(of);
  }
  const found = new Map<string, CommentRow[]>();
  for (const [key, { request, ids }] of alike) {
    for (const { listId, ...comment } of await readPages(ctx, { ids, request, belongs })) {
      const place = `${listId} ${key}`;
      found.set(place, [...(found.get(place) ?? []), comment]);
    }
  }
  return pages.map(({ of, request }) => found.get(`${of} ${JSON.stringify(request)}`) ?? []);
}

interface Reading {
  readonly ids: readonly string[];
  readonly request: PageRequest;
  readonly belongs: RawBuilder<unknown>;
}

function readPages(
  ctx: Context,
  { ids, request, belongs }: Reading,
): Promise<readonly (CommentRow & { listId: string })[]> {
  const { cursor, backwards, size } = request;
  const seq = cursor === null ? null : seqKeyOf(cursor);
  const beyond = seq === null ? sql`true` : backwards ? sql`c.seq < ${seq}` : sql`c.seq > ${seq}`;
  const direction = backwards ? sql`desc` : sql`asc`;
  return rows(
    ctx.em,
    sql<CommentRow & { listId: string }>`select list.id as "listId", ${commentColumns}
      from unnest(${ids}::uuid[]) as list(id)
      cross join lateral (
        select c.* from comments c where ${belongs} and ${beyond} order by c.seq ${direction} limit ${size + 1}) c
      left join members m on m.id = c.author_member_id
      order by c.seq ${direction}`,
  );
}

async function countsOf(
  ctx: Context,
  ids: readonly string[],
  belongs: RawBuilder<unknown>,
): Promise<readonly number[]> {
  const found = await rows(
    ctx.em,
    sql<{ id: string; count: number }>`select list.id, counted.count from unnest(${ids}::uuid[]) as list(id)
      cross join lateral (select count(*) as count from comments c where ${belongs}) counted`,
  );
  const counts = new Map(found.map(({ id, count }) => [id, count]));
  return ids.map((id) => counts.get(id) ?? 0);
}
