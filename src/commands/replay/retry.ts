import { TransientFailure } from './graphql-client.ts';

/** Waits; ends early, without an error, when the signal is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** An attempt that failed, and how long until the next one. */
export interface Retry {
  readonly attempt: number;
  readonly waitMs: number;
  readonly reason: string;
}

/** How to try again, and whom to tell. */
export interface RetryOptions {
  readonly signal?: AbortSignal;
  readonly attemptsMax?: number;
  readonly onRetry?: (retry: Retry) => void;
}

const backoffMsMin = 250;
const backoffMsMax = 10_000;
/** About a quarter of an hour of patience: longer than any restart, shorter than a forgotten terminal. */
const attemptsMaxDefault = 100;

/**
 * Does `work` again after a transient failure, each time after a longer wait, until it succeeds, is refused, or the
 * signal is aborted, which rejects with the last failure. Only for work that may safely happen twice.
 */
export async function withRetries<T>(
  sleep: Sleep,
  work: () => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const isAborted = (): boolean => options.signal?.aborted === true;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (failure) {
      const isLast = attempt >= (options.attemptsMax ?? attemptsMaxDefault);
      if (!(failure instanceof TransientFailure) || isLast || isAborted()) throw failure;
      const waitMs = Math.max(
        failure.retryAfterMs,
        Math.min(backoffMsMax, backoffMsMin * 2 ** (attempt - 1)),
      );
      options.onRetry?.({ attempt, waitMs, reason: failure.message });
      await sleep(waitMs, options.signal);
      if (isAborted()) throw failure;
    }
  }
}
