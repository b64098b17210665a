export { couponsFeature } from './coupons.feature.ts';
export type {} from './coupon.events.ts';
export { CouponNotUsable } from './coupon.errors.ts';
export { Coupon } from './coupon.types.ts';
export { CouponProblem } from './coupon.errors.ts';
export { couponProblemTexts, standingAt, type CouponProblem as CouponProblemCode } from './coupon.rules.ts';
export {
  couponsByIds,
  ownCoupon,
  usableCoupons,
  type CouponRow,
  type CouponWithType,
} from './coupons.queries.ts';
export { giveSpendCoupons, issueCoupon, type CouponIssue, type Issued } from './coupon-issue.service.ts';
export { redeemCoupon, releaseCoupon, reserveCoupon, restoreCoupon } from './coupons.service.ts';
