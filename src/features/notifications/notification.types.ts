import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import type * as rules from './notification.rules.ts';

export const NotificationPurpose: { readonly [Each in rules.NotificationPurpose]: Each } = {
  SERVICE: 'SERVICE',
  CARE: 'CARE',
  PROMOTION: 'PROMOTION',
};
registerEnumType(NotificationPurpose, {
  name: 'NotificationPurpose',
  description: 'What a notification is for.',
  valuesConfig: {
    SERVICE: { description: 'Your own affairs: points, orders, your level.' },
    CARE: { description: 'Greetings: birthdays, anniversaries.' },
    PROMOTION: { description: 'Offers and news: coupons, campaigns, new features.' },
  },
});

export const NotificationChannel: { readonly [Each in rules.NotificationChannel]: Each } = {
  IN_APP: 'IN_APP',
  EMAIL: 'EMAIL',
  SMS: 'SMS',
  WECHAT: 'WECHAT',
};
registerEnumType(NotificationChannel, {
  name: 'NotificationChannel',
  description: 'How a notification reaches its member.',
  valuesConfig: {
    IN_APP: { description: 'The inbox.' },
    EMAIL: { description: 'Mail, where the house can send it.' },
    SMS: { description: 'A text message; needs a carrier, which this house may not have.' },
    WECHAT: { description: 'WeChat; needs a service account, which this house may not have.' },
  },
});

export const DeliveryState: { readonly [Each in rules.DeliveryState]: Each } = {
  QUEUED: 'QUEUED',
  SENDING: 'SENDING',
  SENT: 'SENT',
  FAILED: 'FAILED',
  UNCERTAIN: 'UNCERTAIN',
  NOT_CONFIGURED: 'NOT_CONFIGURED',
  NO_ADDRESS: 'NO_ADDRESS',
  NO_CONSENT: 'NO_CONSENT',
  TOO_LATE: 'TOO_LATE',
};
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'Where a delivery stands.',
  valuesConfig: {
    QUEUED: { description: 'It waits: for its turn, for the end of quiet hours, or for another try.' },
    SENDING: { description: 'It is going out just now.' },
    SENT: { description: 'It went out.' },
    FAILED: { description: 'It was tried too often.' },
    UNCERTAIN: { description: 'A node died while it went out: it may have been sent. It is not sent twice.' },
    NOT_CONFIGURED: { description: 'The channel does not work in this house; nothing was sent.' },
    NO_ADDRESS: { description: 'The member has no address for this channel.' },
    NO_CONSENT: { description: 'The member took their consent back before it went out.' },
    TOO_LATE: { description: 'It could not go out while it was news.' },
  },
});

@ObjectType({
  description: 'Something that you were told. Its words are made in the language of whoever reads.',
})
export class Notification {
  @Field(() => ID, { description: 'The notification’s id.' })
  id!: string;

  @Field(() => Int, {
    description:
      'Its number in your inbox, without gaps: after a reconnect, whatever is above the last one is new.',
  })
  seq!: number;

  @Field(() => String, { description: 'Which template it was made of, such as POINTS_EXPIRING.' })
  template!: string;

  @Field(() => NotificationPurpose, { description: 'What it is for.' })
  purpose!: rules.NotificationPurpose;

  @Field(() => Date, { description: 'When you were told.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When you read it; null until then.' })
  readAt!: Date | null;
}

export const NotificationConnection = connectionOf(() => Notification, 'Notification');

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only what was not read yet.' })
  unreadOnly!: boolean;
}

@ObjectType({ description: 'Whether you agree to be told such things in such a way.' })
export class NotificationConsent {
  @Field(() => NotificationPurpose, { description: 'What it is for.' })
  purpose!: rules.NotificationPurpose;

  @Field(() => Boolean, { description: 'Whether you agree.' })
  isOn!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be turned off.' })
  isOptional!: boolean;
}

@ObjectType({ description: 'A channel as it is for you.' })
export class NotificationChannelSettings {
  @Field(() => NotificationChannel, { description: 'The channel.' })
  channel!: rules.NotificationChannel;

  @Field(() => Boolean, { description: 'Whether it works in this house.' })
  isConfigured!: boolean;

  @Field(() => Boolean, { description: 'Whether the house knows where to write to you by it.' })
  hasAddress!: boolean;

  @Field(() => [NotificationConsent], { description: 'What you agree to, for each purpose.' })
  consents!: readonly NotificationConsent[];
}

@InputType({ description: 'What you have read; both may be given.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'These; at most 100.' })
  ids?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Everything up to this number.' })
  upToSeq?: number | null;
}

@ObjectType({ description: 'It is noted.' })
export class MarkNotificationsReadSuccess {
  @Field(() => Int, { description: 'How many you have not read now.' })
  unreadCount!: number;
}

export const MarkNotificationsReadResult = resultUnion(
  'MarkNotificationsReadResult',
  MarkNotificationsReadSuccess,
  [InvalidInput],
);

@InputType({ description: 'What you agree to from now on.' })
export class SetNotificationConsentInput {
  @Field(() => NotificationChannel, { description: 'By which channel.' })
  channel!: rules.NotificationChannel;

  @Field(() => NotificationPurpose, { description: 'For what.' })
  purpose!: rules.NotificationPurpose;

  @Field(() => Boolean, { description: 'Whether you agree.' })
  isOn!: boolean;
}

@ObjectType({ description: 'It holds from now on, also for what has not gone out yet.' })
export class SetNotificationConsentSuccess {
  @Field(() => [NotificationChannelSettings], { description: 'All your settings as they are now.' })
  settings!: readonly NotificationChannelSettings[];
}

export const SetNotificationConsentResult = resultUnion(
  'SetNotificationConsentResult',
  SetNotificationConsentSuccess,
  [InvalidInput],
);
