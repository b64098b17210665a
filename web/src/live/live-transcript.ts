import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import { ApiError, NetworkError } from '../api/client.ts';
import type { ThreadFieldsFragment } from '../api/generated/types.ts';
import { sessionEndedCloseCode, type Sink, type SocketState } from '../api/socket.ts';
import {
  applyEvent,
  applyStrays,
  fromSnapshot,
  type FeedEvent,
  type ShownDraft,
  type TranscriptFacts,
  type TranscriptSnapshot,
  type TranscriptState,
} from './apply-event.ts';
import {
  addReplies,
  prependThreads,
  putComment,
  toThread,
  type Comment,
  type RepliesPage,
  type Threads,
} from './comment-threads.ts';
import { createDraftWatch } from './draft-watch.ts';
import { prependSegments, toSegments, type Segment, type SegmentBlocks } from './segment-blocks.ts';

export interface Page<Node> {
  readonly nodes: readonly Node[];
  /** Where the next older page begins; null when this was the oldest. */
  readonly olderCursor: string | null;
}

/** What the module needs of the world; `transcript.transport.ts` makes the real one. */
export interface TranscriptTransport {
  readonly socketState: ReadonlySignal<SocketState>;
  /** Null: not there, or not ours to read. */
  readonly loadSnapshot: () => Promise<TranscriptSnapshot | null>;
  /** The number of the last durable event, asked after an outage to know when it is made good. */
  readonly loadLastSeq: () => Promise<number | null>;
  readonly loadOlderSegments: (before: string) => Promise<Page<Segment>>;
  readonly loadOlderComments: (before: string) => Promise<Page<ThreadFieldsFragment>>;
  /** The answers to a comment after a cursor; null when the comment is not there any more. */
  readonly loadReplies: (commentId: string, after: string | null) => Promise<RepliesPage | null>;
  /** `after` is asked on each new line, so that the feed resumes from what was applied. */
  readonly openFeed: (after: () => number, sink: Sink<FeedEvent>) => () => void;
}

