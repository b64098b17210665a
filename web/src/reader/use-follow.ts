import { useComputed, useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { SegmentBlocks } from '../live/segment-blocks.ts';

export interface Follow {
  readonly isFollowing: ReadonlySignal<boolean>;
  /** Segments that came since the reader scrolled away. */
  readonly newCount: ReadonlySignal<number>;
  readonly resume: () => void;
}

export interface Followed {
  readonly blocks: ReadonlySignal<SegmentBlocks>;
  /** Whatever else lengthens the page when it changes. */
  readonly growth: readonly ReadonlySignal<unknown>[];
  /** False for a text that is read from its beginning. */
  readonly isFollowingAtFirst?: boolean;
}

const nearBottomPx = 80;

/**
 * Follows the newest text. Scrolling up stops it; reaching the bottom or `resume` starts it again. Scrolling
 * done by the program never does either: only a smaller offset than before is the reader's own wish.
 */
export function useFollow({ blocks, growth, isFollowingAtFirst = true }: Followed): Follow {
  const isFollowing = useSignal(isFollowingAtFirst);
  const leftAtSeq = useSignal(newestSeq(blocks.peek()));
  const lastY = useRef(0);
  useEffect(() => {
    const note = (): void => {
      const wentUp = scrollY < lastY.current - 2;
      lastY.current = scrollY;
      if (isAtBottom()) isFollowing.value = true;
      else if (wentUp && isFollowing.peek()) {
        isFollowing.value = false;
        leftAtSeq.value = newestSeq(blocks.peek());
      }
    };
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, [blocks]);
  useSignalEffect(() => {
    for (const signal of [blocks, ...growth]) void signal.value;
    // After this frame's rendering, and at once: moving text smoothly distracts those who read it.
    if (isFollowing.value) requestAnimationFrame(toBottom);
  });
  const resume = (): void => {
    isFollowing.value = true;
    toBottom();
  };
  // Older pages are no news: only what stands after the newest of then counts.
  const newCount = useComputed(() => (isFollowing.value ? 0 : countAfter(blocks.value, leftAtSeq.value)));
  return { isFollowing, newCount, resume };
}

function newestSeq(blocks: SegmentBlocks): number {
  return blocks.at(-1)?.segments.at(-1)?.seq ?? 0;
}

function countAfter(blocks: SegmentBlocks, seq: number): number {
  return blocks.reduce(
    (sum, { segments }) => sum + segments.filter((segment) => segment.seq > seq).length,
    0,
  );
}

function isAtBottom(): boolean {
  return innerHeight + scrollY >= document.documentElement.scrollHeight - nearBottomPx;
}

function toBottom(): void {
  scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
}
