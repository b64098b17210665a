declare module '../../platform/events/member-news.ts' {
  interface MemberNewsKinds {
    /** Somebody else wrote a comment on one of the member's transcripts. */
    COMMENT_RECEIVED: { readonly commentId: string };
  }
}

export {};
