declare module '../../platform/events/outbox.ts' {
  interface DomainEvents {
    /** Somebody has an account now: by registration, by the setup link, or by the command line. */
    memberRegistered: { readonly memberId: string };
  }
}

export {};
