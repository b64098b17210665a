import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { CommentComposer } from '../../../comments/comment-composer.tsx';
import { crewText } from '../../../text/crew.text.ts';
import { Button } from '../../../ui/button.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { useAction } from '../../../ui/use-action.ts';
import type { CrewRoom } from './crew-room.ts';

/** What the crew writes to each other. It never takes the focus; its end is kept in sight while it is read there. */
export function BackChannel({ room }: { readonly room: CrewRoom }): JSX.Element {
  const t = crewText();
  const list = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const { value: messages } = room.messages;
    const { value: pending } = room.outbox.pending;
    const box = list.current;
    if (box === null || messages.length + pending.length === 0) return;
    const isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < nearEndPx;
    // After the page has been drawn with them.
    requestAnimationFrame(() => {
      if (isAtEnd) box.scrollTop = box.scrollHeight;
      if (box.checkVisibility() && !document.hidden) room.markRead();
    });
  });
  const messages = room.messages.value;
  const older = useAction(async () => {
    const box = list.current;
    const fromEnd = box === null ? 0 : box.scrollHeight - box.scrollTop;
    await room.loadOlder();
    // What is being read stays where it is: the older ones come above it.
    requestAnimationFrame(() => {
      if (box !== null) box.scrollTop = box.scrollHeight - fromEnd;
    });
  });
  return (
    <section class="crew-channel" aria-label={t.channel}>
      <h3>{t.channel}</h3>
      <p class="soft small">{t.channelHint}</p>
      <div ref={list} class="crew-messages" role="log" aria-label={t.channel} tabIndex={0}>
        {room.hasOlder.value && (
          <Button look="quiet" isBusy={older.isBusy.value} onClick={() => older.run()}>
            {t.older}
          </Button>
        )}
        {older.fault.value !== undefined && <p role="alert">{older.fault.value}</p>}
        {messages.length === 0 && room.outbox.pending.value.length === 0 && <p class="soft">{t.none}</p>}
        {messages.map(({ id, author, body, createdAt }) => (
          <article key={id}>
            <p class="soft small row">
              <strong>{author.displayName}</strong> <RelativeTime iso={createdAt} />
            </p>
            <p class="crew-body" dir="auto">
              {body}
            </p>
          </article>
        ))}
        <Pending room={room} />
      </div>
      <CommentComposer label={t.write} submit={t.post} onSubmit={room.outbox.post} />
    </section>
  );
}

const nearEndPx = 60;

/** What is on its way: kept in this browser until it has arrived. */
function Pending({ room }: { readonly room: CrewRoom }): JSX.Element {
  const t = crewText();
  const { pending, retry, discard } = room.outbox;
  return (
    <>
      {pending.value.map(({ id, entry, problem }) => (
        <article key={id} class="crew-pending">
          <p class="crew-body" dir="auto">
            {entry.body}
          </p>
          <p class="soft small row">
            {problem === null ? t.sending : `${t.failed}: ${problem.message}`}
            {problem !== null && <Button onClick={() => retry(id)}>{t.retry}</Button>}
            {problem !== null && (
              <Button look="quiet" onClick={() => discard(id)}>
                {t.discard}
              </Button>
            )}
          </p>
        </article>
      ))}
    </>
  );
}
