import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import type { LiveTranscript } from '../live/live-transcript.ts';
import type { Comment } from '../live/comment-threads.ts';
import { allComments, type CommentShelf } from './comment-shelf.ts';

/** What was read of one transcript's comments, as this device remembers it; a comment is known by its number. */
interface ReadState {
  /** Everything up to this number. */
  readonly upTo: number;
  /** Beyond it, one by one. */
  readonly beyond: readonly number[];
}

/** Where the device keeps it; both may fail, and then nothing is remembered. */
export interface ReadStore {
  readonly load: () => string | null;
  readonly save: (text: string) => void;
}

export interface Unread {
  /** Whoever has not been read, the oldest first; without one's own and without what was removed. */
  readonly comments: ReadonlySignal<readonly Comment[]>;
  readonly isUnread: (comment: Comment) => boolean;
  /** The next one after the one that was visited last, and from the beginning again after the last. */
  readonly next: () => Comment | null;
  readonly markRead: (comment: Comment) => void;
  readonly markAllRead: () => void;
  readonly stop: () => void;
}

/** So many are remembered one by one; beyond that the oldest of them count as read together. */
const beyondMax = 500;

/**
 * Which comments this reader has read on this device. On the first visit what is there already is no news: nobody wants
 * to be told of three hundred unread comments in a meeting that they have just found.
 */
export function createUnread(
  { threads, seq }: Pick<LiveTranscript, 'threads' | 'seq'>,
  { isOwn, openedAt }: Pick<CommentShelf, 'isOwn' | 'openedAt'>,
  store: ReadStore,
): Unread {
  const state = signal<ReadState | null>(parse(store.load()));
  const visited = { seq: 0 };
  const isUnread = (comment: Comment): boolean => {
    const read = state.value;
    if (read === null || comment.isRemoved || comment.seq <= read.upTo) return false;
    return !read.beyond.includes(comment.seq) && !isOwn(comment);
  };
  const set = (next: ReadState): void => {
    state.value = next;
    store.save(JSON.stringify(next));
  };
  const stop = effect(() => {
    // As the page opened, not as the list was: that may have been opened for what came since.
    if (openedAt.value !== null && state.value === null) set({ upTo: openedAt.value, beyond: [] });
  });
  const comments = computed(() =>
    allComments(threads.value)
      .filter(isUnread)
      .toSorted((left, right) => left.seq - right.seq),
  );
  return {
    comments,
    isUnread,
    next: () => {
      const waiting = comments.peek();
      return waiting.find((comment) => comment.seq > visited.seq) ?? waiting[0] ?? null;
    },
    markRead: (comment) => {
      visited.seq = comment.seq;
      const read = state.peek();
      if (read === null || !isUnread(comment)) return;
      const beyond = [...read.beyond, comment.seq].toSorted((left, right) => left - right);
      const surplus = beyond.slice(0, Math.max(0, beyond.length - beyondMax));
      set({ upTo: surplus.at(-1) ?? read.upTo, beyond: beyond.slice(surplus.length) });
    },
    markAllRead: () => set({ upTo: seq.peek(), beyond: [] }),
    stop,
  };
}

function parse(text: string | null): ReadState | null {
  try {
    const { upTo, beyond } = JSON.parse(text ?? 'null') as ReadState;
    return Number.isInteger(upTo) && Array.isArray(beyond) ? { upTo, beyond } : null;
  } catch {
    return null;
  }
}

/** The device's own store for one transcript. */
export function deviceReadStore(transcriptId: string): ReadStore {
  const key = `scribecast.read/${transcriptId}`;
  return {
    load: () => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    save: (text) => {
      try {
        localStorage.setItem(key, text);
      } catch {
        // Storage may be forbidden or full: then it is remembered as long as the page is open.
      }
    },
  };
}
