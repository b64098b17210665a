import type { ReadonlySignal } from '@preact/signals';

import { ApiError, type Request } from '../api/client.ts';
import { AddCommentDocument } from '../api/generated/comments.ts';
import type { Comment } from './comment-threads.ts';
import { createJournalWriter, type JournalStore } from './journal.ts';
import type { LiveClock } from './live-transcript.ts';
import { createSendQueue, readJournal, type Queued, type SendOutcome } from './send-queue.ts';

export interface CommentWork {
  readonly body: string;
  readonly parentId: string | null;
}

export interface CommentOutbox {
  /** Shown at the end of their thread: 发送中 without a problem, 失败·重试 with one. */
  readonly pending: ReadonlySignal<readonly Queued<CommentWork>[]>;
  readonly add: (work: CommentWork) => void;
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  readonly stop: () => void;
}

export interface CommentOutboxParts {
  readonly transcriptId: string;
  readonly request: Request;
  readonly store: JournalStore;
  readonly clock: LiveClock;
  readonly newId: () => string;
  /** Called with what the server made of it: give it to `LiveTranscript.mergeComment`. */
  readonly onPosted: (comment: Comment) => void;
}

/** Posts comments optimistically, with ids made here: a retry is the same comment and never a second one. */
export function createCommentOutbox(parts: CommentOutboxParts): CommentOutbox {
  const { store, clock, newId } = parts;
  const journal = createJournalWriter(store);
  const queue = createSendQueue<CommentWork & { readonly id: string }>({
    journal,
    clock,
    send: (work) => post(parts, work),
  });
  void readJournal(store).then(queue.restore);
  return {
    pending: queue.entries,
    add: (work) => {
      const id = newId();
      void queue.add(id, { ...work, id });
    },
    retry: (id) => {
      queue.resolve(id, (work) => work);
      queue.retry();
    },
    discard: queue.discard,
    stop: queue.stop,
  };
}

async function post(
  { request, transcriptId, onPosted }: CommentOutboxParts,
  { id, body, parentId }: CommentWork & { readonly id: string },
): Promise<SendOutcome> {
  try {
    const { addComment: result } = await request(AddCommentDocument, {
      input: { id, transcriptId, parentId, body },
    });
    if (result.__typename !== 'AddCommentSuccess') return { kind: 'refused', message: result.message };
    onPosted(result.comment);
    return { kind: 'done' };
  } catch (error) {
    // A viewer whose grant ended cannot sign in again to go on: say so beside the comment.
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') {
      return { kind: 'refused', message: error.message };
    }
    throw error;
  }
}
