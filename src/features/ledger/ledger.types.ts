import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import type { PointKind, PointReasons } from './point-reason.rules.ts';

export const PointEntryKind: { readonly [Kind in PointKind]: Kind } = {
  WELCOME_GIFT: 'WELCOME_GIFT',
  PURCHASE: 'PURCHASE',
  TOP_UP_CARD: 'TOP_UP_CARD',
  TRANSCRIPTION: 'TRANSCRIPTION',
  DEBT_REPAID: 'DEBT_REPAID',
  GIFT: 'GIFT',
  EARNED: 'EARNED',
  AVAILABLE: 'AVAILABLE',
  SPENT: 'SPENT',
  EXPIRED: 'EXPIRED',
  REVERSED: 'REVERSED',
  RESTORED: 'RESTORED',
  ADJUSTED: 'ADJUSTED',
  HELD: 'HELD',
  USED: 'USED',
  RELEASED: 'RELEASED',
};
registerEnumType(PointEntryKind, {
  name: 'PointEntryKind',
  description: 'Why points moved.',
  valuesConfig: {
    WELCOME_GIFT: { description: 'Given to a new member.' },
    PURCHASE: { description: 'An order was paid.' },
    TOP_UP_CARD: { description: 'A top-up card was redeemed.' },
    TRANSCRIPTION: { description: 'Started minutes of live typing.' },
    DEBT_REPAID: {
      description: 'New points paid for minutes that were typed on debt, or for what was owed.',
    },
    GIFT: { description: 'Given.' },
    EARNED: { description: 'Earned.' },
    AVAILABLE: { description: 'Pending points are there to be spent.' },
    SPENT: { description: 'Spent on something.' },
    EXPIRED: { description: 'Past their expiry.' },
    REVERSED: { description: 'Taken back, because what they came from was undone.' },
    RESTORED: { description: 'A spend was undone; the points are back where they came from.' },
    ADJUSTED: { description: 'Staff put something right.' },
    HELD: { description: 'Set aside for something under way.' },
    USED: { description: 'Used out of what was set aside.' },
    RELEASED: { description: 'What was set aside and not used came back.' },
  },
});

/** What a member has, owes and had. */
@ObjectType({ description: 'A member’s card points: prepaid, spent by live typing.' })
export class CardPoints {
  readonly memberId!: string;

  @Field(() => Int, { description: 'The points to type with.' })
  balance!: number;

  @Field(() => Int, {
    description: 'The points owed for minutes typed on an empty balance; the next top-up pays them first.',
  })
  debt!: number;
}

/** One movement of a member's card points. */
@ObjectType({ description: 'One movement of card points. It is never changed or deleted.' })
export class PointEntry {
  @Field(() => ID, { description: 'The movement’s id.' })
  id!: string;

  @Field(() => PointEntryKind, { description: 'Why the points moved.' })
  kind!: PointKind;

  /** The stored facts; the field `reason` puts them into words. */
  readonly facts!: PointReasons[PointKind];

  @Field(() => Int, { description: 'How many points: positive came, negative went.' })
  amount!: number;

  @Field(() => Int, { description: 'The balance after it.' })
  balanceAfter!: number;

  @Field(() => Date, { description: 'When it happened.' })
  createdAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The order, card or transcript that it is about.' })
  subjectId!: string | null;
}

export const PointEntryConnection = connectionOf(() => PointEntry, 'PointEntry');
