import './editing.css';

import type { JSX } from 'preact';

import type { WritingParts } from './room-parts.ts';
import { RemovedSegments } from './removed-segments.tsx';
import { SegmentHistory } from './segment-history.tsx';
import { WholeHistory } from './whole-history.tsx';

/** What became of the text: of one segment, of what was taken away, and of the whole. */
export function History(parts: WritingParts): JSX.Element {
  return (
    <section class="stack editing-panel">
      <SegmentHistory {...parts} />
      <RemovedSegments {...parts} />
      <WholeHistory {...parts} />
    </section>
  );
}
