declare module '../../platform/events/outbox.ts' {
  interface DomainEvents {
    /** Staff confirmed the money of an order, and its points were issued. */
    orderCompleted: {
      readonly orderId: string;
      readonly memberId: string;
      readonly points: number;
      readonly amountFen: number;
    };
    /** Staff refunded an order, wholly or in part; `netFen` is what of its money is left. */
    orderRefunded: {
      readonly orderId: string;
      readonly memberId: string;
      readonly amountFen: number;
      readonly points: number;
      readonly netFen: number;
      readonly isWhole: boolean;
    };
  }
}

declare module '../../platform/events/member-news.ts' {
  interface MemberNewsKinds {
    /** An order of the member's changed its state. */
    ORDER_CHANGED: { readonly orderId: string };
  }
}

export type {} from '../../platform/events/member-news.ts';
