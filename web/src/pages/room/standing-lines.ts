import type { SegmentWork } from '../../live/outbox.ts';
import { findSegment, type SegmentBlocks } from '../../live/segment-blocks.ts';

/** A segment of this tab that the feed has not brought back yet. */
export interface StandingLine {
  readonly segmentId: string;
  readonly text: string;
  readonly speaker: string | null;
  readonly isUnsent: boolean;
}

/** What is on its way, as the outbox has it. */
export type Work = readonly { readonly entry: SegmentWork; readonly problem: unknown }[];

/** The lines to show, from those shown before, the work on its way and what the feed has brought. */
export function standingLines(
  shown: readonly StandingLine[],
  pending: Work,
  blocks: SegmentBlocks,
): readonly StandingLine[] {
  const unsent = pending.flatMap(({ entry, problem }) =>
    entry.kind === 'append' && problem === null ? [{ ...lineOf(entry), isUnsent: true }] : [],
  );
  const unsentIds = new Set(unsent.map(({ segmentId }) => segmentId));
  const refusedIds = new Set(
    pending.filter(({ problem }) => problem !== null).map(({ entry }) => entry.segmentId),
  );
  const lastInFeed = shown.findLastIndex(({ segmentId }) => findSegment(blocks, segmentId) !== undefined);
  // Acknowledged, and the feed has not come to it yet.
  const acknowledged = shown
    .slice(lastInFeed + 1)
    .filter(({ segmentId }) => !unsentIds.has(segmentId) && !refusedIds.has(segmentId))
    .map((line) => ({ ...line, isUnsent: false }));
  return [...acknowledged, ...unsent]
    .filter(({ segmentId }) => findSegment(blocks, segmentId) === undefined)
    .map((line) => reworded(line, pending));
}

function lineOf({
  segmentId,
  text,
  speaker,
}: Extract<SegmentWork, { kind: 'append' }>): Omit<StandingLine, 'isUnsent'> {
  return { segmentId, text, speaker };
}

function reworded(line: StandingLine, pending: Work): StandingLine {
  const revision = pending.findLast(
    ({ entry }) => entry.kind === 'revise' && entry.segmentId === line.segmentId,
  );
  if (revision?.entry.kind !== 'revise') return line;
  const { text, speaker } = revision.entry;
  return { ...line, text, speaker, isUnsent: true };
}
