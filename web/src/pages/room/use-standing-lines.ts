import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import type { LiveTranscript } from '../../live/live-transcript.ts';
import type { Outbox } from '../../live/outbox.ts';
import { standingLines, type StandingLine } from './standing-lines.ts';

/**
 * Shows each committed line from its Enter on, without a gap between the server's answer and the feed's event.
 * A line goes when the feed has it, or when the feed has a later one: then it was taken back elsewhere.
 */
export function useStandingLines({
  outbox,
  live,
  removed,
}: {
  readonly outbox: Outbox;
  readonly live: LiveTranscript;
  /** Segments that the writer took away here: some of them were never sent. */
  readonly removed: ReadonlySignal<ReadonlySet<string>>;
}): ReadonlySignal<readonly StandingLine[]> {
  const lines = useMemo(() => signal<readonly StandingLine[]>([]), [outbox]);
  useEffect(
    () =>
      effect(() => {
        const next = standingLines(lines.peek(), outbox.pending.value, live.blocks.value).filter(
          ({ segmentId }) => !removed.value.has(segmentId) && !outbox.hidden.value.has(segmentId),
        );
        if (JSON.stringify(next) !== JSON.stringify(lines.peek())) lines.value = next;
      }),
    [outbox, live, removed],
  );
  return lines;
}
