import '../office.css';

import type { JSX } from 'preact';

import { PointsPageDocument } from '../../api/generated/rewards.ts';
import type { PointsPageQuery } from '../../api/generated/types.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { useMemberFeed } from '../../app/use-member-feed.ts';
import { formatDate, formatNumber } from '../../text/format.ts';
import { rewardsText } from '../../text/rewards.text.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { Entries } from '../balance/entries.tsx';
import { lastMoment, LotsList } from './lots-list.tsx';

type Me = NonNullable<PointsPageQuery['me']>;

/** The member's reward points: what can be spent, what will be, what expires when, and every movement (M4, M5). */
export function PointsPage(): JSX.Element {
  const t = rewardsText();
  const pages = usePages({
    document: PointsPageDocument,
    variables: {},
    connectionOf: ({ me }) => me?.rewardPoints.entries,
  });
  useMemberFeed({
    onNews: (news) => {
      if (news.__typename === 'RewardsChanged' || news.__typename === 'BalanceChanged') pages.reload();
    },
    onOpen: () => {
      if (pages.state.peek().result !== undefined) pages.reload();
    },
  });
  const { result, error, nodes, endCursor, hasMore } = pages.state.value;
  const me = result?.me;
  return (
    <>
      <p>
        <a href="/balance">← {t.back}</a>
      </p>
      <PageHeading title={t.title} />
      {result === undefined && error !== undefined && <ErrorState error={error} onRetry={pages.reload} />}
      {result === undefined && error === undefined && <Skeleton lines={8} />}
      {me != null && (
        <>
          <Now rewards={me.rewardPoints} />
          <LotsList title={t.lots.rewardTitle} lots={me.rewardPoints.lots} />
          <LotsList title={t.lots.cardTitle} lots={me.cardPoints.lots} />
          <Entries
            title={t.entries}
            page={{
              edges: (nodes ?? []).map((node) => ({ node })),
              pageInfo: { endCursor, hasNextPage: hasMore },
            }}
            more={pages.more}
          />
        </>
      )}
    </>
  );
}

function Now({ rewards }: { readonly rewards: Me['rewardPoints'] }): JSX.Element {
  const t = rewardsText().now;
  const { balance, pending, held, debt, lots } = rewards;
  const soon = nextExpiry(lots.edges.map(({ node }) => node));
  return (
    <section class="panel stack-tight" aria-labelledby="rewards-now">
      <h2 id="rewards-now">{t.title}</h2>
      <p role="status">
        <span class="points">{formatNumber(balance)}</span> {t.unit}
      </p>
      {debt > 0 && <p class="notice warn">{t.debt(debt)}</p>}
      {soon !== undefined && <p>{t.soon(soon.points, formatDate(lastMoment(soon.at)))}</p>}
      <p class="soft small">{t.order}</p>
      {(pending > 0 || held > 0) && (
        <dl class="facts">
          {pending > 0 && <Fact name={t.pending} points={pending} hint={t.pendingHint} />}
          {held > 0 && <Fact name={t.held} points={held} hint={t.heldHint} />}
        </dl>
      )}
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly points: number;
  readonly hint: string;
}

function Fact({ name, points, hint }: FactProps): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {formatNumber(points)} <span class="soft small">{hint}</span>
      </dd>
    </>
  );
}

type Lot = Me['rewardPoints']['lots']['edges'][number]['node'];

/** What expires next: the lots stand in the order of their expiry. */
function nextExpiry(lots: readonly Lot[]): { readonly points: number; readonly at: string } | undefined {
  const at = lots.find(({ isPending, expiresAt }) => !isPending && expiresAt !== null)?.expiresAt;
  if (at == null) return undefined;
  const points = lots
    .filter(({ isPending, expiresAt }) => !isPending && expiresAt === at)
    .reduce((sum, { remaining }) => sum + remaining, 0);
  return { points, at };
}
