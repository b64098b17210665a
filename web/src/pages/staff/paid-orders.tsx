import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { PaidOrdersDocument } from '../../api/generated/refunds.ts';
import type { PaidOrderFieldsFragment } from '../../api/generated/types.ts';
import { rescueFocus } from '../../app/rescue-focus.ts';
import { formatDateTime, formatFen, formatNumber } from '../../text/format.ts';
import { refundsText } from '../../text/refunds.text.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { Record } from './record.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { StaffList } from './staff-list.tsx';

export type PaidOrder = PaidOrderFieldsFragment;

/** The orders that were paid, the newest first, and giving their money back. */
export function PaidOrders(): JSX.Element {
  const t = refundsText();
  const pages = usePages({
    document: PaidOrdersDocument,
    variables: {},
    connectionOf: ({ completedOrders }) => completedOrders,
  });
  const asked = useSignal<PaidOrder | undefined>(undefined);
  const close = (): void => {
    asked.value = undefined;
    rescueFocus();
  };
  return (
    <section class="stack" aria-labelledby="paid-orders">
      <h2 id="paid-orders">{t.title}</h2>
      <p class="soft prose">{t.intro}</p>
      <StaffList pages={pages} label={t.title} empty={<p class="soft">{t.empty}</p>}>
        {(order) => <PaidOrderLine key={order.id} order={order} onRefund={() => (asked.value = order)} />}
      </StaffList>
      <RefundDialog
        order={asked.value}
        onClose={close}
        onDone={(refunded) => {
          pages.patch((nodes) => nodes.map((node) => (node.id === refunded.id ? refunded : node)));
          showToast({ text: t.done(refunded.refundedFen) });
          close();
        }}
      />
    </section>
  );
}

interface PaidOrderLineProps {
  readonly order: PaidOrder;
  readonly onRefund: () => void;
}

function PaidOrderLine({ order, onRefund }: PaidOrderLineProps): JSX.Element {
  const t = refundsText();
  const isRefunded = order.refundedPoints > 0;
  return (
    <Record
      level={3}
      title={order.buyer?.displayName ?? '–'}
      about={
        <>
          <span>{order.reference}</span>
          {isRefunded && <span class="chip">{t.refunded(order.refundedFen, order.refundedPoints)}</span>}
        </>
      }
      facts={[
        [t.amount, formatFen(order.amountFen)],
        [t.points, formatNumber(order.points)],
        [t.paidAt, order.completedAt === null ? '–' : formatDateTime(order.completedAt)],
      ]}
      actions={
        !isRefunded && (
          <Button aria-label={t.refundOf(order.reference)} onClick={onRefund}>
            {t.refund}
          </Button>
        )
      }
    />
  );
}
