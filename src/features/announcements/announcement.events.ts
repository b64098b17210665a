declare module '../../platform/events/bus.ts' {
  interface BusMessages {
    /** Topic id: 'all'. Something new for everybody's dashboard. */
    announcements: { readonly kind: 'ANNOUNCEMENT_PUBLISHED'; readonly announcementId: string };
  }
}

export {};
