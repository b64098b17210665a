import { useComputed, useSignal, useSignalEffect, type ReadonlySignal, type Signal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';

import type { SegmentBlocks } from '../live/segment-blocks.ts';

export interface Follow {
  readonly isFollowing: ReadonlySignal<boolean>;
  /** Segments that came since the reader left the newest text. */
  readonly newCount: ReadonlySignal<number>;
  readonly resume: () => void;
  /** The reader is looking at something else: nothing follows until they resume. */
  readonly pause: () => void;
  /** Brings an element into sight, without that counting as the reader's own scrolling; following stops. */
  readonly show: (element: Element, block?: ScrollLogicalPosition) => void;
}

export interface Followed {
  readonly blocks: ReadonlySignal<SegmentBlocks>;
  /** What lengthens the page when it changes, besides the blocks. Without it every change of the page's height counts. */
  readonly growth?: readonly ReadonlySignal<unknown>[];
  /** False for a text that is read from its beginning. */
  readonly isFollowingAtFirst?: boolean;
}

/** As near to the end as this, a reader who scrolls down has arrived. */
const arrivedPx = 40;
/** A smaller distance from the end is a finger's trembling, not a wish to leave. */
const leftPx = 8;

/**
 * Follows the newest text. Scrolling up stops it, and only scrolling down to the end or `resume` starts it again:
 * where the program has scrolled to means nothing.
 */
export function useFollow({ blocks, growth, isFollowingAtFirst = true }: Followed): Follow {
  const isFollowing = useSignal(isFollowingAtFirst);
  const leftAt = useSignal(newestPosition(blocks.peek()));
  const page = useMemo(() => createPageScroll(), []);
  const pause = (): void => {
    if (!isFollowing.peek()) return;
    leftAt.value = newestPosition(blocks.peek());
    isFollowing.value = false;
  };
  useLayoutEffect(() => {
    const note = (): void => {
      const move = page.note();
      if (move === 'down' && distanceToEnd() < arrivedPx) isFollowing.value = true;
      if (move === 'up' && distanceToEnd() > leftPx) pause();
    };
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, [blocks]);
  useLayoutEffect(() => (growth === undefined ? watchHeight(page, isFollowing) : undefined), []);
  useSignalEffect(() => {
    for (const signal of growth === undefined ? [] : [blocks, ...growth]) void signal.value;
    // After this frame's rendering, and at once: moving text smoothly distracts those who read it.
    if (isFollowing.value && growth !== undefined) requestAnimationFrame(page.toEnd);
  });
  const resume = (): void => {
    isFollowing.value = true;
    page.toEnd();
  };
  const show: Follow['show'] = (element, block = 'center') => {
    pause();
    page.move(() => element.scrollIntoView({ block, behavior: 'instant' }));
  };
  // Older pages are no news: only what stands after the newest of then counts.
  const newCount = useComputed(() => (isFollowing.value ? 0 : countAfter(blocks.value, leftAt.value)));
  return { isFollowing, newCount, resume, pause, show };
}

interface PageScroll {
  /** To be called at each scroll event; null when it was the program. */
  readonly note: () => 'up' | 'down' | null;
  readonly move: (scroll: () => void) => void;
  readonly toEnd: () => void;
  /** Puts the line that was on top back where it was, where the browser has not done so itself. */
  readonly holdStill: () => void;
}

/** Tells the reader's scrolling from the program's: the program knows where it has put the page. */
function createPageScroll(): PageScroll {
  const last: { y: number; byProgram: number | null; anchor: Element | null; anchorTop: number } = {
    y: 0,
    byProgram: null,
    anchor: null,
    anchorTop: 0,
  };
  const rememberTop = (): void => {
    last.anchor = document.elementFromPoint(innerWidth / 3, innerHeight / 3)?.closest('.segment') ?? null;
    last.anchorTop = last.anchor?.getBoundingClientRect().top ?? 0;
  };
  const move = (scroll: () => void): void => {
    const before = scrollY;
    scroll();
    if (scrollY !== before) last.byProgram = scrollY;
    rememberTop();
  };
  return {
    note: () => {
      const [moved, byProgram] = [scrollY - last.y, last.byProgram];
      Object.assign(last, { y: scrollY, byProgram: null });
      rememberTop();
      if (byProgram !== null && Math.abs(scrollY - byProgram) <= 1) return null;
      return moved > 0 ? 'down' : moved < -2 ? 'up' : null;
    },
    move,
    toEnd: () => move(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })),
    holdStill: () => {
      if (last.anchor?.isConnected !== true) return rememberTop();
      const moved = last.anchor.getBoundingClientRect().top - last.anchorTop;
      if (Math.abs(moved) > 1) move(() => scrollBy({ top: moved, behavior: 'instant' }));
    },
  };
}

/** Before each painting, so that nobody sees the page jump: to the end while following, else where it was. */
function watchHeight(page: PageScroll, isFollowing: Signal<boolean>): () => void {
  const keep = (): void => (isFollowing.peek() ? page.toEnd() : page.holdStill());
  const observer = new ResizeObserver(keep);
  observer.observe(document.body);
  addEventListener('resize', keep);
  return () => {
    observer.disconnect();
    removeEventListener('resize', keep);
  };
}

/** Where the text ends; '' when there is none. */
export function newestPosition(blocks: SegmentBlocks): string {
  return blocks.at(-1)?.segments.at(-1)?.position ?? '';
}

/** How much stands after a place. Not by the numbers: what is split or put in between has a new one, and is no new text. */
export function countAfter(blocks: SegmentBlocks, position: string): number {
  return blocks.reduce(
    (sum, { segments }) => sum + segments.filter((segment) => segment.position > position).length,
    0,
  );
}

function distanceToEnd(): number {
  return document.documentElement.scrollHeight - innerHeight - scrollY;
}
