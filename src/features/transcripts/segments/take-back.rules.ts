import type { SegmentRow } from '../transcript-states.rules.ts';
import type { LoggedSegment } from './segment-payload.rules.ts';
import type { SegmentChange } from './segment-change.rules.ts';

/** A segment that is to be as it was. */
export interface ToTakeBack {
  readonly current: SegmentRow;
  /** As it was; null when it was not there. */
  readonly before: LoggedSegment | null;
  /** Whether what is taken back is the last that happened to it. */
  readonly isLatest: boolean;
}

/** What taking something back comes to. */
export interface TakenBack {
  readonly changes: readonly SegmentChange[];
  /** Changed by somebody since, so left as they stand. */
  readonly conflicts: readonly SegmentRow[];
}

/**
 * The changes that make segments what they were. One that is so already needs none, which makes a retry harmless; one
 * that was changed since is a conflict, unless everything goes.
 */
export function takenBack(
  wanted: readonly ToTakeBack[],
  { isForced }: { readonly isForced: boolean },
): TakenBack {
  const changes: SegmentChange[] = [];
  const conflicts: SegmentRow[] = [];
  for (const { current, before, isLatest } of wanted) {
    const change = changeTo(current, before);
    if (!change) continue;
    if (isLatest || isForced) changes.push(change);
    else conflicts.push(current);
  }
  return { changes, conflicts };
}

/** What makes a segment as it was; null when it is so already. */
function changeTo(current: SegmentRow, before: LoggedSegment | null): SegmentChange | null {
  if (!before) return current.removedAt ? null : { kind: 'SEGMENT_REMOVED', before: current };
  const { speaker, text, startedMs, endedMs, checkedAt } = before;
  const isSame =
    current.text === text &&
    current.speaker === speaker &&
    current.startedMs === startedMs &&
    current.endedMs === endedMs &&
    (current.checkedAt === null) === (checkedAt === null);
  if (isSame && !current.removedAt) return null;
  const revision = current.revision + 1;
  const segment = { ...current, speaker, text, startedMs, endedMs, checkedAt, revision, removedAt: null };
  return current.removedAt
    ? { kind: 'SEGMENT_APPENDED', segment }
    : { kind: 'SEGMENT_REVISED', segment, before: current };
}
