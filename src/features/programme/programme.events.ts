declare module '../../platform/events/outbox.ts' {
  interface DomainEvents {
    /** An operator saved a new version of the programme's rules. */
    programmeChanged: { readonly version: number; readonly effectiveFrom: string };
  }
}

export {};
