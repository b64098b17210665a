import type { Queued } from '../live/send-queue.ts';
import type { SegmentWork } from '../live/outbox.ts';
import type { Segment } from '../live/segment-blocks.ts';
import { replaceWord } from './words.ts';

/** A committed segment as its writer sees it, and its text with a word put right. */
export interface Repair {
  readonly base: Pick<Segment, 'id' | 'revision'>;
  readonly speaker: string | null;
  readonly text: string;
  /** Work on it is on its way: what it will be is not known to the server yet. */
  readonly isUnsent: boolean;
}

export interface Committed {
  readonly segments: readonly Segment[];
  /** What is not acknowledged yet, in order. */
  readonly pending: readonly Queued<SegmentWork>[];
  /** Segments to leave alone: taken away here, or just being corrected by hand. */
  readonly untouchable: ReadonlySet<string>;
}

/** The segments on the page that contain a word, with the word put right in each; what waits to be sent counts as it will stand. */
export function repairsOf(
  { segments, pending, untouchable }: Committed,
  wrong: { readonly word: string; readonly by: string },
): readonly Repair[] {
  const standing = new Map<string, Repair>(
    segments.map(({ id, revision, speaker, text }) => [
      id,
      { base: { id, revision }, speaker, text, isUnsent: false },
    ]),
  );
  const put = ({ id, speaker, text }: Pick<Segment, 'id' | 'speaker' | 'text'>): void =>
    void standing.set(id, {
      base: standing.get(id)?.base ?? { id, revision: 1 },
      ...{ speaker, text, isUnsent: true },
    });
  for (const { entry } of pending) {
    if (entry.kind === 'append' || entry.kind === 'revise') {
      put({ ...entry, id: entry.segmentId });
    } else if (entry.kind === 'many') entry.changes.forEach(put);
    else if (entry.kind === 'remove') standing.delete(entry.segmentId);
  }
  return [...standing.values()].flatMap((segment) => {
    if (untouchable.has(segment.base.id)) return [];
    const { text, count } = replaceWord(segment.text, wrong);
    return count === 0 ? [] : [{ ...segment, text }];
  });
}
