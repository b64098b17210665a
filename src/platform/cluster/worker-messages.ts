import type { ThrottleRule, Throttles } from '../auth/throttles.ts';

/** What a worker tells the process that started it. */
export type FromWorker =
  | { readonly kind: 'want' | 'unwant'; readonly channel: string }
  | { readonly kind: 'send'; readonly channel: string; readonly text: string }
  /** A message was lost on its way here: the others had better look at the database. */
  | { readonly kind: 'lost' }
  | {
      readonly kind: 'throttle';
      readonly id: number;
      readonly act: keyof Throttles;
      readonly rule: ThrottleRule;
      readonly key: string;
    }
  | { readonly kind: 'serving'; readonly url: string };

/** What it answers. */
export type ToWorker =
  | { readonly kind: 'message'; readonly channel: string; readonly text: string }
  /** Messages may have been lost, in this channel or (null) in any. */
  | { readonly kind: 'doubt'; readonly channel: string | null }
  /** The number that the act yields; null: it failed. */
  | { readonly kind: 'throttled'; readonly id: number; readonly result: number | null };
