import './segment-log.css';

import { computed, type ReadonlySignal } from '@preact/signals';
import { Component, Fragment, type JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';

import type { Segment, SegmentBlock, SegmentBlocks } from '../live/segment-blocks.ts';
import { formatTime } from '../text/format-time.ts';
import type { Annotations } from './notes/annotations.ts';
import { spansOf } from './notes/note.ts';

interface SegmentLogProps {
  readonly label: string;
  readonly blocks: ReadonlySignal<SegmentBlocks>;
  readonly marks?: PassageMarks;
  /** Whether a screen reader says what is new by itself: at 400 characters a minute nobody wants that unasked. */
  readonly isReadAloud?: boolean;
  /** The reader's own marks in it. */
  readonly annotations?: Annotations | undefined;
}

/** What stands beside passages: how many comments, and what to do when that is pressed. */
export interface PassageMarks {
  readonly counts: ReadonlySignal<ReadonlyMap<string, number>>;
  /** Of a count, for those who cannot see where it stands. */
  readonly label: (count: number) => string;
  readonly onPress: (segmentId: string) => void;
}

/** The committed text. Only finished segments are in the log, so screen readers hear whole sentences, each once. */
export function SegmentLog({
  label,
  blocks,
  marks,
  isReadAloud = false,
  annotations,
}: SegmentLogProps): JSX.Element {
  return (
    <div
      class="segment-log"
      role="log"
      aria-label={label}
      aria-live={isReadAloud ? 'polite' : 'off'}
      aria-atomic="false"
      aria-relevant="additions"
      tabIndex={0}
    >
      {blocks.value.map((block) => (
        <MarkedBlock key={block.key} {...{ block, marks, annotations }} />
      ))}
    </div>
  );
}

interface MarkedBlockProps extends Pick<SegmentLogProps, 'annotations'> {
  readonly block: SegmentBlock;
  readonly marks: PassageMarks | undefined;
}

/** Looks at the marks of its own passages alone: where there are none, nothing is rendered for a mark elsewhere. */
function MarkedBlock({ block, marks, annotations }: MarkedBlockProps): JSX.Element {
  const own = useMemo(() => computed(() => marksIn(block, marks)), [block, marks]);
  return <Block {...{ block, marks, annotations }} text={own.value} />;
}

/** The marks of a block as a text that is the same as long as they are; empty where there are none. */
function marksIn({ segments }: SegmentBlock, marks: PassageMarks | undefined): string {
  const counts = marks?.counts.value;
  if (counts === undefined || counts.size === 0) return '';
  return segments.flatMap(({ id }) => (counts.has(id) ? [`${id}:${counts.get(id)}`] : [])).join(' ');
}

interface BlockProps extends MarkedBlockProps {
  readonly text: string;
}

/** Renders again only when its block is another object: one block for an append, however long the text. */
class Block extends Component<BlockProps> {
  override shouldComponentUpdate(next: BlockProps): boolean {
    return next.block !== this.props.block || next.text !== this.props.text;
  }

  override render({ block, marks, annotations, text }: BlockProps): JSX.Element {
    return (
      <div>
        {block.segments.map((segment) => (
          <Fragment key={segment.id}>
            <SegmentLine segment={segment} annotations={annotations} />
            {text !== '' && marks !== undefined && <Mark id={segment.id} marks={marks} />}
          </Fragment>
        ))}
      </div>
    );
  }
}

/** Beside the text and not in it: nobody copies it, and the line reads as it was said. */
function Mark({
  id,
  marks: { counts, label, onPress },
}: {
  readonly id: string;
  readonly marks: PassageMarks;
}): JSX.Element | null {
  const count = counts.peek().get(id);
  if (count === undefined) return null;
  return (
    <button type="button" class="passage-mark" aria-label={label(count)} onClick={() => onPress(id)}>
      {count}
    </button>
  );
}

/** Where a segment stands on the page, for a jump from a search. */
export function segmentElementId(id: string): string {
  return `segment-${id}`;
}

interface LineProps extends Pick<SegmentLogProps, 'annotations'> {
  readonly segment: Segment;
}

/** A correction made while the page is open is marked for a moment; what the reader has marked stays so. */
function SegmentLine({ segment, annotations }: LineProps): JSX.Element {
  const { id, speaker, text, revision } = segment;
  const firstRevision = useRef(revision);
  const isRevised = revision > firstRevision.current;
  const notes = annotations?.notesBySegment.value.get(id);
  const mark = annotations?.mark.value;
  return (
    <p
      class={`segment${isRevised ? ' revised' : ''}`}
      id={segmentElementId(id)}
      dir="auto"
      data-stop={mark?.segmentId === id ? formatTime(new Date(mark.atMs)) : undefined}
    >
      {speaker !== null && <span class="speaker">{speaker}</span>}
      {notes === undefined
        ? text
        : spansOf(text, notes).map((span) =>
            span.noteId === null ? span.text : <mark key={span.noteId}>{span.text}</mark>,
          )}
    </p>
  );
}
