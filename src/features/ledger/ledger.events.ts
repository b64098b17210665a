declare module '../../platform/events/member-news.ts' {
  interface MemberNewsKinds {
    /** The member's card points moved; these are the new figures. */
    BALANCE_CHANGED: { readonly balance: number; readonly debt: number };
  }
}

export type {} from '../../platform/events/member-news.ts';
