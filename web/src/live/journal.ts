import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { createStore, entries, promisifyRequest, type UseStore } from 'idb-keyval';

/** What keeps unsent work on this machine. Keys are unique within one journal; writes take effect in the order asked. */
export interface JournalStore {
  readonly readAll: () => Promise<ReadonlyMap<string, unknown>>;
  readonly put: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** A storage that does not answer at all is no better than one that refuses. */
const answerWithinMs = 5_000;

/** The browser's journal in IndexedDB; `scope` keeps transcripts apart, e.g. `comments/<transcript id>`. */
export function createIndexedDbJournal(scope: string): JournalStore {
  const store = createStore('scribecast-outbox', 'entries');
  const prefix = `${scope}/`;
  return {
    readAll: async () => {
      const all = await answered(entries<string, unknown>(store));
      const own = all.filter(([key]) => key.startsWith(prefix));
      return new Map(own.map(([key, value]) => [key.slice(prefix.length), value]));
    },
    put: (key, value) => answered(write(store, (place) => place.put(value, prefix + key))),
    remove: (key) => answered(write(store, (place) => place.delete(prefix + key))),
  };
}

/** A journal that first takes over what stands in one of another scope, and empties that. */
export function createHeirJournal(own: JournalStore, old: JournalStore): JournalStore {
  return {
    ...own,
    readAll: async () => {
      // Asked at once: what is typed from now on is written behind it.
      const [kept, left] = await Promise.all([own.readAll(), old.readAll()]);
      for (const [key, value] of left) {
        if (!kept.has(key)) await own.put(key, value);
        await old.remove(key);
      }
      return new Map([...left, ...kept]);
    },
  };
}

/** An object store, by way of the library: the tests that run this in Node know no such type. */
type Place = Parameters<Parameters<UseStore>[1]>[0];

/** Committed at once, without a turn of the page's own: a page that goes away the next moment has written it. */
function write(store: UseStore, act: (place: Place) => unknown): Promise<void> {
  return store('readwrite', (place) => {
    act(place);
    const done = promisifyRequest(place.transaction);
    place.transaction.commit();
    return done;
  });
}

async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => silence.reject(new Error('The storage does not answer.')), answerWithinMs);
  try {
    return await Promise.race([asked, silence.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Why something could not be kept here: no room on the disk, or a browser that does not let this page keep anything. */
export type JournalFault = 'full' | 'blocked';

/** Writes to a journal in the order asked; a store that fails never stops the sending. */
export interface JournalWriter {
  /** Why what was asked last could not be kept here, for as long as it is not: the page must say so. */
  readonly fault: ReadonlySignal<JournalFault | null>;
  readonly isFailing: ReadonlySignal<boolean>;
  /** True while something that was put is not yet written: the page must not say that it is kept. */
  readonly isWriting: ReadonlySignal<boolean>;
  readonly put: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** Keeps the newest value only: what is overtaken before its turn is never written. */
  readonly putLatest: (key: string, value: unknown) => void;
  /** Resolves when everything asked so far is written, or is known not to be. */
  readonly settled: () => Promise<void>;
}

/** A key more than this many writes ahead of the store waits, and is overtaken by the next. */
const latestInFlightMax = 2;

export function createJournalWriter(store: JournalStore): JournalWriter {
  const fault = signal<JournalFault | null>(null);
  const unwritten = signal(0);
  const running = new Set<Promise<void>>();
  /** What the store did not take, newest first: asked again when it takes something. */
  const refused = new Map<string, () => Promise<void>>();
  /** What was asked last of each key and is not answered yet: an older one that fails is overtaken and never asked again. */
  const newest = new Map<string, () => Promise<void>>();
  /** Values waiting for their turn, by key; and how many of that key are on their way. */
  const latest = new Map<string, unknown>();
  const inFlight = new Map<string, number>();

  const ask = (key: string, act: () => Promise<void>): Promise<void> => {
    refused.delete(key);
    newest.set(key, act);
    const wasNewest = (): boolean => newest.get(key) === act && newest.delete(key);
    const run = act().then(
      () => {
        wasNewest();
        if (refused.size > 0) askAgain();
        else fault.value = null;
      },
      (error: unknown) => {
        if (!wasNewest()) return;
        refused.set(key, act);
        fault.value = isFull(error) ? 'full' : 'blocked';
      },
    );
    running.add(run);
    void run.then(() => running.delete(run));
    return run;
  };
  const askAgain = (): void => {
    const [next] = refused;
    if (next !== undefined) void ask(...next);
  };
  const putNow = async (key: string, value: unknown): Promise<void> => {
    inFlight.set(key, (inFlight.get(key) ?? 0) + 1);
    await ask(key, () => store.put(key, value));
    inFlight.set(key, (inFlight.get(key) ?? 1) - 1);
    if (!latest.has(key)) return;
    const waiting = latest.get(key);
    latest.delete(key);
    await putNow(key, waiting);
  };
  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    fault,
    isFailing: computed(() => fault.value !== null),
    isWriting: computed(() => unwritten.value > 0),
    put: (key, value) => {
      unwritten.value += 1;
      latest.delete(key);
      return ask(key, () => store.put(key, value)).then(() => void (unwritten.value -= 1));
    },
    remove: (key) => {
      latest.delete(key);
      return ask(key, () => store.remove(key));
    },
    putLatest: (key, value) => {
      if ((inFlight.get(key) ?? 0) >= latestInFlightMax) latest.set(key, value);
      else void putNow(key, value);
    },
    settled,
  };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
