import DataLoader from 'dataloader';
import type { Context } from '../context.ts';

/** A cookie that an answer sets; a null value clears it. */
export interface CookieChange {
  readonly name: string;
  readonly value: string | null;
  readonly expires: Date | null;
}

/** What resolvers get: the service context, and what belongs to this one request. */
export interface RequestContext extends Context {
  readonly requestId: string;
  readonly cookieChanges: CookieChange[];
  readonly batchers: Map<unknown, DataLoader<unknown, unknown>>;
}

/** Reads many things at once: answers stand where their keys stood. */
export type BatchRead<Key, Value> = (ctx: Context, keys: readonly Key[]) => Promise<readonly Value[]>;

/**
 * Reads one thing through a batch that this request shares: all that is asked for in one turn of the event loop
 * is one call of `read`. Name the read function, do not write it in place: it is the batch's identity.
 */
export function batched<Key, Value>(
  ctx: RequestContext,
  read: BatchRead<Key, Value>,
  key: Key,
): Promise<Value> {
  const known = ctx.batchers.get(read) as DataLoader<Key, Value> | undefined;
  const loader =
    known ?? new DataLoader<Key, Value, string>((keys) => read(ctx, keys), { cacheKeyFn: batchKey });
  if (!known) ctx.batchers.set(read, loader);
  return loader.load(key);
}

const batchKey = (key: unknown): string => (typeof key === 'string' ? key : JSON.stringify(key));
