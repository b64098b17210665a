import { useRef } from 'preact/hooks';

import { newId } from '../../api/server.ts';

export interface AttemptKey {
  /** The same key for the same request until it is answered, so that a retry after a lost answer is no second act. */
  readonly keyFor: (request: unknown) => string;
  /** The request was answered: the next one is another act, even with the same words. */
  readonly renew: () => void;
}

/** One idempotency key an attempt. */
export function useAttemptKey(): AttemptKey {
  const attempt = useRef<{ readonly request: string; readonly key: string }>(undefined);
  return {
    keyFor: (request) => {
      const words = JSON.stringify(request);
      if (attempt.current?.request !== words) attempt.current = { request: words, key: newId() };
      return attempt.current.key;
    },
    renew: () => (attempt.current = undefined),
  };
}
