import type { Work } from './standing-lines.ts';

/** How a committed segment reads on this page before the feed says so too. */
export interface StandingCorrection {
  readonly text: string;
  readonly speaker: string | null;
  /** The feed's revision that it was made on; a newer one takes its place. */
  readonly baseRevision: number;
  readonly isUnsent: boolean;
}

export type StandingCorrections = ReadonlyMap<string, StandingCorrection>;

/**
 * Corrections from the moment they are made until the feed brings them; one in conflict is not shown as standing.
 * `revisionOf` tells the feed's revision of a segment, undefined where the page does not hold it.
 */
export function standingCorrections(
  shown: StandingCorrections,
  pending: Work,
  revisionOf: (segmentId: string) => number | undefined,
): StandingCorrections {
  const next = new Map<string, StandingCorrection>();
  const inConflict = new Set<string>();
  for (const { entry, problem } of pending) {
    if (entry.kind !== 'revise') continue;
    if (problem !== null) inConflict.add(entry.segmentId);
    const baseRevision = revisionOf(entry.segmentId);
    const { text, speaker } = entry;
    if (baseRevision !== undefined) {
      next.set(entry.segmentId, { text, speaker, baseRevision, isUnsent: true });
    }
  }
  for (const [id, correction] of shown) {
    // Acknowledged, and the feed has not come to it yet.
    const isOlder = (revisionOf(id) ?? Infinity) <= correction.baseRevision;
    if (!next.has(id) && isOlder) next.set(id, { ...correction, isUnsent: false });
  }
  for (const id of inConflict) next.delete(id);
  return next;
}
