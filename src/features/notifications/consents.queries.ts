import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, sql } from '../../platform/database/sql.ts';
import {
  consentByDefault,
  type NotificationChannel,
  type NotificationPurpose,
} from './notification.rules.ts';

/** Whether a member agrees to be told such things in such a way. */
export type Consents = (channel: NotificationChannel, purpose: NotificationPurpose) => boolean;

/** What a member has agreed to, and what holds where they have said nothing. */
export async function consentsOf(
  { em }: { readonly em: EntityManager },
  memberId: string,
): Promise<Consents> {
  const said = await rows(
    em,
    sql<{ channel: NotificationChannel; purpose: NotificationPurpose; isOn: boolean }>`
      select channel, purpose, is_on as "isOn" from notification_consents where member_id = ${memberId}`,
  );
  const known = new Map(said.map(({ channel, purpose, isOn }) => [`${channel} ${purpose}`, isOn]));
  return (channel, purpose) => known.get(`${channel} ${purpose}`) ?? consentByDefault(channel, purpose);
}
