import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { findSegment } from '../../live/segment-blocks.ts';
import type { WritingParts } from './room-parts.ts';
import { standingCorrections, type StandingCorrections } from './standing-corrections.ts';

/** How the segments under way read on this page, before the feed says so too. */
export function useStandingCorrections({
  outbox,
  live,
}: Pick<WritingParts, 'outbox' | 'live'>): ReadonlySignal<StandingCorrections> {
  const corrections = useMemo(() => signal<StandingCorrections>(new Map()), [outbox]);
  useEffect(
    () =>
      effect(() => {
        const shown = corrections.peek();
        const blocks = live.blocks.value;
        const next = standingCorrections(
          shown,
          outbox.pending.value,
          (id) => findSegment(blocks, id)?.revision,
        );
        // While nothing is under way, a new segment must not cost a rendering of the whole text.
        const isSame = JSON.stringify([...next]) === JSON.stringify([...shown]);
        if (!isSame) corrections.value = next;
      }),
    [outbox, live],
  );
  return corrections;
}
