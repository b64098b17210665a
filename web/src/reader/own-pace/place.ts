import { toSegments, type SegmentBlocks } from '../../live/segment-blocks.ts';
import { lineAt, linesOf, type PaceLine } from './lines.ts';

/** Where somebody is in a text; by the segment, so that what comes and what is corrected does not move it. */
export interface Place {
  readonly segmentId: string;
  /** For a segment that has been removed meanwhile: its neighbours are found by this. */
  readonly position: string;
  readonly start: number;
}

/** All lines of the text, and the one that the place stands for: -1 while there is none. */
export interface Standing {
  readonly lines: readonly PaceLine[];
  readonly index: number;
}

/** Lines the text out and finds the place in it. */
export function standAt(blocks: SegmentBlocks, cells: number, place: Place | null): Standing {
  const segments = toSegments(blocks);
  const lines = segments.flatMap((segment) => linesOf(segment, cells));
  if (lines.length === 0 || place === null) return { lines, index: lines.length - 1 };
  const own = lines.filter(({ segmentId }) => segmentId === place.segmentId);
  const [first] = own;
  if (first !== undefined) return { lines, index: lines.indexOf(first) + lineAt(own, place.start) };
  // What stood there is gone: the line before it, so that nothing after it is passed over.
  const before = segments.findLast((segment) => segment.position <= place.position);
  const index = lines.findLastIndex(({ segmentId }) => segmentId === before?.id);
  return { lines, index: Math.max(index, 0) };
}

/** The place that a line stands for. */
export function placeOf(blocks: SegmentBlocks, line: PaceLine): Place {
  const position = toSegments(blocks).find(({ id }) => id === line.segmentId)?.position ?? '';
  return { segmentId: line.segmentId, position, start: line.start };
}
