import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import { RefundOrderDocument } from '../../api/generated/refunds.ts';
import { request } from '../../api/server.ts';
import { commonText } from '../../text/common.text.ts';
import { refundsText } from '../../text/refunds.text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { useAttemptKey } from './attempt-key.ts';
import type { PaidOrder } from './paid-orders.tsx';
import { wholeNumber } from './price.rules.ts';

interface RefundDialogProps {
  /** The order to refund; the dialog is closed without. */
  readonly order: PaidOrder | undefined;
  readonly onClose: () => void;
  readonly onDone: (order: PaidOrder) => void;
}

/** Asks how much of an order goes back, and why; what cannot be refunded is said in the dialog. */
export function RefundDialog({ order, onClose, onDone }: RefundDialogProps): JSX.Element {
  const t = refundsText();
  const formId = useId();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const attempt = useAttemptKey();
  const refund = useAction(async (form: HTMLFormElement) => {
    if (order === undefined) return;
    const typed = textOf(form, 'points').trim();
    const points = typed === '' ? null : wholeNumber(typed);
    problem.value = undefined;
    if (points === undefined) {
      problem.value = { __typename: 'InvalidInput', field: 'points', message: t.wholeNumber };
      return;
    }
    const wish = { orderId: order.id, points, reason: textOf(form, 'reason') };
    const { refundOrder: result } = await request(RefundOrderDocument, {
      input: { ...wish, idempotencyKey: attempt.keyFor(wish) },
    });
    attempt.renew();
    if (result.__typename === 'RefundOrderSuccess') return onDone(result.order);
    problem.value = result;
  });
  const close = (): void => {
    problem.value = undefined;
    onClose();
  };
  return (
    <Dialog
      isOpen={order !== undefined}
      title={order === undefined ? '' : t.dialogTitle(order.buyer?.displayName ?? '–', order.reference)}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{commonText().cancel}</Button>
          <Button type="submit" form={formId} look="danger" isBusy={refund.isBusy.value}>
            {t.action}
          </Button>
        </>
      }
    >
      <form id={formId} class="stack" onSubmit={submitting(refund.run)} noValidate>
        <FormError>{refund.fault.value ?? formError(problem.value, ['points', 'reason'])}</FormError>
        <Field
          label={t.field}
          hint={t.fieldHint}
          name="points"
          inputMode="numeric"
          autocomplete="off"
          isOptional
          error={fieldError(problem.value, 'points')}
        />
        <Field
          label={t.reason}
          name="reason"
          maxLength={200}
          autocomplete="off"
          error={fieldError(problem.value, 'reason')}
        />
      </form>
    </Dialog>
  );
}