export interface LiveClock {
  readonly now: () => number;
  /** Calls back once after `ms`; the returned function calls it off. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

export type LiveConnection =
  | { readonly kind: 'loading' }
  | { readonly kind: 'live' }
  /** The line stands, the session is live, and nobody has typed since. */
  | { readonly kind: 'quiet'; readonly sinceMs: number }
  | { readonly kind: 'catchingUp'; readonly sinceMs: number }
  | { readonly kind: 'offline'; readonly sinceMs: number }
  /** The first load failed; `retry` tries again. */
  | { readonly kind: 'failed'; readonly error: ApiError | NetworkError }
  /** It is over for this viewer: not there, or the right to read has ended. The text stays on the page. */
  | { readonly kind: 'ended'; readonly reason: 'notFound' | 'accessRevoked'; readonly message: string };

/** Said once after an outage that would have cost segments or comments: how many, and how long it was. */
export interface CaughtUp {
  readonly missed: number;
  readonly outageMs: number;
}

export interface LiveTranscript {
  readonly facts: ReadonlySignal<TranscriptFacts | null>;
  readonly blocks: ReadonlySignal<SegmentBlocks>;
  readonly segmentCount: ReadonlySignal<number>;
  /** The number of the last durable event that is applied here. */
  readonly seq: ReadonlySignal<number>;
  readonly threads: ReadonlySignal<Threads>;
  /** The lines being typed, one for each writer; `draft` is the first of them. */
  readonly drafts: ReadonlySignal<readonly ShownDraft[]>;
  readonly draft: ReadonlySignal<ShownDraft | null>;
  /** How many read along; null until it is told. */
  readonly audience: ReadonlySignal<number | null>;
  readonly connection: ReadonlySignal<LiveConnection>;
  /** Null until an outage in which something was missed was made good; the page says it and calls `forgetCaughtUp`. */
  readonly caughtUp: ReadonlySignal<CaughtUp | null>;
  readonly hasOlderSegments: ReadonlySignal<boolean>;
  readonly hasOlderComments: ReadonlySignal<boolean>;
  readonly loadOlderSegments: () => Promise<void>;
  readonly loadOlderComments: () => Promise<void>;
  /** The next answers of one thread. */
  readonly loadMoreReplies: (commentId: string) => Promise<void>;
  /** Takes over what a mutation returned for a comment of one's own, with the viewer's rights in it. */
  readonly mergeComment: (comment: Comment) => void;
  readonly allSegments: () => readonly Segment[];
  readonly forgetCaughtUp: () => void;
  /** Tries again after `failed`, and after `ended`: whoever had lost the right to read may have it again. */
  readonly retry: () => void;
  readonly stop: () => void;
}

/** The feed says nothing while nobody types: after this long the page says so in other words than "offline". */
const quietAfterMs = 10_000;
const retryMs = 3_000;
const noBlocks: SegmentBlocks = [];
const noThreads: Threads = [];
const noDrafts: readonly ShownDraft[] = [];

/**
 * Owns the live state of one transcript for reader and writer alike: snapshot, then the numbered feed from
 * its `lastSeq`, then every outage made good from the last number applied. Nothing is lost or shown twice.
 */
export function createLiveTranscript(transport: TranscriptTransport, clock: LiveClock): LiveTranscript {
  const state = signal<TranscriptState | null>(null);
  const connection = signal<LiveConnection>({ kind: 'loading' });
  const caughtUp = signal<CaughtUp | null>(null);
  const outage = { sinceMs: 0, missed: 0, isOpen: false, attempt: 0 };
  const life = { isStopped: false, closeFeed: () => {}, stopWatching: () => {} };
  const drafts = createDraftWatch(clock, (gone) => {
    const current = state.peek();
    if (current !== null) state.value = applyEvent(current, gone).state;
  });
  // One alarm for each thing that is waited for: the feed's news set the quiet one anew, and must not call off a retry.
  const alarms = {
    load: createAlarm(clock),
    feed: createAlarm(clock),
    catchUp: createAlarm(clock),
    quiet: createAlarm(clock),
  };

  const start = (): void => {
    alarms.load.cancel();
    connection.value = { kind: 'loading' };
    transport.loadSnapshot().then(begin, failToLoad);
  };

  const begin = (snapshot: TranscriptSnapshot | null): void => {
    if (life.isStopped) return;
    if (snapshot === null) return end('notFound', '');
    batch(() => {
      state.value = fromSnapshot(snapshot);
      // Not live before the line stands: until then the page shows its text and says that it is opening.
      connection.value = { kind: transport.socketState.peek().phase === 'open' ? 'live' : 'loading' };
    });
    openFeed();
    life.stopWatching = effect(() => watchSocket(transport.socketState.value));
    armQuiet();
  };

  const failToLoad = (error: unknown): void => {
    if (life.isStopped) return;
    const known = error instanceof ApiError || error instanceof NetworkError;
    connection.value = { kind: 'failed', error: known ? error : new NetworkError(String(error)) };
    // Being offline passes by itself; a refusal does not.
    if (error instanceof NetworkError) alarms.load.set(retryMs, start);
  };

  const openFeed = (): void => {
    life.closeFeed();
    life.closeFeed = transport.openFeed(() => state.peek()?.seq ?? 0, { next: receive, error: refused });
  };

  const receive = (event: FeedEvent): void => {
    const before = state.peek();
    if (before === null || life.isStopped) return;
    const { outcome, state: after } = applyEvent(before, event);
    // A hole in the numbers: the log has what is missing, so ask again from what was applied.
    if (outcome === 'gap') return openFeed();
    if (outcome === 'duplicate') return;
    state.value = after;
    if (event.__typename === 'DraftShown') drafts.see(event);
    if (outage.isOpen && isCounted(event)) outage.missed += 1;
    if (connection.peek().kind === 'quiet') connection.value = { kind: 'live' };
    armQuiet();
  };

  const refused = (error: ApiError): void => {
    if (error.code === 'ACCESS_REVOKED' || error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND') {
      // Whoever comes back too late for the reason is told in the page's own words, not that nothing was found.
      return end('accessRevoked', error.code === 'ACCESS_REVOKED' ? error.message : '');
    }
    // Anything else that ends a feed (a limit, a fault of ours) is an outage like a dropped line.
    enterOutage(clock.now());
    life.closeFeed();
    alarms.feed.set(retryMs, () => {
      openFeed();
      void catchUp();
    });
  };

  const watchSocket = ({ phase, sinceMs, closeCode }: SocketState): void => {
    if (life.isStopped) return;
    if (phase === 'offline') enterOutage(sinceMs);
    if (phase === 'offline' && closeCode === sessionEndedCloseCode) void checkAccess();
    if (phase === 'open' && outage.isOpen) void catchUp();
    else if (phase === 'open' && connection.peek().kind === 'loading') connection.value = { kind: 'live' };
  };

  const enterOutage = (sinceMs: number): void => {
    if (!outage.isOpen) Object.assign(outage, { isOpen: true, missed: 0, sinceMs });
    const current = state.peek();
    batch(() => {
      // A line half typed before the outage would stand there as if it were being typed now.
      if (current !== null) state.value = { ...current, drafts: [] };
      connection.value = { kind: 'offline', sinceMs: outage.sinceMs };
    });
  };

  /** The feed replays without saying where it ends: the log's last number, asked now, is that end. */
  const catchUp = async (): Promise<void> => {
    alarms.catchUp.cancel();
    const attempt = (outage.attempt += 1);
    connection.value = { kind: 'catchingUp', sinceMs: outage.sinceMs };
    try {
      const target = await transport.loadLastSeq();
      if (life.isStopped || attempt !== outage.attempt) return;
      if (target === null) return end('accessRevoked', '');
      whenApplied(target, () => {
        // Only the latest attempt knows where the log ends: the line may have been cut again since an earlier one.
        if (attempt === outage.attempt && connection.peek().kind === 'catchingUp') closeOutage();
      });
    } catch (error) {
      if (life.isStopped || attempt !== outage.attempt) return;
      if (error instanceof ApiError && error.code === 'FORBIDDEN') return end('accessRevoked', error.message);
      alarms.catchUp.set(retryMs, () => {
        if (connection.peek().kind === 'catchingUp') void catchUp();
      });
    }
  };

  const whenApplied = (seq: number, done: () => void): void => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const unwatch = effect(() => {
      if ((state.value?.seq ?? 0) >= seq) resolve();
    });
    void promise.then(() => {
      unwatch();
      if (!life.isStopped) done();
    });
  };

