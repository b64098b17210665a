import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { WriteFigureInput, type TierCode as Code } from '../programme/index.ts';
import type { FrequencyBand as Band, WayUp } from './distance.rules.ts';

export const TierCode: { readonly [Each in Code]: Each } = {
  T0: 'T0',
  T1: 'T1',
  T2: 'T2',
  T3: 'T3',
  T4: 'T4',
};
registerEnumType(TierCode, {
  name: 'TierCode',
  description: 'A level of membership; what it is called is up to the programme’s rules.',
  valuesConfig: {
    T0: { description: 'The lowest: everybody’s.' },
    T1: { description: 'The second.' },
    T2: { description: 'The third; silver where nobody named it otherwise.' },
    T3: { description: 'The fourth; gold where nobody named it otherwise.' },
    T4: { description: 'The highest; diamond where nobody named it otherwise.' },
  },
});

export const FrequencyBand: { readonly [Each in Band]: Each } = {
  NONE: 'NONE',
  LOW: 'LOW',
  MIDDLE: 'MIDDLE',
  HIGH: 'HIGH',
};
registerEnumType(FrequencyBand, {
  name: 'FrequencyBand',
  description: 'How often somebody buys.',
  valuesConfig: {
    NONE: { description: 'Not at all within the window.' },
    LOW: { description: 'Seldom.' },
    MIDDLE: { description: 'Regularly.' },
    HIGH: { description: 'Often.' },
  },
});

type Kind = WayUp['kind'];
export const TierWayKind: { readonly [Each in Kind]: Each } = {
  SPEND: 'SPEND',
  ORDERS: 'ORDERS',
  POINTS: 'POINTS',
  LOGIN_DAYS: 'LOGIN_DAYS',
  CAMPAIGNS: 'CAMPAIGNS',
  INVITATIONS: 'INVITATIONS',
};
registerEnumType(TierWayKind, {
  name: 'TierWayKind',
  description: 'What leads to a level.',
  valuesConfig: {
    SPEND: { description: 'Money paid within the window, in fen.' },
    ORDERS: { description: 'Paid orders within the window.' },
    POINTS: { description: 'Reward points earned within the window.' },
    LOGIN_DAYS: { description: 'Different days of logging in.' },
    CAMPAIGNS: { description: 'Campaigns joined.' },
    INVITATIONS: { description: 'Members who were invited.' },
  },
});

@ObjectType({ description: 'A level of membership and what it brings, by the rules in force.' })
export class TierLevel {
  @Field(() => TierCode, { description: 'Its code.' })
  code!: Code;

  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  name!: string;

  @Field(() => Float, { description: 'How much of list prices is paid, in per cent.' })
  payPercent!: number;

  @Field(() => Float, { description: 'What the points of purchases are multiplied by.' })
  pointsTimes!: number;

  @Field(() => [String], { description: 'What it opens besides, in the reader’s language.' })
  privileges!: readonly string[];

  @Field(() => String, { description: 'What leads to it, in the reader’s language.' })
  asks!: string;
}

@ObjectType({ description: 'A way to the next level, and how much of it is done.' })
export class TierWay {
  @Field(() => TierWayKind, { description: 'What counts.' })
  kind!: Kind;

  @Field(() => Float, { description: 'How much there is within the window.' })
  have!: number;

  @Field(() => Float, { description: 'How much it takes.' })
  need!: number;

  @Field(() => String, { description: 'What is left to do, in the reader’s language.' })
  text!: string;
}

/** A member’s level. Its decisions come from a resolver. */
@ObjectType({ description: 'A member’s level: what it is, why, and how far it is to the next.' })
export class MemberTier {
  readonly memberId!: string;

  @Field(() => TierLevel, { description: 'The level that counts now.' })
  level!: TierLevel;

