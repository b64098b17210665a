declare module '../../platform/events/bus.ts' {
  interface BusMessages {
    /** Topic id: the member or the transcript whose dictionary it is. A hint: it has this revision now. */
    briefs: { readonly revision: number };
  }
}

export {};
