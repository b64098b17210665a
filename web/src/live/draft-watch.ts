import type { FeedEvent } from './apply-event.ts';
import type { LiveClock } from './live-transcript.ts';

type DraftShown = Extract<FeedEvent, { __typename: 'DraftShown' }>;

/** How long a line that nobody renews is kept: whoever typed it is gone, and nobody is left to say so. */
export const draftKeptMs = 60_000;

export interface DraftWatch {
  readonly see: (draft: DraftShown) => void;
  readonly stop: () => void;
}

/** Calls `end` with the empty line of a writer who has not renewed theirs for `draftKeptMs`. */
export function createDraftWatch(clock: LiveClock, end: (gone: DraftShown) => void): DraftWatch {
  const callOffs = new Map<string, () => void>();
  return {
    see: (draft) => {
      const { writerKey, text } = draft;
      callOffs.get(writerKey)?.();
      callOffs.delete(writerKey);
      if (text !== '')
        callOffs.set(
          writerKey,
          clock.after(draftKeptMs, () => end({ ...draft, text: '' })),
        );
    },
    stop: () => {
      for (const callOff of callOffs.values()) callOff();
    },
  };
}
