import type { Context } from '../../platform/context.ts';
import type { OutwardChannel } from './notification.rules.ts';

/** A member as far as a channel needs to know them. */
export interface Addressee {
  readonly email: string | null;
  readonly phone: string | null;
}

/** A message as it goes out. */
export interface OutwardMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A way out of the house. One that is not configured sends nothing and does not pretend to. */
export interface ChannelAdapter {
  isConfigured(ctx: Pick<Context, 'mailer'>): boolean;
  addressOf(member: Addressee): string | null;
  send(ctx: Pick<Context, 'mailer'>, message: OutwardMessage): Promise<void>;
}

const notThere = (name: string): Pick<ChannelAdapter, 'isConfigured' | 'send'> => ({
  isConfigured: () => false,
  send: () => Promise.reject(new Error(`${name} is not configured in this house.`)),
});

/** The channels. SMS and WeChat need a contract with a carrier: until then what they would send stands in the outbox. */
export const adapters: { readonly [Channel in OutwardChannel]: ChannelAdapter } = {
  EMAIL: {
    isConfigured: ({ mailer }) => mailer.isConfigured,
    addressOf: ({ email }) => email,
    send: ({ mailer }, message) => mailer.send(message),
  },
  SMS: { ...notThere('SMS'), addressOf: ({ phone }) => phone },
  // No account of ours is tied to one of WeChat yet, so there is nobody to write to either.
  WECHAT: { ...notThere('WeChat'), addressOf: () => null },
};
