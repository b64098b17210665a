import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { pageFrom, timeKeysOf, type Page, type PageRequest } from '../../platform/graphql/connection.ts';
import { folded } from '../../platform/text/text.rules.ts';
import type { MemberRole } from './member.rules.ts';

/** A member as staff see them. */
export interface MemberAccountView {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: MemberRole;
  readonly createdAt: Date;
}

const columns = sql`id, username, display_name as "displayName", role, created_at as "createdAt"`;

/** The members, the newest first; with a search those whose name of either kind contains it. */
export async function memberAccountPage(
  ctx: Context,
  request: PageRequest,
  search: string | null,
): Promise<Page<MemberAccountView>> {
  const matches = search ? nameContains(search) : sql`true`;
  const place = request.cursor === null ? null : timeKeysOf(request.cursor);
  const isFurther = place ? sql`(created_at, id) < (${place.at}, ${place.id})` : sql`true`;
  const found = await rows(
    ctx.em,
    sql<MemberAccountView>`select ${columns} from members where ${matches} and ${isFurther}
      order by created_at desc, id desc limit ${request.size + 1}`,
  );
  return pageFrom(found, request, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: async () =>
      (await row(ctx.em, sql<{ count: number }>`select count(*) as count from members where ${matches}`))
        ?.count ?? 0,
  });
}

/** Position instead of a pattern: what is searched for is text, whatever its characters. */
const nameContains = (search: string): ReturnType<typeof sql<boolean>> =>
  sql<boolean>`(position(${folded(search)} in username_key) > 0 or position(lower(${search}) in lower(display_name)) > 0)`;

/** These members as staff see them, each where its id stands; null where there is no such member. */
export async function memberAccountsByIds(
  ctx: Context,
  ids: readonly string[],
): Promise<readonly (MemberAccountView | null)[]> {
  const found = await rows(
    ctx.em,
    sql<MemberAccountView>`select ${columns} from members where id = any(${ids}::uuid[])`,
  );
  const accounts = new Map(found.map((account) => [account.id, account]));
  return ids.map((id) => accounts.get(id) ?? null);
}
