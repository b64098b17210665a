import type { Context } from '../context.ts';
import type { Text } from '../text/text.ts';
import type { JobTurn } from './job-turn.ts';

/**
 * Work that an act orders: stored with the act (`unit.enqueue`), done after it by one node, and again until it
 * succeeds or has failed too often. Doing it twice must change nothing: a node may die between doing and noting it.
 */
export interface OrderedJob<Order extends object> {
  readonly name: string;
  /** What operators call it; its name where there is none. */
  readonly title?: Text;
  /** Does one order; throwing means that it is tried again later. */
  readonly run: (ctx: Context, order: Order, turn?: JobTurn) => Promise<void>;
}
