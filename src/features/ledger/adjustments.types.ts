import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MemberAccount } from '../members/index.ts';

export const PointCurrency = { CARD: 'CARD', REWARD: 'REWARD' } as const;
registerEnumType(PointCurrency, {
  name: 'PointCurrency',
  description: 'Which points.',
  valuesConfig: {
    CARD: { description: 'Card points: bought, spent by live typing.' },
    REWARD: { description: 'Reward points: earned, to be exchanged.' },
  },
});

@InputType({ description: 'Points to give to a member or to take, to put something right.' })
export class AdjustPointsInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => PointCurrency, { description: 'Which points.' })
  currency!: keyof typeof PointCurrency;

  @Field(() => Int, { description: 'Positive gives, negative takes; at most 100,000 either way, not 0.' })
  points!: number;

  @Field(() => String, { description: 'Why, 2–200 characters; the member reads it.' })
  reason!: string;

  @Field(() => String, { description: 'Made by the client, 8–200 characters: the same key adjusts once.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The points are put right.' })
export class AdjustPointsSuccess {
  @Field(() => MemberAccount, { description: 'The member with their points as they are now.' })
  account!: object;
}
