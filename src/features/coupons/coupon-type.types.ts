import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { CouponKind as Kind } from './coupon-type.rules.ts';

export const CouponKind: { readonly [Each in Kind]: Each } = {
  FULL_REDUCTION: 'FULL_REDUCTION',
  DISCOUNT: 'DISCOUNT',
  NO_THRESHOLD: 'NO_THRESHOLD',
  OFFSET: 'OFFSET',
  FEE_WAIVER: 'FEE_WAIVER',
  BIRTHDAY: 'BIRTHDAY',
  PACK: 'PACK',
};
registerEnumType(CouponKind, {
  name: 'CouponKind',
  description: 'What sort of coupon (M6.1).',
  valuesConfig: {
    FULL_REDUCTION: { description: 'An amount off from a minimum on (满减).' },
    DISCOUNT: { description: 'A share of the price (折扣).' },
    NO_THRESHOLD: { description: 'An amount off any order (无门槛).' },
    OFFSET: { description: 'An amount off, bought with reward points (抵扣); cannot be made yet.' },
    FEE_WAIVER: { description: 'Free minutes of live typing (免费时长); cannot be made yet.' },
    BIRTHDAY: { description: 'For the month of the birthday (生日).' },
    PACK: { description: 'Several coupons at once (券包).' },
  },
});

@ObjectType({ description: 'Where the coupons of a type are; for staff.' })
export class CouponFigures {
  @Field(() => Int, { description: 'Issued in all.' })
  issued!: number;

  @Field(() => Int, { description: 'Held by open orders.' })
  reserved!: number;

  @Field(() => Int, { description: 'Used.' })
  redeemed!: number;

  @Field(() => Int, { description: 'Withdrawn by staff.' })
  void!: number;
}

/** So many coupons of a type in a pack. */
@ObjectType({ description: 'So many coupons of a type, in a pack.' })
export class CouponPackPart {
  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => CouponType, { description: 'Of which type.' })
  type!: object;
}

/** A type of coupon. Its words, figures and parts come from resolvers. */
@ObjectType({ description: 'What coupons of one type are good for.' })
export class CouponType {
  @Field(() => ID, { description: 'The type’s id.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => CouponKind, { description: 'What sort of coupon it is.' })
  kind!: Kind;

  @Field(() => Int, { nullable: true, description: 'What it takes off, in fen.' })
  amountFen!: number | null;

  @Field(() => Int, { nullable: true, description: 'What is left to pay, of 10000: 8500 is 8.5折.' })
  payBasisPoints!: number | null;

  @Field(() => Int, { nullable: true, description: 'The most that a share takes off, in fen.' })
  maxOffFen!: number | null;

  @Field(() => Int, { nullable: true, description: 'Free minutes.' })
  minutes!: number | null;

  @Field(() => Int, { description: 'What must be left to pay before it, in fen; 0: any order.' })
  minSpendFen!: number;

  @Field(() => Int, { description: 'How many one member can have.' })
  capPerMember!: number;

  @Field(() => Int, { nullable: true, description: 'How many uses there are in all; null: no bound.' })
  capTotal!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many are given out in all; null: no bound.' })
  issueCap!: number | null;

  @Field(() => Boolean, {
    description: 'Whether it is being given out. What members hold is good all the same.',
  })
  isActive!: boolean;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
}

@InputType({ description: 'So many of a type.' })
export class CouponPackPartInput {
  @Field(() => ID, { description: 'The type; no pack.' })
  typeId!: string;

  @Field(() => Int, { description: 'How many, 1–20.' })
  count!: number;
}

/** What a type of coupon is to be; its terms stand for good. */
@InputType({ description: 'What a type of coupon is to be. Its terms stand for good.' })
export class CreateCouponTypeInput {
  @Field(() => String, { description: 'Its name, 1–40 characters.' })
  name!: string;

  @Field(() => CouponKind, { description: 'What sort it is.' })
  kind!: Kind;

  @Field(() => Int, { nullable: true, description: 'What it takes off, 1–500000 fen.' })
  amountFen?: number | null;

  @Field(() => Int, { nullable: true, description: 'What is left to pay, 1–9999 of 10000.' })
  payBasisPoints?: number | null;

  @Field(() => Int, { nullable: true, description: 'The most that a share takes off, 1–500000 fen.' })
  maxOffFen?: number | null;

  @Field(() => Int, { nullable: true, description: 'Free minutes, 1–6000.' })
  minutes?: number | null;

  @Field(() => Int, { defaultValue: 0, description: 'The minimum before the coupon, 0–500000 fen.' })
  minSpendFen!: number;

  @Field(() => [ID], { defaultValue: [], description: 'Plans that it is for, at most 20; none: all.' })
  planIds!: string[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is for a first order alone.' })
  isFirstOrderOnly!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The first day, such as 2026-12-01, in Asia/Shanghai.',
  })
  validFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'The last day, itself included.' })
  validUntil?: string | null;

  @Field(() => Int, { nullable: true, description: 'For so many days from the issue, 1–1095.' })
  daysValid?: number | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it goes with a level’s price.' })
  stacksWithTier!: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether it goes with campaigns such as member day.',
  })
  stacksWithCampaign!: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it goes with paying by reward points.' })
  stacksWithPoints!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether every new member gets one.' })
  isOnRegistration!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Given for a paid order of so much or more, 1–500000 fen.',
  })
  onSpendFen?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether members can claim it on their page.' })
  isClaimable!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'A code by which it can be claimed, 4–24 letters or digits.',
  })
  claimCode?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether a refund of the whole order gives it back.',
  })
  isRestoredOnRefund!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many uses in all, 1–1000000; null: no bound.' })
  capTotal?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many given out in all, 1–1000000; null: no bound.' })
  issueCap?: number | null;

  @Field(() => Int, { defaultValue: 1, description: 'How many for one member, 1–100.' })
  capPerMember!: number;

  @Field(() => [CouponPackPartInput], { defaultValue: [], description: 'What a pack holds, 1–10 types.' })
  pack!: CouponPackPartInput[];
}

@ObjectType({ description: 'The type is there.' })
export class CreateCouponTypeSuccess {
  @Field(() => CouponType, { description: 'The type as it is.' })
  type!: object;
}

@InputType({ description: 'Whether a type is given out.' })
export class SetCouponTypeActiveInput {
  @Field(() => ID, { description: 'The type.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is to be given out.' })
  isActive!: boolean;
}

@ObjectType({ description: 'The type is given out, or not any more.' })
export class SetCouponTypeActiveSuccess {
  @Field(() => CouponType, { description: 'The type as it is.' })
  type!: object;
}
