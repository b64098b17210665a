import type { CouponSource } from './coupon.rules.ts';

declare module '../../platform/events/outbox.ts' {
  interface DomainEvents {
    /** A member has a new coupon. */
    couponIssued: {
      readonly couponId: string;
      readonly memberId: string;
      readonly typeId: string;
      readonly name: string;
      readonly source: CouponSource;
      /** ISO 8601; the first moment at which it is too late. */
      readonly validUntil: string;
    };
    /** A coupon was used: with an order that is paid now, or for what needs no order. */
    couponRedeemed: {
      readonly couponId: string;
      readonly memberId: string;
      readonly typeId: string;
      readonly orderId: string | null;
    };
    /** A coupon can be used again: its order was given up, or wholly refunded. */
    couponReleased: {
      readonly couponId: string;
      readonly memberId: string;
      readonly typeId: string;
      readonly orderId: string;
    };
  }
}

export {};
