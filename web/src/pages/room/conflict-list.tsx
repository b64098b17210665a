import type { JSX } from 'preact';

import type { SegmentWork } from '../../live/outbox.ts';
import type { Segment } from '../../live/segment-blocks.ts';
import type { Queued } from '../../live/send-queue.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { WritingParts } from './room-parts.ts';

interface ConflictsProps {
  readonly conflicts: readonly Queued<SegmentWork>[];
  readonly parts: WritingParts;
}

/** What the server did not take: both texts stand side by side, and the writer's own goes only on their word. */
export function Conflicts({ conflicts, parts }: ConflictsProps): JSX.Element {
  return (
    <>
      {conflicts.map((queued) => (
        <Conflict key={queued.id} queued={queued} parts={parts} />
      ))}
    </>
  );
}

interface ConflictProps {
  readonly queued: Queued<SegmentWork>;
  readonly parts: WritingParts;
}

function Conflict({ queued, parts }: ConflictProps): JSX.Element {
  const t = roomText().conflict;
  const { id, entry, problem } = queued;
  const current = problem?.current as Segment | undefined;
  // Of a split, a merge or the like there is no text to keep: it can be done again on what stands.
  const mine = 'text' in entry ? entry.text : null;
  const discard = (): void => {
    const others = new Set([...parts.removed.peek()].filter((removedId) => removedId !== entry.segmentId));
    // A removal that was not taken leaves its segment standing.
    if (entry.kind === 'remove') parts.removed.value = others;
    if (entry.kind === 'append') parts.removed.value = new Set([...parts.removed.peek(), entry.segmentId]);
    parts.outbox.discard(id);
  };
  return (
    <section class="notice error stack-tight">
      <h3>{current === undefined ? t.gone : t.title}</h3>
      <p>{problem?.message}</p>
      <div class="conflict-texts">
        {current !== undefined && (
          <div>
            <strong class="small">{t.standing}</strong>
            <p class="segment">{current.text}</p>
          </div>
        )}
        {mine !== null && (
          <div>
            <strong class="small">{t.mine}</strong>
            <p class="segment">{mine}</p>
          </div>
        )}
      </div>
      <div class="row">
        {(mine !== null || current === undefined) && (
          <Button onClick={() => parts.outbox.keepMine(id)}>
            {current === undefined ? t.retry : t.keepMine}
          </Button>
        )}
        <Button onClick={discard}>{current === undefined ? t.discard : t.keepTheirs}</Button>
        {mine !== null && <CopyButton text={mine}>{t.copyMine}</CopyButton>}
      </div>
    </section>
  );
}
