import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';

import type { Pin } from '../live/comment-outbox.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import type { Comment, Thread, Threads } from '../live/comment-threads.ts';

/** The list of comments as it stands on the page at this moment. */
export interface CommentsView {
  /** False while the sheet is closed. */
  readonly isVisible: () => boolean;
  /** Nothing below is out of sight, and nothing is being written in it. */
  readonly isAtEnd: () => boolean;
  /** Called when something was added below: keeps the end in sight. */
  readonly stayAtEnd: () => void;
}

/** What the reader asked to see in the list of comments: it opens for that, wherever it is closed. */
export type Wanted =
  | { readonly kind: 'composer' }
  | { readonly kind: 'nextUnread' }
  /** The first comment on this passage. */
  | { readonly kind: 'passage'; readonly segmentId: string };

/** What of a transcript's comments is on the page, and what waits behind the count. */
export interface CommentShelf {
  /** The threads as they are shown: without what came since the last reveal and would move what is read. */
  readonly shown: ReadonlySignal<Threads>;
  readonly freshCount: ReadonlySignal<number>;
  /** Brings out everything that waits. Only ever on the reader's word: it moves what is being read. */
  readonly reveal: () => void;
  /** A comment that this page posts: it is shown at once. */
  readonly markOwn: (id: string) => void;
  /** From now on this list shows the comments; the returned function takes it away again. */
  readonly attend: (view: CommentsView) => () => void;
  /** The number of the last event when the page opened; null until it is there. */
  readonly openedAt: ReadonlySignal<number | null>;
  /** Whether a comment is the viewer's, written now or on an earlier visit. */
  readonly isOwn: (comment: Comment) => boolean;
  /** What the next comment is about; null: the whole. */
  readonly pin: ReadonlySignal<Pin | null>;
  /** Sets it on the reader's word, and opens the place where comments are written. */
  readonly pinTo: (pin: Pin) => void;
  /** Changes what it is about, or makes it about the whole, where it is being written. */
  readonly repin: (pin: Pin | null) => void;
  readonly wanted: ReadonlySignal<Wanted | null>;
  readonly want: (wanted: Wanted | null) => void;
  /** Brings a passage of the text in sight; null while no text stands beside the comments. */
  readonly showPassage: ReadonlySignal<((segmentId: string) => void) | null>;
  /** From now on this text stands beside the comments; the returned function takes it away again. */
  readonly attendText: (show: (segmentId: string) => void) => () => void;
  /** How much there is to decide about, for whoever does; kept by those who look at it. */
  readonly toDecide: Signal<number>;
  /** What the closed list has to say by its badge. */
  readonly newsCount: ReadonlySignal<number>;
  /** How many comments stand on each passage that has any. */
  readonly marks: Signal<ReadonlyMap<string, number>>;
  readonly stop: () => void;
}

/**
 * Keeps new comments behind a count where they would move what is being read (a comment's seq is its age).
 * Answers in the viewer's own threads, and what only lengthens a list that is read to its end, come at once.
 */
export function createCommentShelf({
  threads,
  facts,
  seq,
}: Pick<LiveTranscript, 'threads' | 'facts' | 'seq'>): CommentShelf {
  /** Null until the first snapshot is there: what it brings is not new. */
  const shownUpTo = signal<number | null>(null);
  const ownIds = signal<ReadonlySet<string>>(new Set());
  const admittedIds = signal<ReadonlySet<string>>(new Set());
  const view = signal<CommentsView | null>(null);
  const openedAt = signal<number | null>(null);
  const pin = signal<Pin | null>(null);
  const wanted = signal<Wanted | null>(null);
  const showPassage = signal<((segmentId: string) => void) | null>(null);
  const isShown = ({ id, seq: age }: Comment): boolean =>
    age <= (shownUpTo.value ?? Infinity) || ownIds.value.has(id) || admittedIds.value.has(id);
  const isOwn = (comment: Comment): boolean => ownIds.value.has(comment.id) || comment.viewerIsAuthor;
  const freshCount = computed(() => allComments(threads.value).filter(isFresh(isShown)).length);
  const toDecide = signal(0);
  const reveal = (): void => void (shownUpTo.value = seq.peek());
  const stop = effect(() => {
    if (facts.value === null || shownUpTo.peek() !== null) return;
    reveal();
    openedAt.value = seq.peek();
  });
  const stopAdmitting = effect(() => {
    const held = allComments(threads.value).filter((comment) => !isShown(comment));
    if (held.length === 0 || view.value?.isVisible() !== true) return;
    const atEnd = view.value.isAtEnd() ? heldAtEnd(threads.value, isShown) : [];
    const answers = threads.value
      .filter((thread) => allOf(thread).some(isOwn))
      .flatMap(({ replies }) => replies);
    const coming = [...atEnd, ...answers].filter((comment) => !isShown(comment));
    if (coming.length === 0) return;
    admittedIds.value = new Set([...admittedIds.peek(), ...coming.map(({ id }) => id)]);
    if (atEnd.length > 0) view.value.stayAtEnd();
  });
  return {
    shown: computed(() =>
      threads.value
        .filter(({ comment }) => isShown(comment))
        .map((thread) =>
          thread.replies.every(isShown) ? thread : { ...thread, replies: thread.replies.filter(isShown) },
        ),
    ),
    freshCount,
    toDecide,
    newsCount: computed(() => freshCount.value + toDecide.value),
    reveal,
    markOwn: (id) => (ownIds.value = new Set([...ownIds.peek(), id])),
    attend: (attended) => {
      view.value = attended;
      return () => void (view.value = null);
    },
    openedAt,
    isOwn,
    pin,
    pinTo: (passage) => {
      pin.value = passage;
      wanted.value = { kind: 'composer' };
    },
    repin: (passage) => void (pin.value = passage),
    wanted,
    want: (next) => void (wanted.value = next),
    showPassage,
    attendText: (show) => {
      showPassage.value = show;
      return () => void (showPassage.value = null);
    },
    marks: signal(new Map()),
    stop: () => {
      stop();
      stopAdmitting();
    },
  };
}

/** What waits and has nothing that is shown after it. */
function heldAtEnd(threads: Threads, isShown: (comment: Comment) => boolean): readonly Comment[] {
  const all = allComments(threads);
  return all.slice(all.findLastIndex(isShown) + 1);
}

/** A comment that was removed before anybody saw it is no news. */
function isFresh(isShown: (comment: Comment) => boolean): (comment: Comment) => boolean {
  return (comment) => !isShown(comment) && !comment.isRemoved;
}

/** Every comment of the threads, each thread's answers after its first. */
export function allComments(threads: Threads): readonly Comment[] {
  return threads.flatMap(allOf);
}

function allOf({ comment, replies }: Thread): readonly Comment[] {
  return [comment, ...replies];
}
