import { computed, useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';

import type { Segment, SegmentBlock } from '../../live/segment-blocks.ts';
import { segmentElementId } from '../../reader/segment-log.tsx';
import { editingText } from '../../text/editing.text.ts';
import { formatClock } from '../../text/format.ts';
import { crewText } from '../../text/crew.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { CorrectionForm } from './room-acts.tsx';
import type { WritingParts } from './room-parts.ts';
import type { StandingCorrection, StandingCorrections } from './standing-corrections.ts';
import type { StandingLine } from './standing-lines.ts';
import { useStandingCorrections } from './use-standing-corrections.ts';

interface RoomLogProps extends WritingParts {
  readonly lines: ReadonlySignal<readonly StandingLine[]>;
}

/** The text as its writer sees it: what is committed, what is on its way, and what is being corrected. */
export function RoomLog({ lines, ...given }: RoomLogProps): JSX.Element {
  // The same object as long as its parts are the same: to a block anything else is a change, and all would render.
  const parts: WritingParts = useMemo(() => given, Object.values(given));
  const corrections = useStandingCorrections(parts);
  // What is not checked is marked once somebody has begun to check.
  const isChecking = useComputed(() =>
    parts.live.blocks.value.some(({ segments }) => segments.some(({ checkedAt }) => checkedAt !== null)),
  );
  return (
    <div
      class={`segment-log room-log${isChecking.value ? ' checking' : ''}`}
      role="region"
      aria-label={roomText().log}
    >
      {parts.live.hasOlderSegments.value && <Older {...parts} />}
      {parts.live.blocks.value.map((block) => (
        <Block key={block.key} block={block} parts={parts} corrections={corrections} />
      ))}
      {lines.value.map((line) => (
        <Row
          key={line.segmentId}
          segment={{ id: line.segmentId, revision: 1, text: line.text, speaker: line.speaker }}
          isUnsent={line.isUnsent}
          isCorrecting={parts.correcting.value.has(line.segmentId)}
          parts={parts}
        />
      ))}
    </div>
  );
}

function Older({ live }: WritingParts): JSX.Element {
  const load = (): void => {
    // A page that did not come can be asked for again: the button stays.
    live.loadOlderSegments().catch(() => undefined);
  };
  return <Button onClick={load}>{roomText().older}</Button>;
}

interface BlockProps {
  readonly block: SegmentBlock;
  readonly parts: WritingParts;
  readonly corrections: ReadonlySignal<StandingCorrections>;
}

/** What this page knows of a block's segments besides the feed; null, and so no rendering, while that is nothing. */
interface Overlay {
  readonly corrections: StandingCorrections;
  readonly correcting: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly correctors: ReadonlyMap<string, string>;
}

/** Reading a signal makes it render only when its block or its overlay is another one: one block for an append. */
function Block({ block, parts, corrections }: BlockProps): JSX.Element {
  // Made anew with its block: a computed looks again only when a signal changes, and a block is none.
  const overlay = useMemo(() => computed(() => overlayOf(block, parts, corrections)), [block]);
  const { value } = overlay;
  return (
    <div>
      {block.segments
        .filter(({ id }) => value?.removed.has(id) !== true)
        .map((segment) => (
          <Row
            key={segment.id}
            segment={corrected(segment, value?.corrections.get(segment.id))}
            isUnsent={value?.corrections.get(segment.id)?.isUnsent === true}
            isCorrecting={value?.correcting.has(segment.id) === true}
            corrector={value?.correctors.get(segment.id)}
            parts={parts}
          />
        ))}
    </div>
  );
}

function overlayOf(
  block: SegmentBlock,
  { correcting, removed, outbox, crew }: WritingParts,
  corrections: BlockProps['corrections'],
): Overlay | null {
  const gone = new Set([...removed.value, ...outbox.hidden.value]);
  const now = {
    corrections: corrections.value,
    correcting: correcting.value,
    removed: gone,
    correctors: crew.correctors.value,
  };
  const isTouched = block.segments.some(({ id }) => Object.values(now).some((known) => known.has(id)));
  return isTouched ? now : null;
}

export type RowSegment = Pick<Segment, 'id' | 'revision' | 'text' | 'speaker'> & {
  readonly startedMs?: number;
  readonly checkedAt?: string | null;
};

function corrected(segment: Segment, correction: StandingCorrection | undefined): RowSegment {
  return correction === undefined
    ? segment
    : { ...segment, text: correction.text, speaker: correction.speaker };
}

interface RowProps {
  readonly segment: RowSegment;
  readonly isUnsent: boolean;
  readonly isCorrecting: boolean;
  /** Who else corrects it now: said, and no hindrance; the revisions decide. */
  readonly corrector?: string | undefined;
  readonly parts: WritingParts;
}

function Row({ segment, isUnsent, isCorrecting, corrector, parts }: RowProps): JSX.Element {
  const t = roomText();
  const { id, text, speaker, startedMs, checkedAt } = segment;
  if (isCorrecting) return <CorrectionForm segment={segment} parts={parts} />;
  const correct = (): void => void (parts.correcting.value = new Set([...parts.correcting.peek(), id]));
  return (
    <div class={`room-segment${isUnsent ? ' unsent' : ''}${checkedAt ? ' checked' : ''}`}>
      <p class="segment" id={segmentElementId(id)} dir="auto">
        {speaker !== null && <span class="speaker">{speaker}</span>}
        {text}
      </p>
      <span class="room-segment-side small soft tabular">
        {checkedAt !== undefined && (
          <span class="check-mark">
            {checkedAt === null ? editingText().unchecked : editingText().checked}
          </span>
        )}
        {corrector !== undefined && <span class="chip">{crewText().correcting(corrector)}</span>}
        {isUnsent ? t.unsent : startedMs !== undefined && formatClock(startedMs)}
        <Button look="quiet" onClick={correct} aria-label={`${t.correct}: ${text.slice(0, 20)}`}>
          {t.correct}
        </Button>
      </span>
    </div>
  );
}
