import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { RemovedSegmentsDocument } from '../../api/generated/history.ts';
import { editingText } from '../../text/editing.text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useQuery } from '../../ui/use-query.ts';
import type { WritingParts } from './room-parts.ts';

/** What was taken away, each with the way back to its place. */
export function RemovedSegments({ transcriptId, outbox }: WritingParts): JSX.Element {
  const t = editingText().history;
  const after = useSignal<string | null>(null);
  const restored = useSignal<ReadonlySet<string>>(new Set());
  const query = useQuery(RemovedSegmentsDocument, { id: transcriptId, after: after.value });
  const { result, error } = query.state.value;
  const page = result?.transcript?.removedSegments;
  const segments = (page?.edges ?? []).map(({ node }) => node).filter(({ id }) => !restored.value.has(id));
  const restore = (id: string): void => {
    restored.value = new Set([...restored.peek(), id]);
    outbox.edit({ kind: 'restore', segmentId: id });
  };
  return (
    <div class="stack-tight">
      <h3>{t.removed}</h3>
      {error !== undefined && <ErrorState error={error} onRetry={query.reload} />}
      {result === undefined && error === undefined && <Skeleton lines={2} />}
      {page !== undefined && segments.length === 0 && <p class="soft">{t.noneRemoved}</p>}
      <ul class="versions">
        {segments.map(({ id, speaker, text }) => (
          <li key={id} class="row row-between">
            <span class="diff" dir="auto">
              {speaker !== null && <span class="speaker">{speaker}</span>}
              {text}
            </span>
            <Button look="quiet" onClick={() => restore(id)}>
              {t.restore}
            </Button>
          </li>
        ))}
      </ul>
      <div class="row">
        {page?.pageInfo.hasNextPage === true && (
          <Button onClick={() => (after.value = page.pageInfo.endCursor)}>{t.more}</Button>
        )}
        <Button
          onClick={() => {
            restored.value = new Set();
            after.value = null;
            query.reload();
          }}
        >
          {t.refresh}
        </Button>
      </div>
    </div>
  );
}
