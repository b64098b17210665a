import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { StaffOrdersDocument } from '../../api/generated/staff.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { formatFen } from '../../text/format.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { buyerOf, CancelOrderDialog, ConfirmPaymentDialog, type WaitingOrder } from './order-dialogs.tsx';
import { PaidOrders } from './lazy-paid-orders.tsx';
import { Record } from './record.tsx';
import { rescueFocus } from '../../app/rescue-focus.ts';
import { StaffList } from './staff-list.tsx';
import { useRefresh } from './use-refresh.ts';

/** Open orders as the server queues them: reported as paid first, the longest waiting at the top. */
export function OrdersSection(): JSX.Element {
  const t = staffText().orders;
  const pages = usePages({
    document: StaffOrdersDocument,
    variables: {},
    connectionOf: ({ ordersAwaitingConfirmation }) => ordersAwaitingConfirmation,
  });
  useRefresh(pages.reload);
  const asked = useSignal<{ readonly act: 'confirm' | 'cancel'; readonly order: WaitingOrder } | undefined>(
    undefined,
  );
  const close = (): void => {
    asked.value = undefined;
    rescueFocus();
  };
  const done = (order: WaitingOrder, news: string): void => {
    pages.patch((nodes) => nodes.filter(({ id }) => id !== order.id));
    asked.value = undefined;
    showToast({ text: news });
    pages.reload();
  };
  const count = pages.state.value.result?.ordersAwaitingConfirmation.totalCount;
  const dialogOf = (act: 'confirm' | 'cancel') => ({
    order: asked.value?.act === act ? asked.value.order : undefined,
    onClose: close,
    onDone: done,
    onRefused: pages.reload,
  });
  return (
    <>
      <PageHeading title={t.title}>
        <Button onClick={pages.reload}>{staffText().refresh}</Button>
      </PageHeading>
      <p class="soft prose">{t.intro}</p>
      <p role="status" class="soft small">
        {count !== undefined && count > 0 && t.waiting(count)}
      </p>
      <StaffList
        pages={pages}
        label={t.title}
        empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
      >
        {(order) => (
          <OrderLine
            key={order.id}
            order={order}
            onConfirm={() => (asked.value = { act: 'confirm', order })}
            onCancel={() => (asked.value = { act: 'cancel', order })}
          />
        )}
      </StaffList>
      <PaidOrders />
      <ConfirmPaymentDialog {...dialogOf('confirm')} />
      <CancelOrderDialog {...dialogOf('cancel')} />
    </>
  );
}

interface OrderLineProps {
  readonly order: WaitingOrder;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function OrderLine({ order, onConfirm, onCancel }: OrderLineProps): JSX.Element {
  const t = staffText();
  const isReported = order.status === 'AWAITING_CONFIRMATION';
  return (
    <Record
      title={buyerOf(order)}
      about={
        <>
          <span class={isReported ? 'chip good' : 'chip'}>
            {isReported ? t.orders.reported : t.orders.notReported}
          </span>
          {order.buyer !== null && <a href={`/staff/members/${order.buyer.id}`}>{order.buyer.username}</a>}
        </>
      }
      facts={[
        [t.orders.amount, <strong key="amount">{formatFen(order.amountFen)}</strong>],
        [t.orders.reference, <code key="reference">{order.reference}</code>],
        [t.orders.plan, `${order.planName} · ${t.points(order.points)}`],
        [t.orders.orderedAt, <RelativeTime key="at" iso={order.createdAt} />],
      ]}
      actions={
        <>
          <Button look={isReported ? 'primary' : 'plain'} onClick={onConfirm}>
            {t.orders.confirm}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t.orders.cancel}
          </Button>
        </>
      }
    />
  );
}
