/** Something happened at a transcript's door. A hint to look; the database is the truth. */
export type DoorNews =
  /** Somebody came in, waits, was let in, refused or sent away; or the door is kept otherwise. */
  | { readonly kind: 'CHANGED' }
  /** Somebody who may let people in has the room open. */
  | { readonly kind: 'HOST_IS_HERE' }
  /** Somebody waits and would like to know whether anybody is there. */
  | { readonly kind: 'IS_ANYBODY_HERE' };

declare module '../../platform/events/bus.ts' {
  interface BusMessages {
    /** Topic id: the transcript. */
    transcriptDoor: DoorNews;
  }
}
