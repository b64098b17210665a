import './comments.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';

import { newId, request } from '../api/server.ts';
import { createCommentOutbox, type CommentOutbox } from '../live/comment-outbox.ts';
import { createIndexedDbJournal } from '../live/journal.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { browserClock } from '../live/transcript.transport.ts';
import { commentsText } from '../text/comments.text.ts';
import { Button } from '../ui/button.tsx';
import { useAction } from '../ui/use-action.ts';
import { CommentComposer } from './comment-composer.tsx';
import type { CommentShelf } from './comment-shelf.ts';
import { CommentThread } from './comment-thread.tsx';
import { useCommentList } from './comments-view.ts';
import { PendingComment } from './pending-comment.tsx';

export interface CommentsProps {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly shelf: CommentShelf;
}

/** The conversation beside a transcript: it never takes the focus, and what would move the reader's place waits behind a count. */
export function Comments({ transcriptId, live, shelf }: CommentsProps): JSX.Element {
  const t = commentsText();
  const outbox = useCommentOutbox({ transcriptId, live, shelf });
  const threads = shelf.shown.value;
  const pending = outbox.pending.value.filter(({ entry }) => entry.parentId === null);
  const openReply = useSignal<string | null>(null);
  const { list, toEnd } = useCommentList(shelf);
  return (
    <div class="comments">
      <div ref={list} class="comment-list" role="region" aria-label={t.list} tabIndex={0}>
        <OlderComments live={live} />
        {threads.length === 0 && pending.length === 0 && <p class="soft">{t.empty}</p>}
        {threads.map((thread) => (
          <CommentThread key={thread.comment.id} {...{ thread, live, outbox, openReply }} />
        ))}
        {pending.map((queued) => (
          <PendingComment key={queued.id} queued={queued} outbox={outbox} />
        ))}
      </div>
      <FreshButton shelf={shelf} />
      <Writing live={live} outbox={outbox} onPost={toEnd} />
    </div>
  );
}

/** Posts as long as the page is open; what is unsent is taken up again with the next visit. */
function useCommentOutbox({ transcriptId, live, shelf }: CommentsProps): CommentOutbox {
  const outbox = useMemo(
    () =>
      createCommentOutbox({
        transcriptId,
        request,
        store: createIndexedDbJournal(`comments/${transcriptId}`),
        clock: browserClock,
        newId: () => {
          const id = newId();
          shelf.markOwn(id);
          return id;
        },
        onPosted: (comment) => {
          // One that an earlier visit left unsent is this reader's own, too.
          shelf.markOwn(comment.id);
          live.mergeComment(comment);
        },
      }),
    [transcriptId, live, shelf],
  );
  useEffect(() => outbox.stop, [outbox]);
  return outbox;
}

function OlderComments({ live }: Pick<CommentsProps, 'live'>): JSX.Element | null {
  const load = useAction(live.loadOlderComments);
  if (!live.hasOlderComments.value) return null;
  return (
    <div class="stack-tight">
      <Button isBusy={load.isBusy.value} onClick={() => load.run()}>
        {commentsText().older}
      </Button>
      {load.fault.value !== undefined && <p role="alert">{load.fault.value}</p>}
    </div>
  );
}

/** Its region stands before the count comes, so that screen readers say it. */
function FreshButton({ shelf }: Pick<CommentsProps, 'shelf'>): JSX.Element {
  const count = shelf.freshCount.value;
  return (
    <div class="comments-fresh" role="status">
      {count > 0 && (
        <Button look="primary" isWide onClick={shelf.reveal}>
          {commentsText().fresh(count)}
        </Button>
      )}
    </div>
  );
}

function Writing({
  live,
  outbox,
  onPost,
}: {
  readonly live: LiveTranscript;
  readonly outbox: CommentOutbox;
  readonly onPost: () => void;
}): JSX.Element | null {
  const t = commentsText();
  const facts = live.facts.value;
  if (facts === null || live.connection.value.kind === 'ended') return null;
  if (!facts.viewerCanComment) return <p class="soft small">{t.cannotComment}</p>;
  return (
    <CommentComposer
      label={t.write}
      hint={facts.viewerName === null ? undefined : t.writeAs(facts.viewerName)}
      submit={t.post}
      onSubmit={(body) => {
        outbox.add({ body, parentId: null });
        onPost();
      }}
    />
  );
}
