import { v7 } from 'uuid';
import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { consentsOf } from './consents.queries.ts';
import { deliverNotification } from './notifications.job.ts';
import { outwardChannels } from './notification.rules.ts';
import { templates, type TemplateName, type TemplateValues } from './notification-templates.rules.ts';

/** What is to be told, to whom. */
export interface Notice<Name extends TemplateName> {
  readonly memberId: string;
  readonly template: Name;
  readonly values: TemplateValues[Name];
  /** 1–200 characters: the same key tells the same member once, whatever else is said with it. */
  readonly dedupeKey: string;
}

/**
 * Tells a member something, in the caller's transaction: it stands in their inbox if and only if the act stands, and
 * goes out by the channels that they have agreed to, afterwards and once. Returns false where it was told before.
 */
export async function notify<Name extends TemplateName>(unit: Unit, notice: Notice<Name>): Promise<boolean> {
  const { memberId, template, dedupeKey } = notice;
  const { purpose } = templates[template];
  // The row's lock gives the numbers: they are committed in order, and nothing is told twice.
  await rows(
    unit.em,
    sql`insert into notification_inboxes (member_id, last_seq) values (${memberId}, 0)
      on conflict (member_id) do update set last_seq = notification_inboxes.last_seq`,
  );
  const isOn = await consentsOf(unit, memberId);
  const stored = await row(
    unit.em,
    sql<{ id: string }>`
      with told as (
        insert into notifications (id, member_id, seq, template, facts, purpose, dedupe_key, created_at)
        select ${v7()}, i.member_id, case when ${isOn('IN_APP', purpose)} then i.last_seq + 1 end, ${template},
          ${JSON.stringify(notice.values)}::jsonb, ${purpose}, ${dedupeKey}, now()
        from notification_inboxes i where i.member_id = ${memberId}
        on conflict (member_id, dedupe_key) do nothing returning id, seq
      ), numbered as (
        update notification_inboxes i set last_seq = told.seq from told
        where i.member_id = ${memberId} and told.seq is not null
      )
      select id from told`,
  );
  if (!stored) return false;
  for (const channel of outwardChannels) {
    if (!isOn(channel, purpose)) continue;
    const deliveryId = v7();
    await rows(
      unit.em,
      sql`insert into notification_deliveries (id, notification_id, member_id, channel, state, attempts, created_at)
        values (${deliveryId}, ${stored.id}, ${memberId}, ${channel}, 'QUEUED', 0, now())`,
    );
    await unit.enqueue(deliverNotification, { deliveryId });
  }
  const topic = { name: 'memberNews', id: memberId } as const;
  unit.announce(topic, { kind: 'NOTIFICATION_RECEIVED', notificationId: stored.id });
  return true;
}
