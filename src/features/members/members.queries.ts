import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { columnsOf } from '../../platform/reading/source.ts';
import { isUsername, usernameKey } from './member.rules.ts';
import { members, type MemberProfile } from './member.source.ts';

/** The member's profile, or null when there is no such member. */
export const memberProfile = (em: EntityManager, memberId: string): Promise<MemberProfile | null> =>
  row(
    em,
    sql<MemberProfile>`select ${sql.raw(columnsOf(members, 'm'))} from members m where m.id = ${memberId}`,
  );

/** The display names of these members, each where its id stands; null where there is no such member. */
export async function memberNames(ctx: Context, ids: readonly string[]): Promise<readonly (string | null)[]> {
  const found = await rows(
    ctx.em,
    sql<{
      id: string;
      name: string;
    }>`select id, display_name as name from members where id = any(${ids}::uuid[])`,
  );
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? null);
}

/** Whom a username names, however it is spelt; null when it is nobody's. */
export async function memberIdByUsername(ctx: Pick<Context, 'em'>, username: string): Promise<string | null> {
  if (!isUsername(username)) return null;
  const found = await row(
    ctx.em,
    sql<{ id: string }>`select id from members where username_key = ${usernameKey(username)}`,
  );
  return found?.id ?? null;
}

/** The hash of the view password that the member's new transcripts get; null when they have set none. */
export async function defaultViewPasswordHash(ctx: Context, memberId: string): Promise<string | null> {
  const found = await row(
    ctx.em,
    sql<{
      hash: string | null;
    }>`select default_view_password_hash as hash from members where id = ${memberId}`,
  );
  return found?.hash ?? null;
}

/** How many recovery codes the member has left. */
export async function recoveryCodesLeft(ctx: Context, memberId: string): Promise<number> {
  const found = await row(
    ctx.em,
    sql<{
      count: number;
    }>`select count(*) as count from recovery_codes where member_id = ${memberId} and used_at is null`,
  );
  return found?.count ?? 0;
}

/** Whether the house has nobody yet who could run it. */
export async function hasNoOperator(em: EntityManager): Promise<boolean> {
  return (await row(em, sql`select 1 from members where role = 'OPERATOR' limit 1`)) === null;
}
