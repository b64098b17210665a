import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { messageOf } from './states.tsx';

export interface Action<Args extends readonly unknown[]> {
  readonly isBusy: ReadonlySignal<boolean>;
  /** What went wrong outside the result union, in words; undefined while nothing did. */
  readonly fault: ReadonlySignal<string | undefined>;
  readonly run: (...args: Args) => void;
}

/** A mutation behind a button: one at a time, with its busy state and the words for an unexpected failure. */
export function useAction<Args extends readonly unknown[]>(
  act: (...args: Args) => Promise<void>,
): Action<Args> {
  const isBusy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  const latest = useRef(act);
  latest.current = act;
  const run = (...args: Args): void => {
    if (isBusy.peek()) return;
    isBusy.value = true;
    fault.value = undefined;
    latest
      .current(...args)
      .catch((error: unknown) => (fault.value = messageOf(error)))
      .finally(() => (isBusy.value = false));
  };
  return { isBusy, fault, run };
}
