import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { TypedDocument } from '../api/client.ts';
import { request } from '../api/server.ts';
import { language } from '../text/text.ts';

export interface QueryState<Result> {
  /** The newest answer; it stays while a reload is under way or has failed. */
  readonly result: Result | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
}

export interface Query<Result> {
  readonly state: ReadonlySignal<QueryState<Result>>;
  readonly reload: () => void;
  /** Puts a changed answer in place at once, for optimistic acts and for what a mutation returned. */
  readonly patch: (change: (result: Result) => Result) => void;
}

/** A page's query: asked on mount, when its variables or the language change, and on `reload`. Late answers are dropped. */
export function useQuery<Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  /** The first answer, where it was asked for before the page was there. */
  asked?: Promise<Result>,
): Query<Result> {
  const first = useRef(asked);
  const state = useSignal<QueryState<Result>>({ result: undefined, error: undefined, isLoading: true });
  const abort = useRef<AbortController>(undefined);
  const load = (): void => {
    abort.current?.abort();
    const { signal } = (abort.current = new AbortController());
    state.value = { ...state.peek(), isLoading: true };
    const ask = request as (...args: unknown[]) => Promise<Result>;
    const answer = first.current ?? ask(document, variables, { signal });
    first.current = undefined;
    answer.then(
      (result) => {
        if (!signal.aborted) state.value = { result, error: undefined, isLoading: false };
      },
      (error: unknown) => {
        if (!signal.aborted) state.value = { ...state.peek(), error, isLoading: false };
      },
    );
  };
  useEffect(() => {
    load();
    return () => abort.current?.abort();
  }, [document, JSON.stringify(variables), language.value]);
  const patch: Query<Result>['patch'] = (change) => {
    const { result } = state.peek();
    if (result !== undefined) state.value = { ...state.peek(), result: change(result) };
  };
  return { state, reload: load, patch };
}
