import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { adapters, type Addressee } from './channels.ts';
import { consentsOf } from './consents.queries.ts';
import { channels, isOptional, purposes, type NotificationChannel } from './notification.rules.ts';

/** A channel as it is for one member. */
export interface ChannelSettings {
  readonly channel: NotificationChannel;
  readonly isConfigured: boolean;
  readonly hasAddress: boolean;
  readonly consents: readonly {
    readonly purpose: (typeof purposes)[number];
    readonly isOn: boolean;
    readonly isOptional: boolean;
  }[];
}

/** By which channels a member can be told, and what they agree to. */
export async function settingsOf(ctx: Context, memberId: string): Promise<readonly ChannelSettings[]> {
  const isOn = await consentsOf(ctx, memberId);
  const member = await row(ctx.em, sql<Addressee>`select email, phone from members where id = ${memberId}`);
  return channels.map((channel) => ({
    channel,
    isConfigured: channel === 'IN_APP' || adapters[channel].isConfigured(ctx),
    hasAddress: channel === 'IN_APP' || (member !== null && adapters[channel].addressOf(member) !== null),
    consents: purposes.map((purpose) => ({
      purpose,
      isOn: isOn(channel, purpose),
      isOptional: isOptional(channel, purpose),
    })),
  }));
}
