import DataLoader from 'dataloader';

/** Reads many things at once: answers stand where their keys stood. Its identity is the batch's. */
export type TurnRead<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

/** How many keys one statement takes at most. */
const keysMax = 256;

/**
 * What every request asks first is asked for all requests of one turn of the event loop together: a statement costs
 * more for its journey than for its work. Nothing is kept: what is asked in a later turn is read anew.
 */
export class TurnReads {
  readonly #loaders = new Map<unknown, DataLoader<unknown, unknown>>();

  /** One value, read with the others of this turn; `make` makes the reader, once for each name. */
  read<Key, Value>(name: string, key: Key, make: () => TurnRead<Key, Value>): Promise<Value> {
    const known = this.#loaders.get(name) as DataLoader<Key, Value> | undefined;
    if (known) return known.load(key);
    const made = new DataLoader<Key, Value>(make(), {
      cache: false,
      maxBatchSize: keysMax,
      batchScheduleFn: (run) => void setImmediate(run),
    });
    this.#loaders.set(name, made);
    return made.load(key);
  }
}
