import type { Text } from '../text/text.ts';
import type { OrderedJob } from './ordered.ts';
import type { RecurringJob } from './recurring.ts';

/** Any job as a feature declares it. */
export type DeclaredJob = RecurringJob | OrderedJob<never>;

/** A declared job under the name of its queue. */
export interface BookedJob {
  readonly queue: string;
  readonly title: Text;
  /** Null where it is ordered by acts. */
  readonly everyMs: number | null;
  readonly job: DeclaredJob;
}

/** What cannot go on for longer is better begun anew by the next slot than tried again. */
const shortestRetriedMs = 60_000;

/** How a queue is kept, in pg-boss's own terms; all of them in seconds. */
export interface QueueRules {
  readonly policy: 'stately' | 'standard';
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly retryBackoff: boolean;
  readonly retryDelayMax: number;
  readonly expireInSeconds: number;
  readonly heartbeatSeconds: number;
  readonly deleteAfterSeconds: number;
  readonly deadLetter?: string;
}

/** Where orders go that have failed too often; a person looks at them. */
export const deadLetters = 'dead-letters';

/** The jobs of all features by their queues; throws where two have one name. */
export function bookOf(jobs: readonly DeclaredJob[]): ReadonlyMap<string, BookedJob> {
  const book = new Map<string, BookedJob>();
  for (const job of jobs) {
    const queue = queueOf(job);
    if (book.has(queue) || queue === deadLetters) throw new Error(`Two jobs are called ${queue}.`);
    const everyMs = 'everyMs' in job ? job.everyMs : null;
    if (everyMs !== null && (everyMs < 1_000 || everyMs % 1_000 !== 0))
      throw new Error(`The job ${queue} is not due every so many whole seconds.`);
    book.set(queue, { queue, title: job.title ?? { zh: job.name, en: job.name }, everyMs, job });
  }
  return book;
}

/** The name of a job's queue: letters, digits, dots and dashes only. */
export const queueOf = ({ name }: { readonly name: string }): string => name.replace(/[^\w.-]+/g, '-');

/**
 * What is due every few seconds is not tried again: its next turn comes soon enough. Whatever has not been heard of
 * for half a minute belongs to a node that died, and is free again.
 */
export function queueRules({ everyMs }: Pick<BookedJob, 'everyMs'>): QueueRules {
  const isPulse = everyMs !== null && everyMs < shortestRetriedMs;
  const kept = { expireInSeconds: 4 * 3_600, heartbeatSeconds: 30 };
  if (everyMs === null)
    return {
      ...kept,
      policy: 'standard',
      retryLimit: 8,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 1_800,
      deleteAfterSeconds: 7 * 86_400,
      deadLetter: deadLetters,
    };
  return {
    ...kept,
    policy: 'stately',
    retryLimit: isPulse ? 0 : 3,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 300,
    deleteAfterSeconds: isPulse ? 3_600 : 30 * 86_400,
  };
}
