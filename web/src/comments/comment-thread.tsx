import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';

import type { Thread } from '../live/comment-threads.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { commentsText } from '../text/comments.text.ts';
import { Button } from '../ui/button.tsx';
import { useAction } from '../ui/use-action.ts';
import { CommentCard } from './comment-card.tsx';
import { CommentComposer } from './comment-composer.tsx';
import { HeldCard, PendingComment } from './pending-comment.tsx';
import { canWriteComments, type CommentParts } from './comment-parts.ts';

interface CommentThreadProps {
  readonly thread: Thread;
  readonly parts: CommentParts;
  /** The comment under which a reply is being written: one at a time in the whole list. */
  readonly openReply: Signal<string | null>;
}

/** A comment with its answers, one level deep. A reply to a reply stands at the end of the same thread. */
export function CommentThread({ thread, parts, openReply }: CommentThreadProps): JSX.Element {
  const t = commentsText();
  const { live, outbox, held } = parts;
  const { comment, replies, hasMoreReplies } = thread;
  const pending = outbox.pending.value.filter(({ entry }) => entry.parentId === comment.id);
  const isReplying = openReply.value === comment.id;
  const canReply = canWriteComments(live.facts.value);
  const reply = canReply ? () => (openReply.value = comment.id) : undefined;
  return (
    <div class="comment-thread">
      <CommentCard comment={comment} parts={parts} onReply={reply} />
      <div class="comment-replies">
        {replies.map((answer) => (
          <CommentCard key={answer.id} comment={answer} parts={parts} />
        ))}
        {hasMoreReplies && <MoreReplies threadId={comment.id} live={live} />}
        {held.shown.value
          .filter(({ parentId }) => parentId === comment.id)
          .map((waiting) => (
            <HeldCard key={waiting.id} waiting={waiting} held={held} />
          ))}
        {pending.map((queued) => (
          <PendingComment key={queued.id} queued={queued} outbox={outbox} />
        ))}
        {isReplying && (
          <CommentComposer
            label={t.replyTo(comment.author.displayName)}
            submit={t.sendReply}
            isOpenedByUser
            onSubmit={(body) => {
              outbox.add({ body, parentId: comment.id, pin: null });
              openReply.value = null;
            }}
            onCancel={() => (openReply.value = null)}
          />
        )}
      </div>
    </div>
  );
}

function MoreReplies({
  threadId,
  live,
}: {
  readonly threadId: string;
  readonly live: LiveTranscript;
}): JSX.Element {
  const load = useAction(() => live.loadMoreReplies(threadId));
  return (
    <div class="stack-tight">
      <Button look="quiet" isBusy={load.isBusy.value} onClick={() => load.run()}>
        {commentsText().moreReplies}
      </Button>
      {load.fault.value !== undefined && <p role="alert">{load.fault.value}</p>}
    </div>
  );
}
