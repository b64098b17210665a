import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { StartLiveDocument } from '../../api/generated/room.ts';
import { request } from '../../api/server.ts';
import { roomText } from '../../text/room.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { WritingParts } from './room-parts.ts';

/** Where the room is not live: why, and the way to go live; what waits in the outbox then goes on its way. */
export function StartAgain({ live, outbox, transcriptId, line, meter }: WritingParts): JSX.Element | null {
  const t = roomText();
  const refusal = useSignal<string | undefined>(undefined);
  /** The writer pressed the button: the line gets the focus as soon as it is there. */
  const isStarting = useRef(false);
  const status = live.facts.value?.status;
  const start = useAction(async () => {
    isStarting.current = true;
    const { startLive: result } = await request(StartLiveDocument, { input: { transcriptId } }).catch(
      (error) => {
        isStarting.current = false;
        throw error;
      },
    );
    refusal.value = result.__typename === 'StartLiveSuccess' ? undefined : result.message;
    if (refusal.peek() === undefined) return outbox.retry();
    isStarting.current = false;
    meter.reload();
  });
  useEffect(() => {
    if (status !== 'LIVE' || !isStarting.current) return;
    isStarting.current = false;
    line.current?.focus();
  }, [status]);
  if (status === undefined || status === 'LIVE') return null;
  const message = start.fault.value ?? refusal.value;
  return (
    <div class="notice row row-between">
      <div>
        <p>{t.notLive[status]}</p>
        {message !== undefined && <p role="alert">{message}</p>}
      </div>
      <div class="row">
        {refusal.value !== undefined && live.facts.value?.viewerIsOwner === true && (
          <LinkButton href="/balance">{t.start.topUp}</LinkButton>
        )}
        <Button look="primary" isBusy={start.isBusy.value} onClick={() => start.run()}>
          {status === 'READY' ? t.startLive : t.continueLive}
        </Button>
      </div>
    </div>
  );
}
