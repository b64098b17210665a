import { toSegments, type Segment } from '../../live/segment-blocks.ts';
import type { ReaderParts } from '../reader-view.tsx';
import { segmentElementId } from '../segment-log.tsx';
import type { ReadingMark } from './annotations.ts';
import { selectedParts } from './selection.ts';

type Marked = Pick<ReaderParts, 'annotations' | 'shown' | 'follow'>;

/** Marks the place where the reader is: what they have selected, else the last line that is wholly in sight. */
export function markHere({ annotations, shown, follow }: Marked, nowMs = Date.now()): void {
  const [selected] = selectedParts(getSelection());
  const segments = toSegments(shown.blocks.peek());
  const segment = segments.find(({ id }) => id === selected?.segmentId) ?? lastRead({ shown, follow });
  if (segment !== undefined) annotations.setMark(markOf(segment, nowMs));
}

export function markOf({ id, position }: Segment, atMs: number): ReadingMark {
  return { segmentId: id, position, atMs };
}

/** The last segment that is wholly in sight; the newest one for whoever follows. */
export function lastRead({ shown, follow }: Omit<Marked, 'annotations'>): Segment | undefined {
  const segments = toSegments(shown.blocks.peek());
  if (follow.isFollowing.peek()) return segments.at(-1);
  const bottom = innerHeight - footPx;
  return segments.findLast(({ id }) => {
    const place = document.getElementById(segmentElementId(id))?.getBoundingClientRect();
    return place !== undefined && place.bottom <= bottom && place.bottom > 0;
  });
}

/** What stands over the end of the window: the way back to the newest text. */
const footPx = 72;
