declare module '../../platform/events/outbox.ts' {
  interface DomainEvents {
    /** Staff confirmed the money of an order, and its points were issued. */
    orderCompleted: {
      readonly orderId: string;
      readonly memberId: string;
      readonly points: number;
      readonly amountFen: number;
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
