import { signal } from '@preact/signals';

import { NetworkError } from '../../api/client.ts';
import type { SocketState } from '../../api/socket.ts';
import type { FeedEvent, TranscriptSnapshot } from '../apply-event.ts';
import type { FeedComment } from '../comment-threads.ts';
import type { LiveClock, TranscriptTransport } from '../live-transcript.ts';
import type { Segment } from '../segment-blocks.ts';

/** A segment whose text says its number and revision. */
export function aSegment(seq: number, revision = 1): Segment {
  return {
    id: `segment-${seq}`,
    seq,
    position: String(seq).padStart(10, '0'),
    speaker: null,
    text: `text ${seq}, revision ${revision}`,
    startedMs: 0,
    endedMs: null,
    revision,
    checkedAt: null,
    createdAt: '2026-11-21T00:00:00.000Z',
  };
}

export function aComment(seq: number, parentId: string | null = null): FeedComment {
  return {
    id: `comment-${seq}`,
    seq,
    body: `comment ${seq}`,
    createdAt: '2026-11-21T00:00:00.000Z',
    editedAt: null,
    isRemoved: false,
    parentId,
    segmentId: null,
    quote: null,
    author: { displayName: 'Ada', kind: 'GUEST' },
    isAnswered: false,
  };
}

export function appended(seq: number, endsDraftOf: string | null = null): FeedEvent {
  return { __typename: 'SegmentAppended', seq, endsDraftOf, segment: aSegment(seq) };
}

/** A snapshot taken after `lastSeq` events that were all appended segments, the last `loaded` of them on the page. */
export function aSnapshot(lastSeq: number, loaded = lastSeq): TranscriptSnapshot {
  const seqs = Array.from({ length: loaded }, (_, index) => lastSeq - loaded + index + 1);
  return {
    id: 'transcript',
    title: 'Meeting',
    status: 'LIVE',
    visibility: 'PRIVATE',
    commentMode: 'OPEN',
    startedAt: null,
    endedAt: null,
    leadWriter: { displayName: 'Ada' },
    lastSeq,
    createdAt: '2026-11-21T00:00:00.000Z',
    commentCount: 0,
    segmentCount: lastSeq,
    viewerIsOwner: false,
    viewerCanWrite: false,
    viewerIsCrew: false,
    viewerCanComment: true,
    viewerName: 'Ben',
    viewerKey: 'ben',
    owner: { displayName: 'Ada' },
    segments: {
      edges: seqs.map((seq) => ({ node: aSegment(seq) })),
      pageInfo: { startCursor: `before-${seqs[0] ?? 0}`, hasPreviousPage: loaded < lastSeq },
    },
    comments: { edges: [], pageInfo: { startCursor: null, hasPreviousPage: false } },
  };
}

/** A clock that stands still until it is moved. */
export function aClock(): LiveClock & { readonly advance: (ms: number) => void } {
  const time = { now: 1_000_000 };
  const alarms = new Set<{ readonly at: number; readonly ring: () => void }>();
  const advance = (ms: number): void => {
    const until = time.now + ms;
    for (let next = due(until); next !== undefined; next = due(until)) {
      time.now = next.at;
      alarms.delete(next);
      next.ring();
    }
    time.now = until;
  };
  const due = (until: number) =>
    [...alarms].filter(({ at }) => at <= until).sort((left, right) => left.at - right.at)[0];
  return {
    now: () => time.now,
    after: (ms, ring) => {
      const alarm = { at: time.now + ms, ring };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    advance,
  };
}

/**
 * A room as the transport shows it: a log that grows, and a line that can be cut. A feed replays the log from
 * where it is asked to, then follows it, as the server promises; what happens while the line is cut is only in the log.
 */
export function aRoom(snapshot: TranscriptSnapshot | null) {
  const log: FeedEvent[] = [];
  const socketState = signal<SocketState>({ phase: 'open', sinceMs: 0, closeCode: undefined });
  const feeds = new Set<{ readonly after: () => number; readonly sink: Sink }>();
  const asked: number[] = [];
  const lastSeq = (): number =>
    log.reduce((last, event) => Math.max(last, seqOf(event)), snapshot?.lastSeq ?? 0);
  const replay = ({ after, sink }: { readonly after: () => number; readonly sink: Sink }): void => {
    const from = after();
    asked.push(from);
    for (const event of log) if (seqOf(event) > from) sink.next(event);
  };
  /** What the server would answer instead of the truth. */
  const answers: { lastSeq?: number | null; isOutOfReach: boolean; failures: number } = {
    isOutOfReach: false,
    failures: 0,
  };
  return {
    /** Where each feed was asked to begin. */
    asked,
    answers,
    transport: {
      socketState,
      loadSnapshot: async () => snapshot,
      loadLastSeq: async () => {
        if (answers.isOutOfReach) {
          answers.failures += 1;
          throw new NetworkError('down');
        }
        return answers.lastSeq === undefined ? lastSeq() : answers.lastSeq;
      },
      loadOlderSegments: async (before) => {
        const end = Number(before.replace('before-', ''));
        const nodes = Array.from({ length: end - 1 }, (_, index) => aSegment(index + 1));
        return { nodes, olderCursor: null };
      },
      loadOlderComments: async () => ({ nodes: [], olderCursor: null }),
      loadReplies: async () => null,
      openFeed: (after, sink) => {
        const feed = { after, sink };
        feeds.add(feed);
        if (socketState.peek().phase === 'open') replay(feed);
        return () => feeds.delete(feed);
      },
    } satisfies TranscriptTransport,
    happen: (event: FeedEvent): void => {
      if (event.__typename !== 'DraftShown') log.push(event);
      if (socketState.peek().phase === 'open') for (const { sink } of [...feeds]) sink.next(event);
    },
    /** Sends what the log does not hold: a duplicate, a hole, an old number. */
    misbehave: (event: FeedEvent): void => {
      for (const { sink } of [...feeds]) sink.next(event);
    },
    refuse: (...[error]: Parameters<Sink['error']>): void => {
      for (const { sink } of [...feeds]) sink.error(error);
    },
    cut: (atMs: number, closeCode?: number): void => {
      socketState.value = { phase: 'offline', sinceMs: atMs, closeCode };
    },
    mend: (): void => {
      socketState.value = { phase: 'open', sinceMs: 0, closeCode: undefined };
      for (const feed of [...feeds]) replay(feed);
    },
    openFeedCount: () => feeds.size,
  };
}

type Sink = Parameters<TranscriptTransport['openFeed']>[1];

function seqOf(event: FeedEvent): number {
  return event.__typename === 'DraftShown' || event.__typename === 'AudienceCounted' ? 0 : event.seq;
}

/** Waits until the condition holds, giving promises their turn; says what never came. */
export async function until(condition: () => boolean, what = 'the condition'): Promise<void> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    if (condition()) return;
    await Promise.resolve();
  }
  throw new Error(`Waited in vain for ${what}.`);
}
