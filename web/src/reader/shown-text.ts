import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import type { Segment, SegmentBlock, SegmentBlocks } from '../live/segment-blocks.ts';

/** What has to be true of a segment before it is shown. */
export interface ShowRule {
  /** Only what the second writer has checked, or nobody has changed for a while. */
  readonly isCorrected: boolean;
  readonly delayMs: number;
}

export interface ShownText {
  readonly blocks: ReadonlySignal<SegmentBlocks>;
  /** Segments that are here and not shown yet. */
  readonly heldCount: ReadonlySignal<number>;
  readonly stop: () => void;
}

interface ShownTextParts {
  readonly blocks: ReadonlySignal<SegmentBlocks>;
  readonly rule: ReadonlySignal<ShowRule>;
  /** The time of day, as often as it should be looked again. */
  readonly nowMs: ReadonlySignal<number>;
}

/** Without a second writer nobody checks anything: what has stood this long counts as corrected. */
export const settledMs = 60_000;

interface Seen {
  readonly revision: number;
  readonly atMs: number;
}

/**
 * The text as a reader wants it: at once, later, or corrected. In order and never taken back: a segment is shown when
 * all before it are; what changes after that changes in sight, with its mark.
 */
export function createShownText({ blocks, rule, nowMs }: ShownTextParts): ShownText {
  const seen = new Map<string, Seen>();
  const known = new WeakSet<SegmentBlock>();
  const shown = new Set<string>();
  const version = signal(0);
  const newest = { position: '' };
  const note = (segment: Segment, isOpening: boolean): void => {
    const before = seen.get(segment.id);
    if (before !== undefined && before.revision >= segment.revision) return;
    // What comes while the page is open is as old as it is here; what an older page brings is as old as it says.
    const isNews = before !== undefined || (!isOpening && segment.position > newest.position);
    const atMs = isNews ? nowMs.peek() : Math.min(Date.parse(segment.createdAt), nowMs.peek());
    seen.set(segment.id, { revision: segment.revision, atMs });
  };
  const stop = effect(() => {
    const isOpening = seen.size === 0;
    for (const block of blocks.value) {
      if (known.has(block)) continue;
      known.add(block);
      for (const segment of block.segments) note(segment, isOpening);
    }
    newest.position = blocks.value.at(-1)?.segments.at(-1)?.position ?? newest.position;
    version.value = version.peek() + 1;
  });
  const isReady = (segment: Segment): boolean => {
    if (shown.has(segment.id)) return true;
    const { isCorrected, delayMs } = rule.value;
    const mustWaitMs = isCorrected && segment.checkedAt === null ? Math.max(settledMs, delayMs) : delayMs;
    // The clock is only read, and so looked at again, while something has to wait for it.
    const isReadyNow = mustWaitMs === 0 || (seen.get(segment.id)?.atMs ?? 0) + mustWaitMs <= nowMs.value;
    if (isReadyNow) shown.add(segment.id);
    return isReadyNow;
  };
  const cut = computed(() => {
    void version.value;
    const { isCorrected, delayMs } = rule.value;
    const all = blocks.value;
    return isCorrected || delayMs > 0 ? upToFirst(all, (segment) => !isReady(segment)) : all;
  });
  return {
    blocks: cut,
    heldCount: computed(() => countOf(blocks.value) - countOf(cut.value)),
    stop,
  };
}

/** The text before the first segment of that kind; blocks that stay whole stay the same objects. */
function upToFirst(blocks: SegmentBlocks, isStop: (segment: Segment) => boolean): SegmentBlocks {
  for (const [index, block] of blocks.entries()) {
    const at = block.segments.findIndex(isStop);
    if (at === 0) return blocks.slice(0, index);
    if (at > 0) return [...blocks.slice(0, index), { ...block, segments: block.segments.slice(0, at) }];
  }
  return blocks;
}

function countOf(blocks: SegmentBlocks): number {
  return blocks.reduce((sum, { segments }) => sum + segments.length, 0);
}
