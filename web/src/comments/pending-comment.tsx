import type { JSX } from 'preact';

import type { CommentOutbox, CommentWork } from '../live/comment-outbox.ts';
import type { Queued } from '../live/send-queue.ts';
import { commentsText } from '../text/comments.text.ts';
import { commonText } from '../text/common.text.ts';
import { Button } from '../ui/button.tsx';

interface PendingCommentProps {
  readonly queued: Queued<CommentWork>;
  readonly outbox: CommentOutbox;
}

/** One's own comment before the server has it: 发送中, or why it was not taken, with a way on. */
export function PendingComment({ queued, outbox }: PendingCommentProps): JSX.Element {
  const t = commentsText();
  const { id, entry, problem } = queued;
  return (
    <div class="comment pending">
      <p class="comment-body" dir="auto">
        {entry.body}
      </p>
      {problem === null ? (
        <p class="soft small">{t.sending}</p>
      ) : (
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
