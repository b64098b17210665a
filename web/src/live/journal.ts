import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { createStore, del, entries, set } from 'idb-keyval';

/** What keeps unsent work on this machine. Keys are unique within one journal. */
export interface JournalStore {
  readonly readAll: () => Promise<ReadonlyMap<string, unknown>>;
  readonly put: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** The browser's journal in IndexedDB; `scope` keeps transcripts apart, e.g. `segments/<transcript id>`. */
export function createIndexedDbJournal(scope: string): JournalStore {
  const store = createStore('scribecast-outbox', 'entries');
  const prefix = `${scope}/`;
  return {
    readAll: async () => {
      const all = await entries<string, unknown>(store);
      const own = all.filter(([key]) => key.startsWith(prefix));
      return new Map(own.map(([key, value]) => [key.slice(prefix.length), value]));
    },
    put: (key, value) => set(prefix + key, value, store),
    remove: (key) => del(prefix + key, store),
  };
}

/** Writes to a journal one after the other, in the order asked; a store that fails never stops the sending. */
export interface JournalWriter {
  /** True once something could not be kept here: the page must say so. */
  readonly isFailing: ReadonlySignal<boolean>;
  /** True while something that was put is not yet written: the page must not say that it is kept. */
  readonly isWriting: ReadonlySignal<boolean>;
  readonly put: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** Keeps the newest value only: what is overtaken before its turn is never written. */
  readonly putLatest: (key: string, value: unknown) => void;
}

export function createJournalWriter(store: JournalStore): JournalWriter {
  const isFailing = signal(false);
  const unwritten = signal(0);
  /** Values waiting for their turn; a slot that was overtaken by a removal is no longer found here. */
  const latest = new Map<string, { value: unknown }>();
  const chain = { tail: Promise.resolve() };
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    chain.tail = chain.tail.then(write).then(
      () => void (isFailing.value = false),
      () => void (isFailing.value = true),
    );
    return chain.tail;
  };
  const putLatest = (key: string, value: unknown): void => {
    const waiting = latest.get(key);
    if (waiting !== undefined) {
      waiting.value = value;
      return;
    }
    const slot = { value };
    latest.set(key, slot);
    void inTurn(async () => {
      if (latest.get(key) !== slot) return;
      latest.delete(key);
      await store.put(key, slot.value);
    });
  };
  return {
    isFailing,
    isWriting: computed(() => unwritten.value > 0),
    put: (key, value) => {
      unwritten.value += 1;
      return inTurn(() => store.put(key, value)).then(() => void (unwritten.value -= 1));
    },
    remove: (key) => {
      // What is put after this removal needs a turn of its own, behind it.
      latest.delete(key);
      return inTurn(() => store.remove(key));
    },
    putLatest,
  };
}