  @Field(() => TierLevel, {
    description: 'The level that was earned; lower than `level` while one is granted.',
  })
  heldLevel!: TierLevel;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when it is this level; null since the beginning.',
  })
  since!: Date | null;

  @Field(() => TierLevel, { nullable: true, description: 'The next level; null at the top.' })
  next!: TierLevel | null;

  @Field(() => [TierWay], { description: 'The ways to the next level; any one of them is enough.' })
  ways!: readonly TierWay[];

  @Field(() => String, {
    nullable: true,
    description: 'The day of the next yearly review, YYYY-MM-DD in Asia/Shanghai; null at the lowest level.',
  })
  reviewOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which days of grace end, YYYY-MM-DD; null when there are none.',
  })
  graceUntil!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which a granted level ends, YYYY-MM-DD; null when none is granted.',
  })
  grantedUntil!: string | null;

  @Field(() => FrequencyBand, { description: 'How often they buy.' })
  frequency!: Band;

  @Field(() => Int, { description: 'How many months count.' })
  windowMonths!: number;

  @Field(() => Float, { description: 'What was paid within the window, in fen, less refunds.' })
  spendFen!: number;

  @Field(() => Int, { description: 'Paid orders within the window.' })
  orders!: number;
}

/** Its reason comes from a resolver. */
@ObjectType({ description: 'A decision about a member’s level; it is never changed.' })
export class TierDecision {
  @Field(() => ID, { description: 'The decision’s id.' })
  id!: string;

  @Field(() => Date, { description: 'When it was made.' })
  decidedAt!: Date;

  @Field(() => Int, { description: 'The version of the programme’s rules that it was made by.' })
  configVersion!: number;

  @Field(() => TierCode, { description: 'The level before.' })
  before!: Code;

  @Field(() => TierCode, { description: 'The level after.' })
  after!: Code;
}

export const TierDecisionConnection = connectionOf(() => TierDecision, 'TierDecision');

@ObjectType({ description: 'A run that decides about every member.' })
export class TierRun {
  @Field(() => ID, { description: 'The run’s id.' })
  id!: string;

  @Field(() => Int, { description: 'How many members there were when it began.' })
  total!: number;

  @Field(() => Int, { description: 'How many have been looked at.' })
  done!: number;

  @Field(() => Int, { description: 'How many decisions were made.' })
  changed!: number;

  @Field(() => Int, { description: 'The version of the rules that it goes by.' })
  configVersion!: number;

  @Field(() => Date, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was through; null until then.' })
  finishedAt!: Date | null;
}

@ObjectType({ description: 'The run has begun, or one was under way already.' })
export class RunTiersSuccess {
  @Field(() => TierRun, { description: 'The run.' })
  run!: TierRun;
}

@ObjectType({ description: 'How many members changed rules would move from one level to another.' })
export class TierMove {
  @Field(() => TierCode, { description: 'The level that they have.' })
  from!: Code;

  @Field(() => String, { description: 'What it is called now.' })
  fromName!: string;

  @Field(() => TierCode, { description: 'The level that they would come to.' })
  to!: Code;

  @Field(() => String, { description: 'What it would be called.' })
  toName!: string;

  @Field(() => Int, { description: 'How many members.' })
  count!: number;

  @Field(() => Boolean, {
    description:
      'Whether at once; those who would lose a level stay until their yearly review and its grace.',
  })
  isAtOnce!: boolean;
}

@InputType({ description: 'Rules to be tried out.' })
export class PreviewProgrammeInput {
  @Field(() => Int, { description: 'The newest version that you saw.' })
  basedOn!: number;

  @Field(() => [WriteFigureInput], { description: 'What would change, at most 400 figures.' })
  figures!: WriteFigureInput[];
}

@ObjectType({ description: 'Whom the rules would move. Nothing was changed.' })
export class PreviewProgrammeSuccess {
  @Field(() => Int, { description: 'How many members were looked at.' })
  total!: number;

  @Field(() => [TierMove], { description: 'Those who would come to another level; nobody is named twice.' })
  moves!: readonly TierMove[];
}
