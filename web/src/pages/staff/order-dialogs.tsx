import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { ConfirmPaymentDocument, StaffCancelOrderDocument } from '../../api/generated/staff.ts';
import type { StaffOrdersQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { formatFen } from '../../text/format.ts';
import { staffText } from '../../text/staff.text.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useAttemptKey } from './attempt-key.ts';

export type WaitingOrder = StaffOrdersQuery['ordersAwaitingConfirmation']['edges'][number]['node'];

/** Whom the order is from, in a name to read out. */
export function buyerOf({ buyer }: WaitingOrder): string {
  return buyer?.displayName ?? staffText().orders.unknownBuyer;
}

interface OrderDialogProps {
  /** The order that is asked about; the dialog is closed without one. */
  readonly order: WaitingOrder | undefined;
  readonly onClose: () => void;
  readonly onDone: (order: WaitingOrder, news: string) => void;
  /** The order stands otherwise than the list shows. */
  readonly onRefused: () => void;
}

/** Names amount and buyer, and confirms once however often the button is pressed. */
export function ConfirmPaymentDialog({ order, onClose, onDone, onRefused }: OrderDialogProps): JSX.Element {
  const t = staffText().orders;
  const refusal = useRefusal(order);
  const attempt = useAttemptKey();
  const confirm = useAction(async (wanted: WaitingOrder) => {
    const orderId = wanted.id;
    const { confirmPayment: result } = await request(ConfirmPaymentDocument, {
      input: { orderId, idempotencyKey: attempt.keyFor(orderId) },
    });
    attempt.renew();
    if (result.__typename === 'ConfirmPaymentSuccess') {
      return onDone(wanted, t.confirmed(buyerOf(wanted), wanted.points));
    }
    refusal.value = result.message;
    onRefused();
  });
  const amount = order === undefined ? '' : formatFen(order.amountFen);
  return (
    <ConfirmDialog
      isOpen={order !== undefined}
      title={order === undefined ? '' : t.confirmTitle(buyerOf(order), amount)}
      action={t.confirmAction(amount)}
      isBusy={confirm.isBusy.value}
      onConfirm={() => order !== undefined && confirm.run(order)}
      onClose={onClose}
    >
      {order?.status === 'AWAITING_PAYMENT' && <p class="notice warn">{t.confirmUnreported}</p>}
      {order !== undefined && <p>{t.confirmText(order.points, order.reference)}</p>}
      <FormError>{confirm.fault.value ?? refusal.value}</FormError>
    </ConfirmDialog>
  );
}

/** Gives an order up for its buyer. */
export function CancelOrderDialog({ order, onClose, onDone, onRefused }: OrderDialogProps): JSX.Element {
  const t = staffText().orders;
  const refusal = useRefusal(order);
  const cancel = useAction(async (wanted: WaitingOrder) => {
    const { cancelOrder: result } = await request(StaffCancelOrderDocument, {
      input: { orderId: wanted.id },
    });
    if (result.__typename === 'CancelOrderSuccess') return onDone(wanted, t.cancelled);
    refusal.value = result.message;
    onRefused();
  });
  return (
    <ConfirmDialog
      isOpen={order !== undefined}
      title={order === undefined ? '' : t.cancelTitle(buyerOf(order), formatFen(order.amountFen))}
      action={t.cancelAction}
      dismiss={t.keep}
      isDangerous
      isBusy={cancel.isBusy.value}
      onConfirm={() => order !== undefined && cancel.run(order)}
      onClose={onClose}
    >
      <p>{t.cancelText}</p>
      <FormError>{cancel.fault.value ?? refusal.value}</FormError>
    </ConfirmDialog>
  );
}

/** Why the server would not, in its words; forgotten with the order that it was about. */
function useRefusal(order: WaitingOrder | undefined) {
  const refusal = useSignal<string | undefined>(undefined);
  useEffect(() => {
    refusal.value = undefined;
  }, [order?.id]);
  return refusal;
}
