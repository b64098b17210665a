import './comments.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';

import { newId, request } from '../api/server.ts';
import type { TranscriptFacts } from '../live/apply-event.ts';
import { createCommentOutbox, type CommentOutbox } from '../live/comment-outbox.ts';
import { createHeirJournal, createIndexedDbJournal } from '../live/journal.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { browserClock } from '../live/transcript.transport.ts';
import { commentsText } from '../text/comments.text.ts';
import { Button } from '../ui/button.tsx';
import { useAction } from '../ui/use-action.ts';
import { CommentComposer } from './comment-composer.tsx';
import { canWriteComments, type CommentParts } from './comment-parts.ts';
import type { CommentShelf } from './comment-shelf.ts';
import { CommentThread } from './comment-thread.tsx';
import { useCommentList } from './comments-view.ts';
import { createHeldComments } from './held-comments.ts';
import { LazyModeration } from './lazy-moderation.tsx';
import { Countdown, HeldCard, PendingComment } from './pending-comment.tsx';
import { PinChooser } from './pin-chooser.tsx';
import { UnreadBar } from './unread-bar.tsx';
import { createUnread, deviceReadStore } from './unread.ts';
import { useWanted } from './use-wanted.ts';

export interface CommentsProps {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly shelf: CommentShelf;
}

/** The conversation beside a transcript: it never takes the focus, and what would move the reader's place waits behind a count. */
export function Comments(props: CommentsProps): JSX.Element | null {
  // Until it is known who looks, nothing is taken up that somebody else may have left here.
  return props.live.facts.value === null ? null : <Conversation {...props} />;
}

function Conversation({ transcriptId, live, shelf }: CommentsProps): JSX.Element {
  const t = commentsText();
  const parts = useCommentParts({ transcriptId, live, shelf });
  const { outbox, held } = parts;
  const threads = shelf.shown.value;
  const pending = outbox.pending.value.filter(({ entry }) => entry.parentId === null);
  const openReply = useSignal<string | null>(null);
  const { list, toEnd } = useCommentList(shelf);
  useWanted(parts, list);
  const waiting = held.shown.value.filter(({ parentId }) => parentId === null);
  const isEmpty = threads.length + pending.length + waiting.length === 0;
  return (
    <div class="comments">
      {live.facts.value?.viewerCanWrite === true ? (
        <LazyModeration {...{ transcriptId, live, shelf }} />
      ) : (
        <span />
      )}
      <div ref={list} class="comment-list" role="region" aria-label={t.list} tabIndex={0}>
        <OlderComments live={live} />
        {isEmpty && <p class="soft">{t.empty}</p>}
        {threads.map((thread) => (
          <CommentThread key={thread.comment.id} {...{ thread, parts, openReply }} />
        ))}
        {waiting.map((one) => (
          <HeldCard key={one.id} waiting={one} held={held} />
        ))}
        {pending.map((queued) => (
          <PendingComment key={queued.id} queued={queued} outbox={outbox} />
        ))}
      </div>
      <div class="comments-news">
        <UnreadBar {...parts} />
        <FreshButton shelf={shelf} />
      </div>
      <Writing {...parts} onPost={toEnd} />
    </div>
  );
}

/** What the list works with, for as long as it is on the page. */
function useCommentParts({ transcriptId, live, shelf }: CommentsProps): CommentParts {
  const held = useMemo(() => createHeldComments({ transcriptId, request, live }), [transcriptId, live]);
  useEffect(() => held.stop, [held]);
  const unread = useMemo(() => createUnread(live, shelf, deviceReadStore(transcriptId)), [live, shelf]);
  useEffect(() => unread.stop, [unread]);
  const outbox = useCommentOutbox({ transcriptId, live, shelf, held });
  return { live, shelf, held, unread, outbox };
}

/** Posts as long as the page is open; what is unsent is taken up again with the next visit of whoever wrote it. */
function useCommentOutbox({
  transcriptId,
  live,
  shelf,
  held,
}: CommentsProps & Pick<CommentParts, 'held'>): CommentOutbox {
  const authorKey = live.facts.value?.viewerKey ?? null;
  const outbox = useMemo(
    () =>
      createCommentOutbox({
        transcriptId,
        request,
        authorKey,
        // Earlier versions kept it for whoever opened the page.
        store: createHeirJournal(
          createIndexedDbJournal(`comments/${authorKey ?? 'nobody'}/${transcriptId}`),
          createIndexedDbJournal(`comments/${transcriptId}`),
        ),
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
        onHeld: held.add,
      }),
    [transcriptId, authorKey, live, shelf],
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
  shelf,
  outbox,
  onPost,
}: CommentParts & { readonly onPost: () => void }): JSX.Element | null {
  const t = commentsText();
  const facts = live.facts.value;
  if (facts === null || live.connection.value.kind === 'ended') return null;
  if (!facts.viewerCanComment) return <p class="soft small">{t.cannotComment}</p>;
  if (!canWriteComments(facts)) return <p class="notice small">{t.closed}</p>;
  const resumesAtMs = outbox.resumesAtMs.value;
  return (
    <div class="stack-tight" data-composer="">
      <PinChooser live={live} shelf={shelf} />
      <CommentComposer
        label={t.write}
        hint={facts.viewerName === null ? undefined : hintOf(facts, facts.viewerName)}
        submit={t.post}
        onSubmit={(body) => {
          outbox.add({ body, parentId: null, pin: shelf.pin.peek() });
          shelf.repin(null);
          onPost();
        }}
      />
      {resumesAtMs !== null && (
        <p class="small">
          <Countdown untilMs={resumesAtMs} />
        </p>
      )}
    </div>
  );
}

function hintOf({ commentMode, viewerCanWrite }: TranscriptFacts, name: string): string {
  const t = commentsText();
  if (commentMode === 'REVIEWED' && !viewerCanWrite) return t.writeAsReviewed(name);
  return commentMode === 'CLOSED' ? t.closedForOthers : t.writeAs(name);
}
