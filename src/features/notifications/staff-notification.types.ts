import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.ts';
import { DeliveryState, NotificationChannel, NotificationPurpose } from './notification.types.ts';
import type * as rules from './notification.rules.ts';

@ObjectType({
  description: 'A message that the house knows how to write, with made-up figures, in one language.',
})
export class NotificationSample {
  @Field(() => String, { description: 'The language: zh-CN or en.' })
  locale!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its text.' })
  body!: string;
}

@ObjectType({ description: 'A message that the house knows how to write.' })
export class NotificationTemplate {
  @Field(() => ID, { description: 'Its name, such as POINTS_EXPIRING.' })
  id!: string;

  @Field(() => NotificationPurpose, { description: 'What it is for.' })
  purpose!: rules.NotificationPurpose;

  @Field(() => [NotificationSample], { description: 'What it looks like in each language.' })
  samples!: readonly NotificationSample[];
}

@ObjectType({ description: 'A channel of the house.' })
export class ChannelState {
  @Field(() => NotificationChannel, { description: 'The channel.' })
  channel!: rules.NotificationChannel;

  @Field(() => Boolean, {
    description: 'Whether it works; one that does not keeps what it would send in the outbox.',
  })
  isConfigured!: boolean;
}

@ObjectType({ description: 'A notification on its way through one channel.' })
export class NotificationDelivery {
  @Field(() => ID, { description: 'The delivery’s id.' })
  id!: string;

  @Field(() => NotificationChannel, { description: 'The channel.' })
  channel!: rules.OutwardChannel;

  @Field(() => DeliveryState, { description: 'Where it stands.' })
  state!: rules.DeliveryState;

  @Field(() => String, { nullable: true, description: 'To whom, masked; null while nobody was written to.' })
  recipient!: string | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When it is due, where quiet hours or the daily limit put it off.',
  })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it went out; null until then.' })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the last try said; null when none failed.' })
  lastError!: string | null;

  @Field(() => Date, { description: 'When the member was told in the house.' })
  createdAt!: Date;
}

export const NotificationDeliveryConnection = connectionOf(
  () => NotificationDelivery,
  'NotificationDelivery',
);

@ArgsType()
export class DeliveriesArgs extends PageArgs {
  @Field(() => DeliveryState, { nullable: true, description: 'Only those that stand there.' })
  state?: rules.DeliveryState | null;

  @Field(() => NotificationChannel, { nullable: true, description: 'Only those of this channel.' })
  channel?: rules.NotificationChannel | null;
}

@InputType({ description: 'A delivery that did not go out.' })
export class ResendNotificationInput {
  @Field(() => ID, { description: 'The delivery.' })
  deliveryId!: string;
}

@ObjectType({ description: 'It is on its way; what was sent before stays as it is.' })
export class ResendNotificationSuccess {
  @Field(() => NotificationDelivery, { description: 'The delivery as it stands now.' })
  delivery!: object;
}
