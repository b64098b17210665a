import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  timeKeysOf,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import { isId } from '../../platform/text/text.rules.ts';
import type { DeliveryState, OutwardChannel } from './notification.rules.ts';
import type { TemplateName, TemplateValues } from './notification-templates.rules.ts';

/** A delivery as operators see it. */
export interface DeliveryRow {
  readonly id: string;
  readonly memberId: string;
  readonly channel: OutwardChannel;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly dueAt: Date | null;
  readonly sentAt: Date | null;
  readonly recipient: string | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly template: TemplateName;
  readonly facts: TemplateValues[TemplateName];
}

const deliveries = sql<DeliveryRow>`select d.id, d.member_id as "memberId", d.channel, d.state, d.attempts, d.due_at as "dueAt",
  d.sent_at as "sentAt", d.recipient, d.last_error as "lastError", d.created_at as "createdAt", n.template, n.facts
  from notification_deliveries d join notifications n on n.id = d.notification_id`;

export interface DeliveriesWanted {
  readonly state: DeliveryState | null;
  readonly channel: OutwardChannel | null;
}

/** The local outbox: everything that goes out of the house, the newest first. */
export async function deliveryPage(
  ctx: Context,
  { state, channel }: DeliveriesWanted,
  args: PageArgs,
): Promise<Page<DeliveryRow>> {
  const request = pageRequest(args);
  const last = request.cursor === null ? null : timeKeysOf(request.cursor);
  const where = sql`(${state}::text is null or d.state = ${state}) and (${channel}::text is null or d.channel = ${channel})`;
  const found = await rows(
    ctx.em,
    sql<DeliveryRow>`${deliveries} where ${where}
      and ${last ? sql`(d.created_at, d.id) < (${last.at}, ${last.id}::uuid)` : sql`true`}
      order by d.created_at desc, d.id desc limit ${request.size + 1}`,
  );
  return pageFrom(found, request, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: async () => {
      const counted = sql<{
        count: number;
      }>`select count(*) as count from notification_deliveries d where ${where}`;
      return (await row(ctx.em, counted))?.count ?? 0;
    },
  });
}

/** The delivery, or null when there is none with this id. */
export const findDelivery = async (ctx: Pick<Context, 'em'>, id: string): Promise<DeliveryRow | null> =>
  isId(id) ? await row(ctx.em, sql<DeliveryRow>`${deliveries} where d.id = ${id}`) : null;
