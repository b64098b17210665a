import type { Currency } from './accounts.rules.ts';
import type { PointKind } from './point-reason.rules.ts';

declare module '../../platform/events/member-news.ts' {
  interface MemberNewsKinds {
    /** The member's card points moved; these are the new figures. */
    BALANCE_CHANGED: { readonly balance: number; readonly debt: number };
    /** The member's reward points moved; these are the new figures. */
    REWARDS_CHANGED: {
      readonly balance: number;
      readonly pending: number;
      readonly held: number;
      readonly debt: number;
    };
  }
}

declare module '../../platform/events/outbox.ts' {
  interface DomainEvents {
    /** A posting stands (I21). Every movement of points has one of these, written by the posting itself. */
    pointsMoved: {
      readonly transactionId: string;
      readonly memberId: string;
      readonly currency: Currency;
      readonly kind: PointKind;
      /** What came to the points that can be spent, or else to the pending ones; negative: what went. */
      readonly points: number;
      readonly subjectId: string | null;
    };
  }
}

export type {} from '../../platform/events/member-news.ts';
