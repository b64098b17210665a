import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  seqKeyOf,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import type { NotificationPurpose } from './notification.rules.ts';
import type { TemplateName, TemplateValues } from './notification-templates.rules.ts';

/** A notification as it stands in an inbox. */
export interface NotificationRow {
  readonly id: string;
  readonly seq: number;
  readonly template: TemplateName;
  readonly facts: TemplateValues[TemplateName];
  readonly purpose: NotificationPurpose;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

const columns = sql.raw(
  'n.id, n.seq, n.template, n.facts, n.purpose, n.created_at as "createdAt", n.read_at as "readAt"',
);

export interface InboxWanted {
  readonly memberId: string;
  readonly isUnreadOnly: boolean;
}

/** A member's inbox, the newest first. */
export async function inboxOf(
  ctx: Context,
  { memberId, isUnreadOnly }: InboxWanted,
  args: PageArgs,
): Promise<Page<NotificationRow>> {
  const request = pageRequest(args);
  const before = request.cursor === null ? null : seqKeyOf(request.cursor);
  const where = sql`n.member_id = ${memberId} and n.seq is not null and (not ${isUnreadOnly} or n.read_at is null)`;
  const found = await rows(
    ctx.em,
    sql<NotificationRow>`select ${columns} from notifications n
      where ${where} and ${before === null ? sql`true` : sql`n.seq < ${before}`}
      order by n.seq desc limit ${request.size + 1}`,
  );
  return pageFrom(found, request, {
    keys: ({ seq }) => [seq],
    count: async () => {
      const counted = sql<{ count: number }>`select count(*) as count from notifications n where ${where}`;
      return (await row(ctx.em, counted))?.count ?? 0;
    },
  });
}

/** How many notifications these members have not read, each where its id stands; for batched(). */
export async function unreadCounts(ctx: Context, memberIds: readonly string[]): Promise<readonly number[]> {
  const found = await rows(
    ctx.em,
    sql<{
      memberId: string;
      count: number;
    }>`select member_id as "memberId", count(*) as count from notifications
      where member_id = any(${memberIds}::uuid[]) and read_at is null and seq is not null group by member_id`,
  );
  const counts = new Map(found.map(({ memberId, count }) => [memberId, count]));
  return memberIds.map((id) => counts.get(id) ?? 0);
}

/** Notifications by id, null for those that are not there; for batched(). Whose they are is known where the ids come from. */
export async function notificationsByIds(
  ctx: Context,
  ids: readonly string[],
): Promise<readonly (NotificationRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<NotificationRow>`select ${columns} from notifications n where n.id = any(${ids}::uuid[]) and n.seq is not null`,
  );
  const byId = new Map(found.map((notification) => [notification.id, notification]));
  return ids.map((id) => byId.get(id) ?? null);
}
