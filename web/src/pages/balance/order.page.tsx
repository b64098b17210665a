import '../office.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import {
  CancelOrderDocument,
  OrderPageDocument,
  ReportPaymentDocument,
} from '../../api/generated/balance.ts';
import type { OrderPageQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { useMemberFeed } from '../../app/use-member-feed.ts';
import { balanceText } from '../../text/balance.text.ts';
import { couponsText } from '../../text/coupons.text.ts';
import { formatDateTime, formatFen } from '../../text/format.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';
import { PriceLines } from '../checkout/price-lines.tsx';
import type { Order } from './balance-page-query.ts';
import { OrderStatusChip } from './orders-list.tsx';

/** One order: how to pay by transfer, with the exact amount and the reference to quote, and what became of it. */
export function OrderPage({ params }: PageProps): JSX.Element {
  const t = balanceText().order;
  const { state, reload, patch } = useQuery(OrderPageDocument, {});
  const { result, error } = state.value;
  const order = orderIn(result, params['id']);
  useMemberFeed({
    onNews: (news) => {
      if (news.__typename === 'OrderChanged') reload();
    },
    onOpen: () => {
      if (state.peek().result !== undefined) reload();
    },
  });
  const put = (changed: Order): void =>
    patch(({ me }) => ({
      me: me && {
        orders: {
          ...me.orders,
          edges: me.orders.edges.map((edge) =>
            edge.node.id === changed.id ? { ...edge, node: changed } : edge,
          ),
        },
      },
    }));
  return (
    <>
      <PageHeading title={order === undefined ? t.pageTitle : t.title(order.reference)}>
        <LinkButton href="/balance">{t.back}</LinkButton>
      </PageHeading>
      {error !== undefined && order === undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton lines={6} />}
      {result !== undefined && order === undefined && (
        <EmptyState title={t.notFound} action={<LinkButton href="/balance">{t.back}</LinkButton>}>
          {t.notFoundText}
        </EmptyState>
      )}
      {order !== undefined && <OrderPanel order={order} onChanged={put} onStale={reload} />}
    </>
  );
}

function orderIn(result: OrderPageQuery | undefined, id: string | undefined): Order | undefined {
  return result?.me?.orders.edges.find(({ node }) => node.id === id)?.node;
}

interface OrderPanelProps {
  readonly order: Order;
  readonly onChanged: (order: Order) => void;
  readonly onStale: () => void;
}

function OrderPanel({ order, onChanged, onStale }: OrderPanelProps): JSX.Element {
  const t = balanceText();
  return (
    <section class="panel stack order" aria-label={t.order.title(order.reference)}>
      <div role="status" class="row">
        <OrderStatusChip status={order.status} />
        <span>{t.order.states[order.status]}</span>
      </div>
      <p>
        {order.planName} · {t.orders.points(order.points)}
      </p>
      {order.status === 'AWAITING_PAYMENT' || order.status === 'AWAITING_CONFIRMATION' ? (
        <HowToPay order={order} />
      ) : (
        <p>
          {t.order.amount} {formatFen(order.amountFen)}
        </p>
      )}
      <PriceLines lines={order.priceLines} totalFen={order.amountFen} />
      {order.earnedPoints > 0 && <p>{couponsText().price.earned(order.earnedPoints)}</p>}
      {order.refundedPoints > 0 && (
        <p class="notice">{couponsText().price.refunded(order.refundedFen, order.refundedPoints)}</p>
      )}
      {order.status === 'AWAITING_PAYMENT' && order.payBy !== null && (
        <p class="notice warn">{couponsText().price.payBy(order.payBy)}</p>
      )}
      <p class="soft small">
        {t.order.createdAt} {formatDateTime(order.createdAt)}
        {order.completedAt !== null && (
          <>
            {' '}
            · {t.order.completedAt} {formatDateTime(order.completedAt)}
          </>
        )}
      </p>
      {order.status === 'AWAITING_PAYMENT' && <OrderActs {...{ order, onChanged, onStale }} />}
    </section>
  );
}

function HowToPay({ order }: { readonly order: Order }): JSX.Element {
  const t = balanceText().order;
  return (
    <>
      <dl class="facts pay">
        <dt>{t.amount}</dt>
        <dd>
          <span class="price">{formatFen(order.amountFen)}</span>
          <CopyButton text={(order.amountFen / 100).toFixed(2)}>{t.copyAmount}</CopyButton>
        </dd>
        <dt>{t.reference}</dt>
        <dd>
          <span class="price">{order.reference}</span>
          <CopyButton text={order.reference}>{t.copyReference}</CopyButton>
        </dd>
      </dl>
      <h2>{t.instructions}</h2>
      <p class="prose instructions">{order.instructions}</p>
      <p class="soft">{t.expect}</p>
    </>
  );
}

function OrderActs({ order, onChanged, onStale }: OrderPanelProps): JSX.Element {
  const t = balanceText().order;
  const isAsking = useSignal(false);
  const refusal = useSignal<string | undefined>(undefined);
  const report = useAction(async () => {
    const { reportPayment: result } = await request(ReportPaymentDocument, { input: { orderId: order.id } });
    settle(result.__typename === 'ReportPaymentSuccess' ? result.order : result.message);
  });
  const cancel = useAction(async () => {
    const { cancelOrder: result } = await request(CancelOrderDocument, { input: { orderId: order.id } });
    isAsking.value = false;
    settle(result.__typename === 'CancelOrderSuccess' ? result.order : result.message);
  });
  /** An order that is not open any more was changed elsewhere: it is read afresh. */
  function settle(outcome: Order | string): void {
    if (typeof outcome !== 'string') return onChanged(outcome);
    refusal.value = outcome;
    onStale();
  }
  const fault = report.fault.value ?? cancel.fault.value ?? refusal.value;
  return (
    <>
      <div role="alert">{fault !== undefined && <p class="notice error">{fault}</p>}</div>
      <div class="row">
        <Button look="primary" isBusy={report.isBusy.value} onClick={report.run}>
          {t.paid}
        </Button>
        <Button onClick={() => (isAsking.value = true)}>{t.cancel}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking.value}
        title={t.cancelTitle(order.reference)}
        action={t.cancelConfirm}
        isDangerous
        isBusy={cancel.isBusy.value}
        onConfirm={cancel.run}
        onClose={() => (isAsking.value = false)}
      >
        <p>{t.cancelWhat}</p>
      </ConfirmDialog>
    </>
  );
}
