import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { TranscriptAsOfDocument } from '../../api/generated/history.ts';
import type { TranscriptAsOfQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { editingText } from '../../text/editing.text.ts';
import { formatDateTime } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { WritingParts } from './room-parts.ts';

type AsOf = NonNullable<NonNullable<TranscriptAsOfQuery['transcript']>['asOf']>;
type Shown = Pick<AsOf, 'seq' | 'at'> & {
  readonly count: number;
  readonly segments: readonly AsOf['segments']['edges'][number]['node'][];
  readonly after: string | null;
};

/** The whole text as it was at a number, and the way back to it. */
export function WholeHistory({ transcriptId, live, outbox }: WritingParts): JSX.Element {
  const t = editingText().history;
  const seq = useSignal<number | null>(null);
  const shown = useSignal<Shown | null>(null);
  const isConfirming = useSignal(false);
  /** Of the moment of asking: what partners write while the question stands, nobody has looked at. */
  const seen = useRef(0);
  const ask = (): void => {
    seen.current = live.seq.peek();
    isConfirming.value = true;
  };
  const last = live.seq.value;
  const wanted = Math.min(seq.value ?? last, last);
  const show = useAction(async (after: string | null) => {
    const number = after === null ? wanted : (shown.peek()?.seq ?? wanted);
    const { transcript } = await request(TranscriptAsOfDocument, { id: transcriptId, seq: number, after });
    const found = transcript?.asOf;
    if (found == null) return;
    const earlier = after === null ? [] : (shown.peek()?.segments ?? []);
    const { edges, pageInfo, totalCount } = found.segments;
    shown.value = {
      ...{ seq: found.seq, at: found.at, count: totalCount },
      segments: [...earlier, ...edges.map(({ node }) => node)],
      after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    };
  });
  const choose = (value: string): void => {
    seq.value = Math.max(0, Math.min(last, Number.parseInt(value, 10) || 0));
  };
  const restore = (): void => {
    const number = shown.peek()?.seq;
    isConfirming.value = false;
    if (number === undefined) return;
    outbox.edit({ kind: 'version', segmentId: '', seq: number, untilSeq: seen.current });
  };
  return (
    <div class="stack-tight">
      <h3>{t.whole}</h3>
      <p class="small soft">{t.wholeHint}</p>
      <input
        type="range"
        min={0}
        max={last}
        value={wanted}
        aria-label={t.number(last)}
        onInput={(event) => choose(event.currentTarget.value)}
      />
      <Field
        label={t.number(last)}
        type="number"
        min={0}
        max={last}
        value={wanted}
        onInput={(event) => choose(event.currentTarget.value)}
      />
      <Button onClick={() => show.run(null)} isBusy={show.isBusy.value}>
        {t.show}
      </Button>
      {show.fault.value !== undefined && <p class="notice error">{show.fault.value}</p>}
      {shown.value !== null && (
        <>
          <p role="status">
            {shown.value.at === null ? t.start : t.at(formatDateTime(shown.value.at))} ·{' '}
            {t.count(shown.value.count)}
          </p>
          <div class="replacements">
            {shown.value.segments.map(({ id, speaker, text }) => (
              <p key={id} class="segment" dir="auto">
                {speaker !== null && <span class="speaker">{speaker}</span>}
                {text}
              </p>
            ))}
          </div>
          {shown.value.after !== null && (
            <Button onClick={() => show.run(shown.peek()?.after ?? null)}>{t.more}</Button>
          )}
          <Button onClick={ask}>{t.restoreWhole}</Button>
        </>
      )}
      <ConfirmDialog
        isOpen={isConfirming.value}
        title={t.confirmTitle(shown.value?.seq ?? 0)}
        action={t.restoreWhole}
        isDangerous
        onConfirm={restore}
        onClose={() => (isConfirming.value = false)}
      >
        <p>{t.confirmText}</p>
      </ConfirmDialog>
    </div>
  );
}
