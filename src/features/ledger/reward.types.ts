import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';

/** What a member has, will have and owes of reward points. */
@ObjectType({ description: 'A member’s reward points: earned, to be exchanged, and expiring.' })
export class RewardPoints {
  readonly memberId!: string;

  @Field(() => Int, { description: 'The points that can be spent.' })
  balance!: number;

  @Field(() => Int, { description: 'Points that can be spent later; `lots` says when.' })
  pending!: number;

  @Field(() => Int, { description: 'Points that are set aside for something under way.' })
  held!: number;

  @Field(() => Int, {
    description: 'Points that were taken back after they had been spent; the next ones pay them first.',
  })
  debt!: number;
}

export const PointLotKind = { PAID: 'PAID', GIFT: 'GIFT', EARNED: 'EARNED', PROMO: 'PROMO' } as const;
registerEnumType(PointLotKind, {
  name: 'PointLotKind',
  description: 'How points came.',
  valuesConfig: {
    PAID: { description: 'Bought; they never expire.' },
    GIFT: { description: 'Given.' },
    EARNED: { description: 'Earned.' },
    PROMO: { description: 'Given by staff or by a promotion.' },
  },
});

/** Points that came together, as far as they are left. */
@ObjectType({ description: 'Points that came together, as far as they are left.' })
export class PointLot {
  @Field(() => ID, { description: 'The lot’s id.' })
  id!: string;

  @Field(() => PointLotKind, { description: 'How they came.' })
  kind!: keyof typeof PointLotKind;

  @Field(() => Int, { description: 'How many came.' })
  initial!: number;

  @Field(() => Int, { description: 'How many are left.' })
  remaining!: number;

  @Field(() => Boolean, { description: 'Whether they cannot be spent yet.' })
  isPending!: boolean;

  @Field(() => Date, { description: 'From when they can be spent.' })
  availableAt!: Date;

  @Field(() => Date, { nullable: true, description: 'From when they are expired; null: never.' })
  expiresAt!: Date | null;
}

export const PointLotConnection = connectionOf(() => PointLot, 'PointLot');
