declare module '../../platform/events/outbox.ts' {
  interface DomainEvents {
    /** Somebody posted a comment; a guest has no member's id. */
    commentPosted: {
      readonly commentId: string;
      readonly transcriptId: string;
      readonly authorMemberId: string | null;
    };
  }
}

declare module '../../platform/events/member-news.ts' {
  interface MemberNewsKinds {
    /** Somebody else wrote a comment on one of the member's transcripts. */
    COMMENT_RECEIVED: { readonly commentId: string };
    /** A comment waits on one of the member's transcripts, or was reported there. */
    COMMENT_TO_REVIEW: { readonly transcriptId: string };
  }
}

export {};
