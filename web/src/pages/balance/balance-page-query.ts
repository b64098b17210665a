import { BalancePageDocument, MoreEntriesDocument } from '../../api/generated/balance.ts';
import type { BalancePageQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { useMemberFeed } from '../../app/use-member-feed.ts';
import { useAction, type Action } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';

type Me = NonNullable<BalancePageQuery['me']>;
type Entries = Me['cardPoints']['entries'];
export type BalancePageResult = BalancePageQuery;
export type Order = Me['orders']['edges'][number]['node'];

const entriesPageSize = 50;

export interface BalanceQuery {
  readonly result: BalancePageResult | undefined;
  readonly error: unknown;
  readonly reload: () => void;
  /** Reads points, entries and orders afresh; older entries that were asked for stay. */
  readonly refresh: () => void;
  readonly moreEntries: Action<[]>;
}

/** The balance page's query, kept up to date by the member's feed. */
export function useBalanceQuery(): BalanceQuery {
  const { state, reload, patch } = useQuery(BalancePageDocument, {});
  const patchMe = (change: (me: Me) => Me): void =>
    patch((result) => (result.me === null ? result : { ...result, me: change(result.me) }));
  const refresh = useAction(async () => {
    const { me } = await request(BalancePageDocument);
    if (me === null) return;
    patchMe((old) => ({
      ...me,
      cardPoints: { ...me.cardPoints, entries: joined(me.cardPoints.entries, old.cardPoints.entries) },
    }));
  });
  const moreEntries = useAction(async () => {
    const after = state.peek().result?.me?.cardPoints.entries.pageInfo.endCursor ?? null;
    const next = (await request(MoreEntriesDocument, { first: entriesPageSize, after })).me?.cardPoints
      .entries;
    if (next === undefined) return;
    patchMe((me) => ({
      ...me,
      cardPoints: {
        ...me.cardPoints,
        entries: { ...next, edges: [...me.cardPoints.entries.edges, ...next.edges] },
      },
    }));
  });
  useMemberFeed({
    onNews: (news) => {
      if (news.__typename === 'BalanceChanged') {
        const { balance, debt } = news;
        patchMe((me) => ({ ...me, cardPoints: { ...me.cardPoints, balance, debt } }));
      }
      if (news.__typename === 'BalanceChanged' || news.__typename === 'OrderChanged') refresh.run();
    },
    onOpen: () => {
      if (state.peek().result !== undefined) refresh.run();
    },
  });
  const { result, error } = state.value;
  return { result, error, reload, refresh: refresh.run, moreEntries };
}

/** The newest page in front of the older entries that are on the page already; without a gap between, the newest alone. */
function joined(newest: Entries, old: Entries): Entries {
  const fresh = new Set(newest.edges.map(({ node }) => node.id));
  const isConnected = old.edges.some(({ node }) => fresh.has(node.id));
  const older = old.edges.filter(({ node }) => !fresh.has(node.id));
  if (!isConnected || older.length === 0) return newest;
  return { edges: [...newest.edges, ...older], pageInfo: old.pageInfo };
}
