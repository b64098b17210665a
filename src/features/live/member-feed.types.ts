import { Field, Int, ObjectType, createUnionType } from 'type-graphql';
import { Announcement } from '../announcements/index.ts';
import { Comment } from '../comments/index.ts';
import { Notification } from '../notifications/index.ts';
import { Order } from '../orders/index.ts';
import { Transcript } from '../transcripts/index.ts';

@ObjectType({ description: 'Your card points moved.' })
export class BalanceChanged {
  @Field(() => Int, { description: 'Card points that you have now.' })
  balance!: number;

  @Field(() => Int, { description: 'Card points that you owe now.' })
  debt!: number;
}

@ObjectType({ description: 'Your reward points moved.' })
export class RewardsChanged {
  @Field(() => Int, { description: 'Reward points that you can spend now.' })
  balance!: number;

  @Field(() => Int, { description: 'Reward points that are yours to spend later.' })
  pending!: number;

  @Field(() => Int, { description: 'Reward points that are set aside for something under way.' })
  held!: number;

  @Field(() => Int, { description: 'Reward points that you owe now.' })
  debt!: number;
}

@ObjectType({ description: 'Somebody commented on a transcript of yours.' })
export class CommentReceived {
  @Field(() => Comment, { nullable: true, description: 'The comment; null when it is gone already.' })
  comment!: object | null;
}

@ObjectType({
  description: 'A comment waits on a transcript of yours, or was reported there: look at its queue again.',
})
export class CommentToReview {
  @Field(() => Transcript, { nullable: true, description: 'The transcript; null when it is gone already.' })
  transcript!: object | null;
}

@ObjectType({ description: 'There is a new announcement.' })
export class AnnouncementPublished {
  @Field(() => Announcement, {
    nullable: true,
    description: 'The announcement; null when it is gone already.',
  })
  announcement!: object | null;
}

@ObjectType({ description: 'An order of yours changed its state.' })
export class OrderChanged {
  @Field(() => Order, { nullable: true, description: 'The order.' })
  order!: object | null;
}

@ObjectType({ description: 'You were told something, or have read something elsewhere.' })
export class NotificationsChanged {
  @Field(() => Notification, {
    nullable: true,
    description: 'What you were told; null when something was read, or when it is not for your inbox.',
  })
  notification!: object | null;

  @Field(() => Int, { description: 'How many notifications you have not read now.' })
  unreadCount!: number;
}

/** Everything that a member's feed can bring; the object's own class says which. */
export const MemberEvent = createUnionType({
  name: 'MemberEvent',
  description: 'News for a member’s open pages. Hints only: after a reconnect, read the page’s query again.',
  types: () =>
    [
      BalanceChanged,
      RewardsChanged,
      CommentReceived,
      CommentToReview,
      AnnouncementPublished,
      OrderChanged,
      NotificationsChanged,
    ] as const,
});