  const closeOutage = (): void => {
    outage.isOpen = false;
    batch(() => {
      connection.value = { kind: 'live' };
      // Nothing missed is no news.
      if (outage.missed > 0)
        caughtUp.value = { missed: outage.missed, outageMs: clock.now() - outage.sinceMs };
    });
    armQuiet();
  };

  /** The socket was closed because a session ended: another right to read may still stand. */
  const checkAccess = async (): Promise<void> => {
    try {
      const target = await transport.loadLastSeq();
      if (target === null && !life.isStopped) end('accessRevoked', '');
    } catch {
      // Unknown for now: the next line, or its refusal, will tell.
    }
  };

  const armQuiet = (): void => {
    const sinceMs = clock.now();
    alarms.quiet.set(quietAfterMs, () => {
      const isLive = state.peek()?.facts.status === 'LIVE' && connection.peek().kind === 'live';
      if (isLive) connection.value = { kind: 'quiet', sinceMs };
    });
  };

  const close = (): void => {
    life.isStopped = true;
    life.closeFeed();
    life.stopWatching();
    drafts.stop();
    for (const alarm of Object.values(alarms)) alarm.cancel();
  };

  const end = (reason: 'notFound' | 'accessRevoked', message: string): void => {
    close();
    connection.value = { kind: 'ended', reason, message };
  };

