import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { EndLiveDocument } from '../../api/generated/room.ts';
import type { EndLiveMutation } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import { EndSummary } from './end-summary.tsx';
import type { WritingParts } from './room-parts.ts';
import { whenSaved } from './when-saved.ts';

export type Ended = Extract<EndLiveMutation['endLive'], { __typename: 'EndLiveSuccess' }>;

/** Ends the session on the writer's word; the line is committed and everything saved before. */
export function EndSession(parts: WritingParts): JSX.Element | null {
  const t = roomText().ending;
  const isAsking = useSignal(false);
  const refusal = useSignal<string | undefined>(undefined);
  const ended = useSignal<Ended | null>(null);
  const waiting = useRef(new AbortController());
  const end = useAction(async () => {
    parts.line.current?.commit();
    waiting.current = new AbortController();
    if (!(await whenSaved(parts.outbox, waiting.current.signal))) return;
    const { endLive: result } = await request(EndLiveDocument, {
      input: { transcriptId: parts.transcriptId },
    });
    if (result.__typename !== 'EndLiveSuccess') {
      refusal.value = result.message;
      return;
    }
    isAsking.value = false;
    ended.value = result;
    parts.meter.reload();
  });
  const ask = (): void => {
    refusal.value = undefined;
    isAsking.value = true;
  };
  const giveUp = (): void => {
    waiting.current.abort();
    isAsking.value = false;
  };
  const { unsentCount, message } = parts.outbox.saveState.value;
  const problem = end.fault.value ?? refusal.value ?? (message || undefined);
  return (
    <>
      {parts.live.facts.value?.status === 'LIVE' && <Button onClick={ask}>{roomText().end}</Button>}
      <ConfirmDialog
        isOpen={isAsking.value}
        title={t.title}
        action={t.action}
        isBusy={end.isBusy.value}
        onConfirm={() => end.run()}
        onClose={giveUp}
      >
        <p>{t.text}</p>
        {unsentCount > 0 && <p>{t.unsent(unsentCount)}</p>}
        {problem !== undefined && <p role="alert">{problem}</p>}
      </ConfirmDialog>
      {ended.value !== null && (
        <EndSummary {...parts} ended={ended.value} onClose={() => (ended.value = null)} />
      )}
    </>
  );
}
