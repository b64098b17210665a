import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  timeKeysOf,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import type { AnnouncementRow } from './announcement.rules.ts';

const columns = sql.raw('id, title, body, published_at as "publishedAt"');

/** What is announced, newest first; withdrawn announcements are hidden. */
export async function announcements(ctx: Context, args: PageArgs): Promise<Page<AnnouncementRow>> {
  const request = pageRequest(args);
  const last = request.cursor === null ? null : timeKeysOf(request.cursor);
  const older = last ? sql`and (published_at, id) < (${last.at}, ${last.id})` : sql``;
  const found = await rows(
    ctx.em,
    sql<AnnouncementRow>`select ${columns} from announcements where withdrawn_at is null ${older}
      order by published_at desc, id desc limit ${request.size + 1}`,
  );
  return pageFrom(found, request, {
    keys: ({ publishedAt, id }) => [publishedAt.toISOString(), id],
    count: () => countPublished(ctx.em),
  });
}

async function countPublished(em: EntityManager): Promise<number> {
  const counted = sql<{
    count: number;
  }>`select count(*) as count from announcements where withdrawn_at is null`;
  return (await row(em, counted))?.count ?? 0;
}

/** Announcements by id, null for what is withdrawn or was never there; for batched(). */
export async function announcementsByIds(
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly (AnnouncementRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<AnnouncementRow>`select ${columns} from announcements where id = any(${ids}::uuid[]) and withdrawn_at is null`,
  );
  const byId = new Map(found.map((announcement) => [announcement.id, announcement]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}
