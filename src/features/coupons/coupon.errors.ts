import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';
import {
  claimProblemTexts,
  couponProblemTexts,
  type ClaimProblem as Claim,
  type CouponProblem as Problem,
} from './coupon.rules.ts';

export const CouponProblem: { readonly [Each in Problem]: Each } = {
  USED: 'USED',
  RESERVED: 'RESERVED',
  EXPIRED: 'EXPIRED',
  NOT_YET: 'NOT_YET',
  VOID: 'VOID',
  GONE: 'GONE',
  NOT_FOR_ORDERS: 'NOT_FOR_ORDERS',
  OTHER_PLAN: 'OTHER_PLAN',
  NOT_FIRST_ORDER: 'NOT_FIRST_ORDER',
  BELOW_MINIMUM: 'BELOW_MINIMUM',
  CAMPAIGN_EXCLUSIVE: 'CAMPAIGN_EXCLUSIVE',
  NOT_CHEAPER: 'NOT_CHEAPER',
};
registerEnumType(CouponProblem, {
  name: 'CouponProblem',
  description: 'Why a coupon cannot be used for an order.',
  valuesConfig: {
    USED: { description: 'It has been used.' },
    RESERVED: { description: 'Another open order holds it.' },
    EXPIRED: { description: 'Its time is over.' },
    NOT_YET: { description: 'Its time has not come.' },
    VOID: { description: 'Staff withdrew it.' },
    GONE: { description: 'All uses of its kind are taken.' },
    NOT_FOR_ORDERS: { description: 'Its kind is not used with orders.' },
    OTHER_PLAN: { description: 'It is for other plans.' },
    NOT_FIRST_ORDER: { description: 'It is for a first order.' },
    BELOW_MINIMUM: { description: 'The order is below its minimum.' },
    CAMPAIGN_EXCLUSIVE: { description: 'A campaign that stands alone costs less.' },
    NOT_CHEAPER: { description: 'The order would cost no less with it.' },
  },
});

export const ClaimProblem: { readonly [Each in Claim]: Each } = {
  UNKNOWN_CODE: 'UNKNOWN_CODE',
  NOT_OFFERED: 'NOT_OFFERED',
  ENDED: 'ENDED',
  ALL_GONE: 'ALL_GONE',
  HAD_ALREADY: 'HAD_ALREADY',
};
registerEnumType(ClaimProblem, {
  name: 'ClaimProblem',
  description: 'Why a coupon could not be had.',
  valuesConfig: {
    UNKNOWN_CODE: { description: 'No type has this code.' },
    NOT_OFFERED: { description: 'It is not given out, or not in this way.' },
    ENDED: { description: 'The time in which it could be used is over.' },
    ALL_GONE: { description: 'All of them were given out.' },
    HAD_ALREADY: { description: 'The member has had as many as one member can.' },
  },
});

/** The coupon cannot be used for this order. */
@ObjectType({
  implements: UserError,
  description: 'The coupon cannot be used for this order; nothing was ordered.',
})
export class CouponNotUsable extends UserFailure implements UserError {
  @Field(() => CouponProblem, { description: 'Why not.' })
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(couponProblemTexts[problem]);
    this.problem = problem;
  }
}

/** The coupon could not be had. */
@ObjectType({ implements: UserError, description: 'The coupon could not be had; nothing was given.' })
export class CouponNotClaimable extends UserFailure implements UserError {
  @Field(() => ClaimProblem, { description: 'Why not.' })
  readonly problem: Claim;

  constructor(problem: Claim) {
    super(claimProblemTexts[problem]);
    this.problem = problem;
  }
}
