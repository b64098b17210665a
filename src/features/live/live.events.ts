/** The line that a writer is typing now. It has no number: the latest wins, and it may be lost. */
export interface Draft {
  readonly writerKey: string;
  readonly isOwner: boolean;
  readonly writerName: string;
  readonly text: string;
  readonly speaker: string | null;
}

/** How many read along, in all nodes together; those who work on the transcript are not counted. */
export interface Audience {
  readonly count: number;
}

/** What goes between the events of a feed: it has no number, and only the newest of its kind matters. */
export type Passing = Draft | Audience;

/** How many read along at one node. */
export interface AudienceShare {
  /** Made anew whenever a node begins to count. */
  readonly counterId: string;
  readonly count: number;
}

declare module '../../platform/events/bus.ts' {
  interface BusMessages {
    /** Topic id: the transcript. */
    transcriptDraft: Draft;
    /** Topic id: the transcript. */
    transcriptAudience: AudienceShare;
  }
}
