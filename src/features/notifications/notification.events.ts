declare module '../../platform/events/member-news.ts' {
  interface MemberNewsKinds {
    /** The member was told something. */
    NOTIFICATION_RECEIVED: { readonly notificationId: string };
    /** The member has read something, perhaps elsewhere: the count is another one. */
    NOTIFICATIONS_READ: Record<never, never>;
  }
}

export type {} from '../../platform/events/member-news.ts';
