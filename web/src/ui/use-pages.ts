import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { TypedDocument } from '../api/client.ts';
import { request } from '../api/server.ts';
import { language } from '../text/text.ts';
import { useAction, type Action } from './use-action.ts';

/** A page of a keyset list as every connection of the schema has it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount?: number;
}

interface Paged {
  readonly first: number;
  readonly after?: string | null | undefined;
}

interface PagesSource<Result, Variables extends Paged, Node> {
  readonly document: TypedDocument<Result, Variables>;
  readonly variables: Omit<Variables, keyof Paged>;
  /** Where the list stands in the answer; undefined where the answer has none. */
  readonly connectionOf: (result: Result) => Connection<Node> | undefined;
}

export interface PagesState<Result, Node> {
  /** Everything read so far; undefined until the first answer. It stays while a reload is under way or has failed. */
  readonly nodes: readonly Node[] | undefined;
  /** The newest answer, for what stands beside the list. */
  readonly result: Result | undefined;
  readonly endCursor: string | null;
  readonly hasMore: boolean;
  readonly error: unknown;
}

export interface Pages<Result, Node> {
  readonly state: ReadonlySignal<PagesState<Result, Node>>;
  /** Reads again as much as is shown, at most a hundred. */
  readonly reload: () => void;
  readonly more: Action<[]>;
  /** Puts a changed list in place at once, after a mutation that said what changed. */
  readonly patch: (change: (nodes: readonly Node[]) => readonly Node[]) => void;
}

const pageSize = 20;
const pageSizeMax = 100;

/** A keyset list: its first page on mount and when its variables or the language change, more on demand. */
export function usePages<Result, Variables extends Paged, Node extends { readonly id: string }>(
  source: PagesSource<Result, Variables, Node>,
): Pages<Result, Node> {
  const { document, variables, connectionOf } = source;
  const state = useSignal<PagesState<Result, Node>>(nothingYet);
  const loading = useRef<AbortController>(undefined);
  const ask = (page: Paged, signal?: AbortSignal): Promise<Result> =>
    (request as (...args: unknown[]) => Promise<Result>)(document, { ...variables, ...page }, { signal });
  const load = (first: number): void => {
    loading.current?.abort();
    const { signal } = (loading.current = new AbortController());
    ask({ first }, signal).then(
      (result) => {
        if (!signal.aborted) state.value = { ...pageOf(connectionOf(result)), result, error: undefined };
      },
      (error: unknown) => {
        if (!signal.aborted) state.value = { ...state.peek(), error };
      },
    );
  };
  useEffect(() => {
    load(pageSize);
    return () => loading.current?.abort();
  }, [document, JSON.stringify(variables), language.value]);
  const more = useAction(async () => {
    const before = loading.current;
    const page = pageOf(connectionOf(await ask({ first: pageSize, after: state.peek().endCursor })));
    // A reload or another search came in between: this page belongs to a list that is gone.
    if (loading.current !== before) return;
    const known = state.peek().nodes ?? [];
    const ids = new Set(known.map(({ id }) => id));
    const nodes = [...known, ...page.nodes.filter(({ id }) => !ids.has(id))];
    state.value = { ...state.peek(), ...page, nodes };
  });
  const reload = (): void => load(Math.min(Math.max(state.peek().nodes?.length ?? 0, pageSize), pageSizeMax));
  const patch: Pages<Result, Node>['patch'] = (change) => {
    const { nodes } = state.peek();
    if (nodes !== undefined) state.value = { ...state.peek(), nodes: change(nodes) };
  };
  return { state, reload, more, patch };
}

const nothingYet = {
  nodes: undefined,
  result: undefined,
  endCursor: null,
  hasMore: false,
  error: undefined,
};

function pageOf<Node>(connection: Connection<Node> | undefined) {
  return {
    nodes: connection?.edges.map(({ node }) => node) ?? [],
    endCursor: connection?.pageInfo.endCursor ?? null,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
  };
}
