import type { Text } from '../../platform/text/text.ts';
import { addDays, addMonths, dayOf, startOfDay } from '../../platform/time/programme-day.rules.ts';
import type { CouponKind, CouponTypeDraft } from './coupon-type.rules.ts';

/** The states of I15; `RELEASED` is as good as `ISSUED`. */
export type CouponState = 'ISSUED' | 'RESERVED' | 'REDEEMED' | 'RELEASED' | 'VOID';

/** How a coupon looks to its owner: its state and the clock. */
export type CouponStanding = 'USABLE' | 'NOT_YET' | 'EXPIRED' | 'RESERVED' | 'REDEEMED' | 'VOID';

/** How a member came by a coupon (M6.2). */
export type CouponSource =
  | 'REGISTRATION'
  | 'SPEND'
  | 'CLAIM'
  | 'CODE'
  | 'STAFF'
  | 'POINTS'
  | 'PACK'
  | 'BIRTHDAY'
  | 'CAMPAIGN'
  | 'REFERRAL';

export interface Validity {
  readonly validFrom: Date;
  /** Not included: the first moment at which it is too late. */
  readonly validUntil: Date;
}

/** From when to when a coupon that is issued now is good; null where that time is over. */
export function validityAt(
  type: Pick<CouponTypeDraft, 'kind' | 'validFrom' | 'validUntil' | 'daysValid'>,
  at: Date,
): Validity | null {
  const today = dayOf(at);
  const begins = type.validFrom === null || type.validFrom <= today ? at : startOfDay(type.validFrom);
  const ends = [
    ...(type.validUntil === null ? [] : [addDays(type.validUntil, 1)]),
    ...(type.daysValid === null ? [] : [addDays(today, type.daysValid + 1)]),
    // C10: for the month of the birthday.
    ...(type.kind === 'BIRTHDAY' ? [firstOfNextMonth(today)] : []),
  ].toSorted();
  const [end] = ends;
  const validUntil = end === undefined ? null : startOfDay(end);
  return validUntil && begins < validUntil ? { validFrom: begins, validUntil } : null;
}

const firstOfNextMonth = (day: string): string => addMonths(`${day.slice(0, 7)}-01`, 1);

/** How a coupon stands at a moment. */
export function standingAt(coupon: Validity & { readonly state: CouponState }, at: Date): CouponStanding {
  if (coupon.state !== 'ISSUED' && coupon.state !== 'RELEASED') return coupon.state;
  if (at >= coupon.validUntil) return 'EXPIRED';
  return at < coupon.validFrom ? 'NOT_YET' : 'USABLE';
}

/** Why a coupon cannot be used for an order. */
export type CouponProblem =
  | 'USED'
  | 'RESERVED'
  | 'EXPIRED'
  | 'NOT_YET'
  | 'VOID'
  | 'GONE'
  | 'NOT_FOR_ORDERS'
  | 'OTHER_PLAN'
  | 'NOT_FIRST_ORDER'
  | 'BELOW_MINIMUM'
  | 'CAMPAIGN_EXCLUSIVE'
  | 'NOT_CHEAPER';

/** Why not, in words. */
export const couponProblemTexts: Readonly<Record<CouponProblem, Text>> = {
  USED: { zh: '这张券已经用过。', en: 'This coupon has been used.' },
  RESERVED: {
    zh: '这张券正用在另一笔未完成的订单上；取消那笔订单后可以再用。',
    en: 'This coupon is held by another open order. Cancel that order to use it here.',
  },
  EXPIRED: { zh: '这张券已过期。', en: 'This coupon has expired.' },
  NOT_YET: { zh: '这张券还没到可用日期。', en: 'This coupon is not valid yet.' },
  VOID: { zh: '这张券已作废。', en: 'This coupon was withdrawn.' },
  GONE: { zh: '这种券的使用名额已满。', en: 'All uses of this kind of coupon are taken.' },
  NOT_FOR_ORDERS: { zh: '这种券不用于订单。', en: 'This kind of coupon is not for orders.' },
  OTHER_PLAN: { zh: '这张券不适用于该方案。', en: 'This coupon is for other plans.' },
  NOT_FIRST_ORDER: { zh: '这张券只用于首单。', en: 'This coupon is for a first order only.' },
  BELOW_MINIMUM: { zh: '还没有达到使用门槛。', en: 'The order is below the coupon’s minimum.' },
  CAMPAIGN_EXCLUSIVE: {
    zh: '当前活动价更低，且不与优惠券同享；券没有使用。',
    en: 'The campaign price is lower and cannot be combined. The coupon was not used.',
  },
  NOT_CHEAPER: {
    zh: '用这张券不会更便宜；券没有使用。',
    en: 'The order would cost no less with this coupon, so it was not used.',
  },
};

/** Why a coupon could not be had. */
export type ClaimProblem = 'UNKNOWN_CODE' | 'NOT_OFFERED' | 'ENDED' | 'ALL_GONE' | 'HAD_ALREADY';

/** Why not, in words. */
export const claimProblemTexts: Readonly<Record<ClaimProblem, Text>> = {
  UNKNOWN_CODE: { zh: '没有这个口令，请核对后再试。', en: 'There is no such code. Please check it.' },
  NOT_OFFERED: { zh: '这种券现在不能领取。', en: 'This coupon cannot be claimed at present.' },
  ENDED: { zh: '这种券的有效期已经结束。', en: 'The time of this coupon is over.' },
  ALL_GONE: { zh: '这种券已经领完。', en: 'All of these coupons have been given out.' },
  HAD_ALREADY: {
    zh: '你已经领过，达到了每人限领数量。',
    en: 'You have had as many of these as one member can.',
  },
};

/** Whether coupons of this kind take something off an order. */
export const isForOrders = (kind: CouponKind): boolean => kind !== 'FEE_WAIVER' && kind !== 'PACK';
