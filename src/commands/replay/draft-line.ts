import { showDraftDocument } from './operations.ts';
import type { TypistContext } from './typist.ts';

/** The line that viewers see while it is typed. */
export interface DraftLine {
  /** Shows the line as it stands, unless one was shown just now or is still on its way. */
  show(line: { readonly text: string; readonly speaker: string | null }): void;
  /** Resolves when no draft is on its way any more, so that none can arrive behind the committed segment. */
  settle(): Promise<void>;
}

/** At most ten drafts a second reach the server, whatever the speed. */
export const draftIntervalMs = 100;

/** Opens the draft line of a live transcript. */
export function openDraftLine(ctx: TypistContext, transcriptId: string): DraftLine {
  let shownAt = -Infinity;
  let underway: Promise<void> | null = null;
  return {
    show({ text, speaker }) {
      if (underway !== null || ctx.clock() - shownAt < draftIntervalMs) return;
      shownAt = ctx.clock();
      const done = (): void => {
        underway = null;
      };
      // A draft carries no promise: one that is lost is followed by a newer one, or by the segment itself.
      underway = ctx.request(showDraftDocument, { input: { transcriptId, text, speaker } }).then(done, done);
    },
    async settle() {
      await underway;
    },
  };
}
