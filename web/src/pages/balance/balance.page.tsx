import '../office.css';

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { PageHeading } from '../../app/page-heading.tsx';
import { session } from '../../app/session.ts';
import { balanceText } from '../../text/balance.text.ts';
import { formatNumber } from '../../text/format.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useBalanceQuery, type BalancePageResult } from './balance-page-query.ts';
import { Entries } from './entries.tsx';
import { OrdersList } from './orders-list.tsx';
import { Plans } from './plans.tsx';
import { RedeemForm } from './redeem-form.tsx';

type Me = NonNullable<BalancePageResult['me']>;

/** 余额查询 (M18.10): what is left, how often points were bought, topping up, orders and every movement. */
export function BalancePage(): JSX.Element {
  const t = balanceText();
  const { result, error, reload, refresh, moreEntries } = useBalanceQuery();
  const me = result?.me;
  useHashTarget(me != null);
  return (
    <>
      <PageHeading title={t.title} />
      {error !== undefined && result === undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton lines={8} />}
      {result !== undefined && me != null && (
        <>
          <div class="balance-top">
            <Now me={me} />
            <section class="panel stack top-up" aria-labelledby="top-up">
              <h2 id="top-up" tabIndex={-1}>
                {t.topUp}
              </h2>
              <RedeemForm onRedeemed={refresh} />
              <p>
                <a href="/coupons">{t.coupons}</a>
              </p>
              <hr />
              <Plans plans={result.pointPlans} options={result.paymentOptions} />
            </section>
            <OrdersList orders={me.orders.edges.map(({ node }) => node)} />
          </div>
          <Entries page={me.cardPoints.entries} more={moreEntries} />
        </>
      )}
    </>
  );
}

/** A link such as /balance#top-up leads to a part that is drawn only when the answer is there. */
function useHashTarget(isDrawn: boolean): void {
  useEffect(() => {
    if (!isDrawn || location.hash === '') return;
    const target = document.getElementById(location.hash.slice(1));
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }, [isDrawn]);
}

function Now({ me }: { readonly me: Me }): JSX.Element {
  const t = balanceText().now;
  const now = session.value;
  const perMinute = now.kind === 'member' ? Math.max(1, now.service.pointsPerMinute) : 1;
  const { balance, debt } = me.cardPoints;
  const bought = me.orders.edges.filter(({ node }) => node.status === 'COMPLETED').length;
  return (
    <section class="panel stack-tight" aria-labelledby="now-title">
      <h2 id="now-title">{t.title}</h2>
      <p role="status">
        <span class="points">{formatNumber(balance)}</span> {t.unit}
      </p>
      {debt > 0 && <p class="notice warn">{t.debt(debt)}</p>}
      <p>{t.minutes(Math.floor(balance / perMinute))}</p>
      <p>{t.buys(perMinute)}</p>
      <p class="soft small">{t.forEver}</p>
      <p>
        <a href="/balance/points">{t.rewards}</a>
      </p>
      <dl class="facts">
        <dt>{t.bought}</dt>
        {/* Older orders than the newest hundred are not counted here: then it is at least so many. */}
        <dd>{t.times(me.orders.pageInfo.hasNextPage ? `≥ ${bought}` : formatNumber(bought))}</dd>
      </dl>
    </section>
  );
}
