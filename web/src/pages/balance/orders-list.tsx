import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { balanceText } from '../../text/balance.text.ts';
import { formatDateTime, formatFen } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import type { Order } from './balance-page-query.ts';

const shownAtFirst = 10;

/** One's orders, the newest first, with their states in words. */
export function OrdersList({ orders }: { readonly orders: readonly Order[] }): JSX.Element {
  const t = balanceText().orders;
  const areAllShown = useSignal(false);
  const shown = areAllShown.value ? orders : orders.slice(0, shownAtFirst);
  return (
    <section class="panel stack" aria-labelledby="orders-title">
      <h2 id="orders-title">{t.title}</h2>
      {orders.length === 0 && <p class="soft">{t.empty}</p>}
      {orders.length > 0 && (
        <ul class="plain-list orders">
          {shown.map((order) => (
            <li key={order.id}>
              <div>
                <a href={`/balance/orders/${order.id}`} aria-label={`${order.planName} · ${order.reference}`}>
                  {order.planName}
                </a>
                <p class="soft small">
                  {order.reference} · {formatDateTime(order.createdAt)}
                </p>
              </div>
              <span class="tabular">
                {t.points(order.points)} · {formatFen(order.amountFen)}
              </span>
              <OrderStatusChip status={order.status} />
            </li>
          ))}
        </ul>
      )}
      {shown.length < orders.length && (
        <div class="row">
          <Button onClick={() => (areAllShown.value = true)}>{t.more}</Button>
        </div>
      )}
    </section>
  );
}

export function OrderStatusChip({ status }: Pick<Order, 'status'>): JSX.Element {
  return (
    <span class="chip order-status" data-status={status}>
      {balanceText().orders.status[status]}
    </span>
  );
}
