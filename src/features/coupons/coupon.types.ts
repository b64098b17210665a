import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.ts';
import { ItemFailure } from '../../platform/graphql/user-error.ts';
import { CouponType } from './coupon-type.types.ts';
import type { CouponSource as Source, CouponStanding as Standing } from './coupon.rules.ts';

export const CouponStanding: { readonly [Each in Standing]: Each } = {
  USABLE: 'USABLE',
  NOT_YET: 'NOT_YET',
  EXPIRED: 'EXPIRED',
  RESERVED: 'RESERVED',
  REDEEMED: 'REDEEMED',
  VOID: 'VOID',
};
registerEnumType(CouponStanding, {
  name: 'CouponStanding',
  description: 'How a coupon stands now.',
  valuesConfig: {
    USABLE: { description: 'It can be used.' },
    NOT_YET: { description: 'Its time has not come.' },
    EXPIRED: { description: 'Its time is over.' },
    RESERVED: { description: 'An open order holds it.' },
    REDEEMED: { description: 'It has been used.' },
    VOID: { description: 'Staff withdrew it.' },
  },
});

export const CouponSource: { readonly [Each in Source]: Each } = {
  REGISTRATION: 'REGISTRATION',
  SPEND: 'SPEND',
  CLAIM: 'CLAIM',
  CODE: 'CODE',
  STAFF: 'STAFF',
  POINTS: 'POINTS',
  PACK: 'PACK',
  BIRTHDAY: 'BIRTHDAY',
  CAMPAIGN: 'CAMPAIGN',
  REFERRAL: 'REFERRAL',
};
registerEnumType(CouponSource, {
  name: 'CouponSource',
  description: 'How a member came by a coupon.',
  valuesConfig: {
    REGISTRATION: { description: 'As a new member.' },
    SPEND: { description: 'For a paid order of a certain size.' },
    CLAIM: { description: 'Claimed on the page.' },
    CODE: { description: 'Claimed by a code.' },
    STAFF: { description: 'Given by staff.' },
    POINTS: { description: 'For reward points.' },
    PACK: { description: 'Out of a pack.' },
    BIRTHDAY: { description: 'For the month of the birthday.' },
    CAMPAIGN: { description: 'From a campaign.' },
    REFERRAL: { description: 'For bringing somebody.' },
  },
});

export const CouponFilter = { USABLE: 'USABLE', USED: 'USED', OVER: 'OVER' } as const;
registerEnumType(CouponFilter, {
  name: 'CouponFilter',
  description: 'Which of your coupons.',
  valuesConfig: {
    USABLE: { description: 'What can be used now or later.' },
    USED: { description: 'What an open order holds, or what has been used.' },
    OVER: { description: 'What has expired or was withdrawn.' },
  },
});

/** Which page of which coupons. */
@ArgsType()
export class CouponArgs extends PageArgs {
  @Field(() => CouponFilter, { defaultValue: 'USABLE', description: 'Which of them.' })
  filter!: 'USABLE' | 'USED' | 'OVER';
}

/** A member's coupon; its type and standing come from resolvers. */
@ObjectType({ description: 'A coupon of a member.' })
export class Coupon {
  @Field(() => ID, { description: 'The coupon’s id.' })
  id!: string;

  @Field(() => CouponSource, { description: 'How the member came by it.' })
  source!: Source;

  @Field(() => Date, { description: 'From when on it is good.' })
  validFrom!: Date;

  @Field(() => Date, { description: 'The first moment at which it is too late.' })
  validUntil!: Date;

  @Field(() => Date, { description: 'When it was issued.' })
  issuedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The order that holds it or has used it.' })
  orderId!: string | null;
}

export const CouponConnection = connectionOf(() => Coupon, 'Coupon');
export const CouponTypeConnection = connectionOf(() => CouponType, 'CouponType');

@InputType({ description: 'A coupon that is offered on the page.' })
export class ClaimCouponInput {
  @Field(() => ID, { description: 'One of `claimableCoupons`.' })
  typeId!: string;

  @Field(() => String, { description: 'Made by the client, 8–200 characters: the same key claims once.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A code for a coupon.' })
export class ClaimCouponByCodeInput {
  @Field(() => String, {
    description: 'As it was given; width, case, spaces and dashes do not matter. 4–24 letters or digits.',
  })
  code!: string;

  @Field(() => String, { description: 'Made by the client, 8–200 characters: the same key claims once.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The coupon is yours; for a pack, everything in it.' })
export class ClaimCouponSuccess {
  @Field(() => [Coupon], { description: 'What you have now.' })
  coupons!: readonly object[];
}

@ObjectType({ description: 'The code was right; the coupon is yours, for a pack everything in it.' })
export class ClaimCouponByCodeSuccess {
  @Field(() => [Coupon], { description: 'What you have now.' })
  coupons!: readonly object[];
}

@InputType({ description: 'A coupon for members.' })
export class IssueCouponsInput {
  @Field(() => ID, { description: 'The type to give.' })
  typeId!: string;

  @Field(() => [String], { description: 'Whom to: 1–200 usernames; one coupon each.' })
  usernames!: string[];

  @Field(() => String, { description: 'Made by the client, 8–200 characters: the same key gives once.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The coupons were given, to those who may have them.' })
export class IssueCouponsSuccess {
  @Field(() => Int, { description: 'To how many members.' })
  issuedCount!: number;

  @Field(() => [ItemFailure], { description: 'Who went without, by username, and why.' })
  failures!: readonly ItemFailure[];
}
