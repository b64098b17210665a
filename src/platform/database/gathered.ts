import { setTimeout as wait } from 'node:timers/promises';
import DataLoader from 'dataloader';

/** Does many things in one statement: answers stand where their keys stood. */
export type ManyAtOnce<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

/** So long the next ones gather behind those that are being written. */
const patienceMs = 50;

/** How many keys one statement takes at most. */
const keysMax = 256;

/**
 * What different requests do at the same time, done in one statement: a statement costs more for its journey, its
 * commit and its locks than for its work. Nothing is kept, and who comes alone waits for nobody.
 */
export class Gathered {
  readonly #loaders = new Map<string, DataLoader<unknown, unknown>>();

  /** Reads one value with the others of this turn of the event loop; `make` makes the reader, once for each name. */
  read<Key, Value>(name: string, key: Key, make: () => ManyAtOnce<Key, Value>): Promise<Value> {
    return this.#loader(name, () => loaderOf(make(), (run) => void setImmediate(run))).load(
      key,
    ) as Promise<Value>;
  }

  /**
   * Writes one thing with the others that came while the last ones were being written. Those are waited for, but not
   * for long: one that is held up holds up nobody else.
   */
  write<Key, Value>(name: string, key: Key, make: () => ManyAtOnce<Key, Value>): Promise<Value> {
    const serial = (): DataLoader<Key, Value> => {
      const write = make();
      let underWay: Promise<unknown> = Promise.resolve();
      const oneAtATime: ManyAtOnce<Key, Value> = (keys) => {
        const writing = write(keys);
        underWay = Promise.race([writing.catch(() => undefined), wait(patienceMs)]);
        return writing;
      };
      return loaderOf(oneAtATime, (run) => void underWay.then(() => setImmediate(run)));
    };
    return this.#loader(name, serial).load(key) as Promise<Value>;
  }

  #loader<Key, Value>(name: string, make: () => DataLoader<Key, Value>): DataLoader<unknown, unknown> {
    const known = this.#loaders.get(name);
    if (known) return known;
    const made = make() as DataLoader<unknown, unknown>;
    this.#loaders.set(name, made);
    return made;
  }
}

const loaderOf = <Key, Value>(
  many: ManyAtOnce<Key, Value>,
  batchScheduleFn: (run: () => void) => void,
): DataLoader<Key, Value> =>
  new DataLoader<Key, Value>(many, { cache: false, maxBatchSize: keysMax, batchScheduleFn });
