/** The line that a writer is typing now. It has no number: the latest wins, and it may be lost. */
export interface Draft {
  readonly writerId: string;
  readonly writerName: string;
  readonly text: string;
  readonly speaker: string | null;
}

declare module '../../platform/events/bus.ts' {
  interface BusMessages {
    /** Topic id: the transcript. */
    transcriptDraft: Draft;
  }
}
