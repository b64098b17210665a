import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { ApiError, NetworkError } from '../api/client.ts';
import type { JournalStore, JournalWriter } from './journal.ts';
import type { LiveClock } from './live-transcript.ts';

/** One piece of work, kept until the server has acknowledged it or the user has thrown it away. */
export interface Queued<Entry> {
  readonly id: string;
  /** Rises with each entry: the order of sending, also after a reload. */
  readonly order: number;
  readonly entry: Entry;
  /** It may have reached the server: it must be repeated as it is, never changed. */
  readonly isAttempted: boolean;
  /** Why it was set aside; null while it waits for its turn. */
  readonly problem: QueueProblem | null;
}

export interface QueueProblem {
  /** Already in the user's language. */
  readonly message: string;
  /** What stands on the server instead, where it said so. */
  readonly current?: unknown;
}

export type SendOutcome =
  | { readonly kind: 'done' }
  /** Set aside with its problem; what follows is sent on. */
  | ({ readonly kind: 'refused' } & QueueProblem)
  /** Not yet: this and what follows goes by itself after so long. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** Nothing more can be sent until somebody acts: everything waits for `retry`. */
  | ({ readonly kind: 'halted' } & QueueProblem);

export type QueuePhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'halted'; readonly message: string; readonly code: string };

export interface SendQueue<Entry> {
  readonly entries: ReadonlySignal<readonly Queued<Entry>[]>;
  /** Entries without a problem that the server has not acknowledged. */
  readonly waitingCount: ReadonlySignal<number>;
  readonly phase: ReadonlySignal<QueuePhase>;
  /** Takes up what an earlier visit left behind, and begins to send. To be called once, with nothing where there is nothing. */
  readonly restore: (saved: ReadonlyMap<string, unknown>) => void;
  /** Journals first, then sends; resolves when it is journaled. */
  readonly add: (id: string, entry: Entry) => Promise<void>;
  /** Changes an entry that was never attempted; says whether it could. */
  readonly amend: (id: string, change: (entry: Entry) => Entry) => boolean;
  /** Changes an entry that was set aside and sends it again. */
  readonly resolve: (id: string, change: (entry: Entry) => Entry) => void;
  readonly discard: (id: string) => void;
  /** Sends now: after signing in again, or on the user's word. */
  readonly retry: () => void;
  readonly stop: () => void;
}

interface QueueOptions<Entry> {
  readonly journal: JournalWriter;
  readonly clock: LiveClock;
  /** Sends one entry; throwing means "no answer" and is repeated for ever under the same id. */
  readonly send: (entry: Entry) => Promise<SendOutcome>;
}

/** What the loop does after one entry. */
type Next =
  | { readonly kind: 'on' }
  | { readonly kind: 'halt'; readonly code: string; readonly message: string }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly isOffline: boolean };

const keyPrefix = 'entry/';
const retryFirstMs = 500;
const retryLongestMs = 10_000;
/** Refusals that pass by themselves: everything else needs somebody to act. */
const passingCodes = new Set(['INTERNAL', 'RATE_LIMITED', 'READ_ONLY', 'TOO_COSTLY']);

