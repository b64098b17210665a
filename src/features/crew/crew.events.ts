import type { CrewMessageRow } from './crew-message.rules.ts';
import type { PresentNow } from './presence.rules.ts';

/** What goes between the crew's messages: it has no number, and only the newest of its kind matters. */
export type CrewPassing =
  | (PresentNow & { readonly kind: 'PRESENT' })
  /** Who works on it, or who has the lead, is another: look again. */
  | { readonly kind: 'CHANGED' };

declare module '../../platform/events/bus.ts' {
  interface BusMessages {
    /** Topic id: the transcript. The crew's messages, in order, once they are committed. */
    crewLog: CrewMessageRow;
    /** Topic id: the transcript. */
    crewPassing: CrewPassing;
  }
}
