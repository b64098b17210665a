import '../office.css';
import './checkout.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

import { CheckoutDocument, PlaceOrderDocument } from '../../api/generated/coupons.ts';
import type { CheckoutQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { couponsText } from '../../text/coupons.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';
import { useAttemptKey } from '../staff/attempt-key.ts';
import { CouponChooser } from './coupon-chooser.tsx';
import { PriceLines } from './price-lines.tsx';

type Price = NonNullable<CheckoutQuery['orderPrice']>;
type Plan = CheckoutQuery['pointPlans'][number];

/** What an order will cost, line by line, before it is placed; the coupon that saves most is chosen to begin with. */
export function CheckoutPage({ params }: PageProps): JSX.Element {
  const t = couponsText().checkout;
  const planId = params['id'] ?? '';
  const chosen = useSignal<string | null | undefined>(undefined);
  const { state, reload } = useQuery(CheckoutDocument, { planId, couponId: chosen.value ?? null });
  const { result, error, isLoading } = state.value;
  const best = result?.orderPrice?.bestCouponId;
  useEffect(() => {
    if (best !== undefined && chosen.peek() === undefined) chosen.value = best;
  }, [best]);
  const plan = result?.pointPlans.find(({ id }) => id === planId);
  return (
    <>
      <PageHeading title={plan === undefined ? t.pageTitle : t.title(plan.name)}>
        <LinkButton href="/balance#top-up">{t.back}</LinkButton>
      </PageHeading>
      {error !== undefined && result === undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton lines={6} />}
      {result !== undefined && (result.orderPrice === null || plan === undefined) && (
        <EmptyState title={t.notSold} action={<LinkButton href="/balance#top-up">{t.back}</LinkButton>}>
          {t.notSoldText}
        </EmptyState>
      )}
      {result?.orderPrice != null && plan !== undefined && (
        <CheckoutPanel
          plan={plan}
          price={result.orderPrice}
          options={result.paymentOptions}
          chosenId={chosen.value ?? null}
          isSettled={!isLoading && chosen.value !== undefined}
          onChoose={(couponId) => (chosen.value = couponId)}
          onStale={reload}
        />
      )}
    </>
  );
}

interface CheckoutPanelProps {
  readonly plan: Plan;
  readonly price: Price;
  readonly options: CheckoutQuery['paymentOptions'];
  readonly chosenId: string | null;
  /** Whether the price is that of the choice. */
  readonly isSettled: boolean;
  readonly onChoose: (couponId: string | null) => void;
  readonly onStale: () => void;
}

function CheckoutPanel(props: CheckoutPanelProps): JSX.Element {
  const t = couponsText().checkout;
  const { plan, price, options, chosenId, isSettled, onChoose } = props;
  const [option] = options;
  const { place, fault } = usePlacing(props);
  return (
    <div class="checkout">
      <section class="panel stack" aria-label={t.coupons}>
        <p>
          <strong>{plan.name}</strong> · {t.what(plan.points)}
        </p>
        <CouponChooser
          offers={price.coupons}
          bestId={price.bestCouponId}
          chosenId={chosenId}
          onChoose={onChoose}
        />
        <p>
          <a href="/coupons">{t.toCoupons}</a>
        </p>
      </section>
      <section class="panel stack" aria-labelledby="price-title" aria-busy={!isSettled}>
        <h2 id="price-title">{couponsText().price.title}</h2>
        <div role="status">
          <PriceLines lines={price.lines} totalFen={price.totalFen} />
        </div>
        <div role="alert">{fault !== undefined && <p class="notice error">{fault}</p>}</div>
        {option === undefined ? (
          <p class="notice warn">{t.noMethod}</p>
        ) : (
          <>
            <p class="soft small">
              {t.payment} {option.name}
            </p>
            <Button look="primary" isWide isBusy={place.isBusy.value || !isSettled} onClick={place.run}>
              {t.order(price.totalFen)}
            </Button>
          </>
        )}
      </section>
    </div>
  );
}

/** One press is one order: its key is kept until the house has answered. */
function usePlacing({ plan, options, chosenId, onStale }: CheckoutPanelProps) {
  const { route } = useLocation();
  const attempt = useAttemptKey();
  const refusal = useSignal<string | undefined>(undefined);
  const place = useAction(async () => {
    const [option] = options;
    if (option === undefined) return;
    refusal.value = undefined;
    const wish = { planId: plan.id, paymentMethod: option.method, couponId: chosenId };
    const { orderPoints: result } = await request(PlaceOrderDocument, {
      input: { ...wish, idempotencyKey: attempt.keyFor(wish) },
    });
    attempt.renew();
    if (result.__typename === 'OrderPointsSuccess') return route(`/balance/orders/${result.order.id}`);
    refusal.value = result.message;
    onStale();
  });
  return { place, fault: place.fault.value ?? refusal.value };
}
