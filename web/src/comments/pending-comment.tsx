import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import type { CommentOutbox, CommentWork, HeldComment } from '../live/comment-outbox.ts';
import type { Queued } from '../live/send-queue.ts';
import { commentsText } from '../text/comments.text.ts';
import { commonText } from '../text/common.text.ts';
import { Button } from '../ui/button.tsx';
import { useAction } from '../ui/use-action.ts';
import type { HeldComments } from './held-comments.ts';

interface PendingCommentProps {
  readonly queued: Queued<CommentWork>;
  readonly outbox: CommentOutbox;
}

/** One's own comment before the server has it: 发送中, how long it has to wait, or why it was not taken, with a way on. */
export function PendingComment({ queued, outbox }: PendingCommentProps): JSX.Element {
  const t = commentsText();
  const { id, entry, problem } = queued;
  const resumesAtMs = outbox.resumesAtMs.value;
  return (
    <div class="comment pending">
      {entry.pin && (
        <blockquote class="comment-quote small" dir="auto">
          {entry.pin.quote}
        </blockquote>
      )}
      <p class="comment-body" dir="auto">
        {entry.body}
      </p>
      {problem === null && resumesAtMs === null && <p class="soft small">{t.sending}</p>}
      {problem === null && resumesAtMs !== null && (
        <div class="row small">
          <Countdown untilMs={resumesAtMs} />
          <Button onClick={() => outbox.discard(id)}>{t.takeBack}</Button>
        </div>
      )}
      {problem !== null && (
        <div class="stack-tight small">
          <p class="error" role="alert">
            {t.failed} · {problem.message}
          </p>
          <div class="row">
            <Button onClick={() => outbox.retry(id)}>{commonText().retry}</Button>
            <Button onClick={() => outbox.discard(id)}>{t.discard}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** The seconds that are left, for the eyes; a screen reader is told once, not each second. */
export function Countdown({ untilMs }: { readonly untilMs: number }): JSX.Element {
  const t = commentsText();
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return (
    <span>
      <span class="visually-hidden" role="status">
        {t.laterNews}
      </span>
      <span class="tabular" aria-hidden="true">
        {t.later(Math.max(0, Math.ceil((untilMs - now.value) / 1000)))}
      </span>
    </span>
  );
}

interface HeldCardProps {
  readonly waiting: HeldComment;
  readonly held: HeldComments;
}

/** One's own comment that waits for the host, or was refused. */
export function HeldCard({ waiting, held }: HeldCardProps): JSX.Element {
  const t = commentsText();
  const withdraw = useAction(() => held.withdraw(waiting.id));
  return (
    <div class="comment pending">
      {waiting.quote !== null && (
        <blockquote class="comment-quote small" dir="auto">
          {waiting.quote}
        </blockquote>
      )}
      <p class="comment-body" dir="auto">
        {waiting.body}
      </p>
      <div class="row small">
        <span class="chip">{waiting.isRefused ? t.refused : t.held}</span>
        <Button isBusy={withdraw.isBusy.value} onClick={() => withdraw.run()}>
          {waiting.isRefused ? t.discard : t.withdraw}
        </Button>
      </div>
      {withdraw.fault.value !== undefined && <p role="alert">{withdraw.fault.value}</p>}
    </div>
  );
}
