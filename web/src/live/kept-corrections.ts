import type { JournalWriter } from './journal.ts';
import type { Segment } from './segment-blocks.ts';

/** A correction that is being written, so that it outlives a move of its segment in the page, and the page itself. */
export interface KeptCorrection {
  /** The segment as it was when the correction began: what the revision is made on. */
  readonly base: Pick<Segment, 'id' | 'revision' | 'text' | 'speaker'>;
  readonly text: string;
  readonly speaker: string;
}

export interface KeptCorrections {
  readonly get: (segmentId: string) => KeptCorrection | undefined;
  readonly keep: (correction: KeptCorrection) => void;
  /** It was saved or given up. */
  readonly close: (segmentId: string) => void;
  /** The segments under correction. */
  readonly ids: () => readonly string[];
  /** Whether anything was changed: opened and left as it was, a correction is nothing to lose. */
  readonly isAnyChanged: () => boolean;
  /** Takes up what an earlier visit left; what was begun since then stays. */
  readonly restore: (saved: ReadonlyMap<string, unknown>) => void;
}

const keyPrefix = 'correction/';

/** Keeps what is written in corrections on this machine until they are saved or given up. */
export function createKeptCorrections(journal: JournalWriter): KeptCorrections {
  const corrections = new Map<string, KeptCorrection>();
  return {
    get: (segmentId) => corrections.get(segmentId),
    keep: (correction) => {
      const { id } = correction.base;
      corrections.set(id, correction);
      if (isChanged(correction)) journal.putLatest(keyPrefix + id, correction);
      else void journal.remove(keyPrefix + id);
    },
    close: (segmentId) => {
      corrections.delete(segmentId);
      void journal.remove(keyPrefix + segmentId);
    },
    ids: () => [...corrections.keys()],
    isAnyChanged: () => [...corrections.values()].some(isChanged),
    restore: (saved) => {
      for (const [key, value] of saved) {
        const id = key.slice(keyPrefix.length);
        if (key.startsWith(keyPrefix) && !corrections.has(id)) corrections.set(id, value as KeptCorrection);
      }
    },
  };
}

function isChanged({ base, text, speaker }: KeptCorrection): boolean {
  return text !== base.text || speaker !== (base.speaker ?? '');
}
