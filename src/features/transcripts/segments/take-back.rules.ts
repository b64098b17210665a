import type { SegmentRow } from '../transcript-states.rules.ts';
import type { LoggedSegment } from './segment-payload.rules.ts';
import type { SegmentChange } from './segment-change.rules.ts';

/** A segment into or out of which words of another went, and the numbers that this took for each of the two. */
export interface Pairing {
  readonly id: string;
  readonly seq: number;
  readonly partnerId: string;
  readonly partnerSeq: number;
}

/** A segment that is to be as it was. */
export interface ToTakeBack {
  readonly current: SegmentRow;
  /** As it was before what is taken back; null when it was not there. */
  readonly before: LoggedSegment | null;
  /** As what is taken back left it; null when it was not there. */
  readonly after: LoggedSegment | null;
}

/** What taking something back comes to. */
export interface TakenBack {
  readonly changes: readonly SegmentChange[];
  /** Changed by somebody since, so left as they stand. */
  readonly conflicts: readonly SegmentRow[];
}

/**
 * The changes that make segments what they were. One that is so already needs none, which makes a retry harmless. One
 * that does not stand as what is taken back left it was changed since, and is a conflict; whoever changed it and
 * brought it back since did nothing to it. Between segments that are paired words have moved, so they go together or
 * stay together: otherwise words would be lost or doubled.
 */
export function takenBack(wanted: readonly ToTakeBack[], pairs: readonly Pairing[]): TakenBack {
  const undone = wanted.flatMap(({ current, before, after }) => {
    const change = changeTo(current, before);
    return change ? [{ current, change, isLatest: !changeTo(current, after) }] : [];
  });
  const changed = undone.filter(({ isLatest }) => !isLatest).map(({ current }) => current.id);
  const left = withPartners(new Set(changed), pairs);
  const partners = new Map(pairs.map(({ id, partnerId }) => [id, partnerId]));
  const gone = new Set(undone.map(({ current }) => current.id).filter((id) => !left.has(id)));
  return {
    changes: undone
      .filter(({ current }) => gone.has(current.id))
      .map(({ current, change }) => {
        const partner = partners.get(current.id);
        return partner !== undefined && gone.has(partner) ? paired(change, partner) : change;
      }),
    conflicts: undone.filter(({ current }) => left.has(current.id)).map(({ current }) => current),
  };
}

/** These, and all that are paired with one of them, however far. */
function withPartners(ids: ReadonlySet<string>, pairs: readonly Pairing[]): ReadonlySet<string> {
  const half = pairs.filter(({ id, partnerId }) => ids.has(id) !== ids.has(partnerId));
  if (half.length === 0) return ids;
  return withPartners(new Set([...ids, ...half.flatMap(({ id, partnerId }) => [id, partnerId])]), pairs);
}

/** The log is told, so that taking the taking back back finds the pair again. */
const paired = (change: SegmentChange, pairedWith: string): SegmentChange =>
  change.kind === 'SEGMENT_REVISED' ? change : { ...change, note: { pairedWith } };

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