  /** Goes on from what was applied last, as after an outage. */
  const revive = (): void => {
    life.isStopped = false;
    enterOutage(clock.now());
    openFeed();
    life.stopWatching = effect(() => watchSocket(transport.socketState.value));
  };

  const loadOlderSegments = async (): Promise<void> => {
    const cursor = state.peek()?.olderSegmentsCursor;
    if (cursor == null) return;
    const { nodes, olderCursor } = await transport.loadOlderSegments(cursor);
    update((current) => ({
      ...current,
      blocks: prependSegments(current.blocks, nodes),
      olderSegmentsCursor: olderCursor,
      loadedFrom: nodes[0]?.position ?? current.loadedFrom,
    }));
  };

  const loadOlderComments = async (): Promise<void> => {
    const cursor = state.peek()?.olderCommentsCursor;
    if (cursor == null) return;
    const { nodes, olderCursor } = await transport.loadOlderComments(cursor);
    update((current) => ({
      ...current,
      threads: prependThreads(current.threads, nodes.map(toThread)),
      olderCommentsCursor: olderCursor,
    }));
  };

  const loadMoreReplies = async (commentId: string): Promise<void> => {
    const thread = state.peek()?.threads.find(({ comment }) => comment.id === commentId);
    if (thread === undefined) return;
    const page = await transport.loadReplies(commentId, thread.repliesCursor);
    if (page === null) return;
    update((current) => ({ ...current, threads: addReplies(current.threads, commentId, page) }));
  };

  const update = (change: (current: TranscriptState) => TranscriptState): void => {
    const current = state.peek();
    if (current !== null) state.value = applyStrays(change(current));
  };

  start();
  return {
    facts: computed(() => state.value?.facts ?? null),
    blocks: computed(() => state.value?.blocks ?? noBlocks),
    segmentCount: computed(() => (state.value?.blocks ?? noBlocks).reduce(addLength, 0)),
    seq: computed(() => state.value?.seq ?? 0),
    threads: computed(() => state.value?.threads ?? noThreads),
    drafts: computed(() => state.value?.drafts ?? noDrafts),
    draft: computed(() => state.value?.drafts[0] ?? null),
    audience: computed(() => state.value?.audience ?? null),
    connection,
    caughtUp,
    hasOlderSegments: computed(() => state.value?.olderSegmentsCursor != null),
    hasOlderComments: computed(() => state.value?.olderCommentsCursor != null),
    loadOlderSegments,
    loadOlderComments,
    loadMoreReplies,
    mergeComment: (comment) => update((now) => ({ ...now, threads: putComment(now.threads, comment) })),
    allSegments: () => toSegments(state.peek()?.blocks ?? noBlocks),
    forgetCaughtUp: () => (caughtUp.value = null),
    retry: () => {
      if (state.peek() === null) start();
      else if (connection.peek().kind === 'ended') revive();
    },
    stop: close,
  };
}

interface Alarm {
  /** Rings once after `ms`, instead of at any time set before. */
  readonly set: (ms: number, ring: () => void) => void;
  readonly cancel: () => void;
}

function createAlarm(clock: LiveClock): Alarm {
  const next = { cancel: (): void => {} };
  return {
    set: (ms, ring) => {
      next.cancel();
      next.cancel = clock.after(ms, ring);
    },
    cancel: () => next.cancel(),
  };
}

function addLength(sum: number, { segments }: { readonly segments: readonly Segment[] }): number {
  return sum + segments.length;
}

/** What a reader would call missed: new text and new comments, not corrections. */
function isCounted(event: FeedEvent): boolean {
  return event.__typename === 'SegmentAppended' || event.__typename === 'CommentPosted';
}
