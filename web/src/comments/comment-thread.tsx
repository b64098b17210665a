import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';

import type { CommentOutbox } from '../live/comment-outbox.ts';
import type { Thread } from '../live/comment-threads.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { commentsText } from '../text/comments.text.ts';
import { CommentCard } from './comment-card.tsx';
import { CommentComposer } from './comment-composer.tsx';
import { PendingComment } from './pending-comment.tsx';

interface CommentThreadProps {
  readonly thread: Thread;
  readonly live: LiveTranscript;
  readonly outbox: CommentOutbox;
  /** The comment under which a reply is being written: one at a time in the whole list. */
  readonly openReply: Signal<string | null>;
}

/** A comment with its answers, one level deep. A reply to a reply stands at the end of the same thread. */
export function CommentThread({ thread, live, outbox, openReply }: CommentThreadProps): JSX.Element {
  const t = commentsText();
  const { comment, replies, hasMoreReplies } = thread;
  const pending = outbox.pending.value.filter(({ entry }) => entry.parentId === comment.id);
  const isReplying = openReply.value === comment.id;
  const canReply = live.facts.value?.viewerCanComment === true;
  const reply = canReply ? () => (openReply.value = comment.id) : undefined;
  return (
    <div class="comment-thread">
      <CommentCard comment={comment} live={live} onReply={reply} />
      <div class="comment-replies">
        {replies.map((answer) => (
          <CommentCard key={answer.id} comment={answer} live={live} />
        ))}
        {hasMoreReplies && <p class="soft small">{t.moreReplies}</p>}
        {pending.map((queued) => (
          <PendingComment key={queued.id} queued={queued} outbox={outbox} />
        ))}
        {isReplying && (
          <CommentComposer
            label={t.replyTo(comment.author.displayName)}
            submit={t.sendReply}
            isOpenedByUser
            onSubmit={(body) => {
              outbox.add({ body, parentId: comment.id });
              openReply.value = null;
            }}
            onCancel={() => (openReply.value = null)}
          />
        )}
      </div>
    </div>
  );
}
