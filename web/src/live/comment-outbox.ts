import { signal, type ReadonlySignal } from '@preact/signals';

import { ApiError, type Request } from '../api/client.ts';
import { AddCommentDocument } from '../api/generated/comments.ts';
import type { HeldCommentFieldsFragment } from '../api/generated/types.ts';
import type { Comment } from './comment-threads.ts';
import { createJournalWriter, type JournalStore } from './journal.ts';
import type { LiveClock } from './live-transcript.ts';
import { createSendQueue, readJournal, type Queued, type SendOutcome } from './send-queue.ts';

/** A comment that waits for the host's word. */
export type HeldComment = HeldCommentFieldsFragment;

/** A passage that a comment is pinned to, and what was read there. */
export interface Pin {
  readonly segmentId: string;
  readonly quote: string;
}

export interface CommentWork {
  readonly body: string;
  readonly parentId: string | null;
  /** Absent in what an earlier version of the page left behind. */
  readonly pin?: Pin | null;
}

export interface CommentOutbox {
  /** Shown at the end of their thread: 发送中 without a problem, 失败·重试 with one. */
  readonly pending: ReadonlySignal<readonly Queued<CommentWork>[]>;
  /** When the next one goes by itself, in the clock's milliseconds: it came too soon. Null while nothing waits for that. */
  readonly resumesAtMs: ReadonlySignal<number | null>;
  readonly add: (work: CommentWork) => void;
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  readonly stop: () => void;
}

export interface CommentOutboxParts {
  readonly transcriptId: string;
  /** As whom all of it is written; the server refuses to post it as anybody else's. */
  readonly authorKey: string | null;
  readonly request: Request;
  readonly store: JournalStore;
  readonly clock: LiveClock;
  readonly newId: () => string;
  /** Called with what the server made of it: give it to `LiveTranscript.mergeComment`. */
  readonly onPosted: (comment: Comment) => void;
  /** Called with one that the host looks at first. */
  readonly onHeld: (held: HeldComment) => void;
}

/** Stands beside what was refused because its writer was not here: on their next visit it goes by itself. */
const notHere = 'its writer was not here';

/** Posts comments optimistically, with ids made here: a retry is the same comment and never a second one. */
export function createCommentOutbox(parts: CommentOutboxParts): CommentOutbox {
  const { store, clock, newId } = parts;
  const journal = createJournalWriter(store);
  const resumesAtMs = signal<number | null>(null);
  const queue = createSendQueue<CommentWork & { readonly id: string }>({
    journal,
    clock,
    send: async (work) => {
      resumesAtMs.value = null;
      const outcome = await post(parts, work);
      // Whoever posted has said that it shall be posted: it goes by itself, and can be taken back until then.
      if (outcome.kind === 'later') resumesAtMs.value = clock.now() + outcome.afterMs;
      return outcome;
    },
  });
  void readJournal(store).then((saved) => {
    queue.restore(saved);
    for (const { id, problem } of queue.entries.peek())
      if (problem?.current === notHere) queue.resolve(id, (work) => work);
  });
  return {
    pending: queue.entries,
    resumesAtMs,
    add: (work) => {
      const id = newId();
      void queue.add(id, { ...work, id });
    },
    retry: (id) => {
      queue.resolve(id, (work) => work);
      queue.retry();
    },
    discard: (id) => {
      queue.discard(id);
      if (queue.entries.peek().every(({ problem }) => problem !== null)) resumesAtMs.value = null;
    },
    stop: queue.stop,
  };
}

async function post(
  { request, transcriptId, authorKey, onPosted, onHeld }: CommentOutboxParts,
  { id, body, parentId, pin }: CommentWork & { readonly id: string },
): Promise<SendOutcome> {
  try {
    const input = { id, transcriptId, parentId, body, authorKey, ...pin };
    const { addComment: result } = await request(AddCommentDocument, { input });
    switch (result.__typename) {
      case 'AddCommentSuccess':
        onPosted(result.comment);
        return { kind: 'done' };
      case 'CommentHeld':
        onHeld(result.held);
        return { kind: 'done' };
      case 'TooManyAttempts':
        return { kind: 'later', afterMs: result.retryAfterSeconds * 1000 };
      default:
        return { kind: 'refused', message: result.message };
    }
  } catch (error) {
    // Somebody else is here now, or the grant of a viewer ended: say so beside the comment, which stays.
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') {
      return { kind: 'refused', message: error.message, current: notHere };
    }
    throw error;
  }
}
