import { ContentListDocument } from '../../api/generated/content.ts';
import type { ContentListQuery, TranscriptStatus, Visibility } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { useAction, type Action } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';

type Page = NonNullable<ContentListQuery['me']>['transcripts'];
export type ContentTranscript = Page['edges'][number]['node'];

/** What the address asks for. */
export interface ContentFilter {
  readonly search: string | null;
  readonly visibility: Visibility | null;
  readonly status: TranscriptStatus | null;
}

const pageSize = 30;
const visibilities: readonly Visibility[] = ['PRIVATE', 'PUBLIC'];
const statuses: readonly TranscriptStatus[] = ['READY', 'LIVE', 'ENDED'];

/** Reads the filter from the address; what it does not know counts as not said. */
export function filterFrom(query: Readonly<Record<string, string | undefined>>): ContentFilter {
  return {
    search: query['search']?.trim() || null,
    visibility: visibilities.find((each) => each === query['visibility']) ?? null,
    status: statuses.find((each) => each === query['status']) ?? null,
  };
}

/** The address of the list with this filter. */
export function hrefOf(filter: ContentFilter): string {
  const set = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null);
  return set.length === 0 ? '/content' : `/content?${new URLSearchParams(set).toString()}`;
}

export interface ContentList {
  readonly transcripts: readonly ContentTranscript[] | undefined;
  readonly totalCount: number;
  readonly hasMore: boolean;
  readonly error: unknown;
  readonly isLoading: boolean;
  readonly more: Action<[]>;
  readonly reload: () => void;
  readonly change: (id: string, change: Partial<ContentTranscript>) => void;
  readonly remove: (ids: readonly string[]) => void;
  /** Puts transcripts back where they stood: the newest come first. */
  readonly putBack: (transcripts: readonly ContentTranscript[]) => void;
}

/** One's own transcripts under a filter, page by page; changes show at once and keep the scroll. */
export function useContentList(filter: ContentFilter): ContentList {
  const { state, reload, patch } = useQuery(ContentListDocument, { first: pageSize, after: null, ...filter });
  const page = state.value.result?.me?.transcripts;
  const patchPage = (change: (page: Page) => Page): void =>
    patch((result) =>
      result.me === null ? result : { me: { ...result.me, transcripts: change(result.me.transcripts) } },
    );
  const more = useAction(async () => {
    const after = state.peek().result?.me?.transcripts.pageInfo.endCursor ?? null;
    const next = (await request(ContentListDocument, { first: pageSize, after, ...filter })).me?.transcripts;
    if (next !== undefined) patchPage(({ edges }) => ({ ...next, edges: [...edges, ...next.edges] }));
  });
  return {
    transcripts: page?.edges.map(({ node }) => node),
    totalCount: page?.totalCount ?? 0,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    error: state.value.error,
    isLoading: state.value.isLoading,
    more,
    reload,
    change: (id, changed) =>
      patchPage((list) => ({
        ...list,
        edges: list.edges.map((edge) =>
          edge.node.id === id ? { ...edge, node: { ...edge.node, ...changed } } : edge,
        ),
      })),
    remove: (ids) =>
      patchPage((list) => ({
        ...list,
        totalCount: list.totalCount - ids.length,
        edges: list.edges.filter(({ node }) => !ids.includes(node.id)),
      })),
    putBack: (transcripts) =>
      patchPage((list) => ({
        ...list,
        totalCount: list.totalCount + transcripts.length,
        edges: [...list.edges, ...transcripts.map((node) => ({ node }))].sort((a, b) =>
          b.node.createdAt.localeCompare(a.node.createdAt),
        ),
      })),
  };
}
