import './segment-log.css';

import type { ReadonlySignal } from '@preact/signals';
import { Component, type JSX } from 'preact';
import { useRef } from 'preact/hooks';

import type { Segment, SegmentBlock, SegmentBlocks } from '../live/segment-blocks.ts';

interface SegmentLogProps {
  readonly label: string;
  readonly blocks: ReadonlySignal<SegmentBlocks>;
}

/** The committed text. Only finished segments are in the log, so screen readers hear whole sentences. */
export function SegmentLog({ label, blocks }: SegmentLogProps): JSX.Element {
  return (
    <div class="segment-log" role="log" aria-label={label} tabIndex={0}>
      {blocks.value.map((block) => (
        <Block key={block.key} block={block} />
      ))}
    </div>
  );
}

interface BlockProps {
  readonly block: SegmentBlock;
}

/** Renders again only when its block is another object: one block for an append, however long the text. */
class Block extends Component<BlockProps> {
  override shouldComponentUpdate(next: BlockProps): boolean {
    return next.block !== this.props.block;
  }

  override render({ block }: BlockProps): JSX.Element {
    return (
      <div>
        {block.segments.map((segment) => (
          <SegmentLine key={segment.id} segment={segment} />
        ))}
      </div>
    );
  }
}

/** Where a segment stands on the page, for a jump from a search. */
export function segmentElementId(id: string): string {
  return `segment-${id}`;
}

/** A correction made while the page is open is marked for a moment. */
function SegmentLine({
  segment: { id, speaker, text, revision },
}: {
  readonly segment: Segment;
}): JSX.Element {
  const firstRevision = useRef(revision);
  const isRevised = revision > firstRevision.current;
  return (
    <p class={`segment${isRevised ? ' revised' : ''}`} id={segmentElementId(id)} dir="auto">
      {speaker !== null && <span class="speaker">{speaker}</span>}
      {text}
    </p>
  );
}
