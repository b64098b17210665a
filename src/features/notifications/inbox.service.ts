import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { unreadCounts } from './inbox.queries.ts';
import { isOptional, type NotificationChannel, type NotificationPurpose } from './notification.rules.ts';

const idsMax = 100;

export interface WhatWasRead {
  readonly ids?: readonly string[] | null;
  /** Everything up to this number. */
  readonly upToSeq?: number | null;
}

/** Notes what the caller has read; again is the same, and what is not theirs is not there. Throws InvalidInput. */
export async function markRead(ctx: Context, { ids, upToSeq }: WhatWasRead): Promise<number> {
  const reader = requireMember(ctx);
  if ((ids?.length ?? 0) > idsMax)
    throw new InvalidInput(
      'ids',
      { zh: `一次最多 ${idsMax} 条。`, en: `At most ${idsMax} at once.` },
      idsMax,
    );
  await unitOfWork(ctx, async (unit) => {
    await rows(
      unit.em,
      sql`update notifications set read_at = ${ctx.clock.now()}
        where member_id = ${reader.id} and read_at is null and seq is not null
          and (id = any(${(ids ?? []).filter(isId)}::uuid[]) or seq <= ${upToSeq ?? 0})`,
    );
    unit.announce({ name: 'memberNews', id: reader.id }, { kind: 'NOTIFICATIONS_READ' });
  });
  return (await unreadCounts(ctx, [reader.id]))[0] ?? 0;
}

export interface Consent {
  readonly channel: NotificationChannel;
  readonly purpose: NotificationPurpose;
  readonly isOn: boolean;
}

/** What the caller agrees to from now on; what has not gone out yet heeds it as well. Throws InvalidInput. */
export async function setConsent(ctx: Context, { channel, purpose, isOn }: Consent): Promise<void> {
  const member = requireMember(ctx);
  if (!isOn && !isOptional(channel, purpose))
    throw new InvalidInput('isOn', {
      zh: '与账户有关的服务通知始终保留在站内信中，不能关闭。',
      en: 'What concerns your own account always stays in your inbox and cannot be turned off.',
    });
  await unitOfWork(ctx, async ({ em }) => {
    await rows(
      em,
      sql`insert into notification_consents (member_id, channel, purpose, is_on, changed_at)
        values (${member.id}, ${channel}, ${purpose}, ${isOn}, ${ctx.clock.now()})
        on conflict (member_id, channel, purpose) do update set is_on = excluded.is_on, changed_at = excluded.changed_at`,
    );
  });
}