/** Sends entries one by one, in order, exactly as they were journaled, until each is acknowledged. */
export function createSendQueue<Entry>({ journal, clock, send }: QueueOptions<Entry>): SendQueue<Entry> {
  const entries = signal<readonly Queued<Entry>[]>([]);
  const phase = signal<QueuePhase>({ kind: 'idle' });
  // Nothing goes out before the journal is read: what an earlier visit left was typed first.
  const run = { isRestored: false, isBusy: false, isStopped: false, failures: 0, cancelRetry: () => {} };

  const put = (queued: Queued<Entry>): Promise<void> => {
    const others = entries.peek().filter(({ id }) => id !== queued.id);
    entries.value = [...others, queued].sort((left, right) => left.order - right.order);
    return journal.put(keyPrefix + queued.id, queued);
  };
  const drop = (id: string): void => {
    entries.value = entries.peek().filter((queued) => queued.id !== id);
    void journal.remove(keyPrefix + id);
  };
  const find = (id: string): Queued<Entry> | undefined => entries.peek().find((queued) => queued.id === id);

  /** One loop at a time; it ends when nothing waits, when it is halted, or to wait for the line. */
  const pump = async (): Promise<void> => {
    if (!run.isRestored || run.isBusy || run.isStopped) return;
    run.isBusy = true;
    run.cancelRetry();
    const next = await sendWaiting();
    // Only now: whoever acts on the new phase must find the loop at rest, or the act would be lost.
    run.isBusy = false;
    rest(next);
  };

  const rest = (next: Next): void => {
    if (next.kind === 'halt') phase.value = { kind: 'halted', code: next.code, message: next.message };
    if (next.kind === 'retry') {
      run.cancelRetry = clock.after(next.afterMs, () => void pump());
      phase.value = { kind: next.isOffline ? 'offline' : 'sending' };
    }
    if (next.kind === 'on' && firstWaiting() !== undefined) void pump();
    else if (next.kind === 'on') phase.value = { kind: 'idle' };
  };

  const firstWaiting = (): Queued<Entry> | undefined =>
    entries.peek().find(({ problem }) => problem === null);

  const sendWaiting = async (): Promise<Next> => {
    for (;;) {
      const queued = firstWaiting();
      if (queued === undefined || run.isStopped) return { kind: 'on' };
      const next = await attempt(queued);
      if (next.kind !== 'on') return next;
    }
  };

  const attempt = async (queued: Queued<Entry>): Promise<Next> => {
    if (phase.peek().kind !== 'offline') phase.value = { kind: 'sending' };
    const attempted = { ...queued, isAttempted: true };
    if (!queued.isAttempted) await put(attempted);
    try {
      return settle(attempted, await send(attempted.entry));
    } catch (error) {
      return fail(attempted, error);
    }
  };

  const settle = (queued: Queued<Entry>, outcome: SendOutcome): Next => {
    run.failures = 0;
    if (outcome.kind === 'later') return { kind: 'retry', afterMs: outcome.afterMs, isOffline: false };
    if (outcome.kind === 'done') drop(queued.id);
    // Once this page has let go, another one sends it again and keeps what comes of that.
    if (outcome.kind === 'refused' && find(queued.id) !== undefined && !run.isStopped) {
      void put({ ...queued, problem: problemOf(outcome) });
    }
    if (outcome.kind === 'halted') return { kind: 'halt', code: 'HALTED', message: outcome.message };
    phase.value = { kind: 'sending' };
    return { kind: 'on' };
  };

  const fail = (queued: Queued<Entry>, error: unknown): Next => {
    const isPassing = !(error instanceof ApiError) || passingCodes.has(error.code);
    if (!isPassing && error.code === 'UNAUTHENTICATED') {
      return { kind: 'halt', code: error.code, message: error.message };
    }
    if (!isPassing) return settle(queued, { kind: 'refused', message: error.message });
    const afterMs = Math.min(retryLongestMs, retryFirstMs * 2 ** run.failures);
    run.failures += 1;
    return { kind: 'retry', afterMs, isOffline: error instanceof NetworkError };
  };

  return {
    entries,
    phase,
    waitingCount: computed(() => entries.value.filter(({ problem }) => problem === null).length),
    restore: (saved) => {
      const left = [...saved].filter(([key]) => key.startsWith(keyPrefix)).map(([, value]) => value);
      const known = new Set(entries.peek().map(({ id }) => id));
      // What an earlier visit left may have been on its way when the page went.
      const restored = (left as Queued<Entry>[])
        .filter(({ id }) => !known.has(id))
        .map((queued) => ({ ...queued, isAttempted: true }))
        .sort((one, other) => one.order - other.order);
      const lastOrder = restored.at(-1)?.order ?? 0;
      const added = entries.peek().map((queued) => ({ ...queued, order: queued.order + lastOrder }));
      entries.value = [...restored, ...added];
      // As they stand now, for the visit after this one.
      if (lastOrder > 0) for (const queued of added) void journal.put(keyPrefix + queued.id, queued);
      run.isRestored = true;
      void pump();
    },
    add: async (id, entry) => {
      const order = 1 + entries.peek().reduce((highest, queued) => Math.max(highest, queued.order), 0);
      await put({ id, order, entry, isAttempted: false, problem: null });
      void pump();
    },
    amend: (id, change) => {
      const queued = find(id);
      if (queued === undefined || queued.isAttempted) return false;
      void put({ ...queued, entry: change(queued.entry) });
      return true;
    },
    resolve: (id, change) => {
      const queued = find(id);
      if (queued === undefined) return;
      void put({ ...queued, entry: change(queued.entry), problem: null }).then(pump);
    },
    discard: (id) => {
      drop(id);
      void pump();
    },
    retry: () => void pump(),
    stop: () => {
      run.isStopped = true;
      run.cancelRetry();
    },
  };
}

function problemOf({ message, current }: QueueProblem): QueueProblem {
  return current === undefined ? { message } : { message, current };
}

/** Everything a journal held, or nothing where it cannot be read. */
export async function readJournal(store: JournalStore): Promise<ReadonlyMap<string, unknown>> {
  try {
    return await store.readAll();
  } catch {
    return new Map();
  }
}
