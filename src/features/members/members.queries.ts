import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Locale } from '../../platform/text/text.ts';
import type { MemberRole } from './member.rules.ts';

/** A member as they see themselves: no secret is read. */
export interface MemberProfile {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthday: string | null;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly role: MemberRole;
  readonly createdAt: Date;
  readonly securityQuestion: string | null;
  readonly securityQuestionSet: boolean;
  readonly defaultViewPasswordSet: boolean;
}

/** The member's profile, or null when there is no such member. */
export function memberProfile(em: EntityManager, memberId: string): Promise<MemberProfile | null> {
  return row(
    em,
    sql<MemberProfile>`select id, username, display_name as "displayName", email, phone, birthday::text as birthday,
        locale, time_zone as "timeZone", role, created_at as "createdAt", security_question as "securityQuestion",
        security_question is not null as "securityQuestionSet",
        default_view_password_hash is not null as "defaultViewPasswordSet"
      from members where id = ${memberId}`,
  );
}

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
