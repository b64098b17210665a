import '../office.css';
import './coupons.css';

import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';

import { CouponsPageDocument } from '../../api/generated/coupons.ts';
import type { CouponFieldsFragment } from '../../api/generated/types.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { couponsText } from '../../text/coupons.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { Claimable, CodeForm } from './claims.tsx';
import { CouponCard } from './coupon-card.tsx';

const filters = ['USABLE', 'USED', 'OVER'] as const;
type Filter = (typeof filters)[number];

/** A member's coupons: what can be claimed, what can be used, what has been, and what is over. */
export function CouponsPage(): JSX.Element {
  const t = couponsText().page;
  const filter = useSignal<Filter>('USABLE');
  const pages = usePages({
    document: CouponsPageDocument,
    variables: { filter: filter.value },
    connectionOf: ({ me }) => me?.coupons,
  });
  const { nodes, result, error, hasMore } = pages.state.value;
  return (
    <>
      <PageHeading title={t.title} />
      <p class="soft prose">{t.intro}</p>
      <CodeForm onClaimed={pages.reload} />
      <Claimable types={result?.claimableCoupons ?? []} onClaimed={pages.reload} />
      <section class="stack" aria-label={t.title}>
        <FilterButtons current={filter.value} onChoose={(wanted) => (filter.value = wanted)} />
        {nodes === undefined && error === undefined && <Skeleton lines={4} />}
        {error !== undefined && <ErrorState error={error} onRetry={pages.reload} />}
        {nodes?.length === 0 && (
          <EmptyState title={t.empty[filter.value][0] ?? ''}>{t.empty[filter.value][1]}</EmptyState>
        )}
        {nodes !== undefined && nodes.length > 0 && (
          <ul class="plain-list coupon-cards">
            {nodes.map((coupon) => (
              <OwnCard key={coupon.id} coupon={coupon} />
            ))}
          </ul>
        )}
        <Pager
          hasMore={hasMore}
          isLoading={pages.more.isBusy.value}
          error={pages.more.fault.value}
          onMore={() => pages.more.run()}
        />
      </section>
    </>
  );
}

interface FilterButtonsProps {
  readonly current: Filter;
  readonly onChoose: (filter: Filter) => void;
}

function FilterButtons({ current, onChoose }: FilterButtonsProps): JSX.Element {
  const t = couponsText().page;
  return (
    <div class="row coupon-filters" role="group" aria-label={t.filters}>
      {filters.map((filter) => (
        <button
          key={filter}
          type="button"
          class="button plain"
          aria-pressed={filter === current}
          onClick={() => onChoose(filter)}
        >
          {t.filter[filter]}
        </button>
      ))}
    </div>
  );
}

function OwnCard({ coupon }: { readonly coupon: CouponFieldsFragment }): JSX.Element {
  const t = couponsText().page;
  const { standing, source, type, validFrom, validUntil, orderId } = coupon;
  return (
    <CouponCard
      type={type}
      about={
        <>
          <p class="row small">
            <span class={standing === 'USABLE' ? 'chip good' : 'chip'}>{t.standing[standing]}</span>
            <span class="soft">{t.source[source]}</span>
          </p>
          <p class="soft small">{t.validity(validFrom, validUntil)}</p>
        </>
      }
      action={
        orderId !== null ? (
          <LinkButton href={`/balance/orders/${orderId}`}>{t.order}</LinkButton>
        ) : (
          standing === 'USABLE' && <LinkButton href="/balance#top-up">{t.use}</LinkButton>
        )
      }
    />
  );
}
