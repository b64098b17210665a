import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import { IssueCouponsDocument } from '../../api/generated/coupons.ts';
import type { IssueCouponsMutation } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { commonText } from '../../text/common.text.ts';
import { couponsText } from '../../text/coupons.text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { useAttemptKey } from './attempt-key.ts';

type Outcome = Extract<IssueCouponsMutation['issueCoupons'], { readonly __typename: 'IssueCouponsSuccess' }>;

interface IssueDialogProps {
  /** The coupon to give; the dialog is closed without. */
  readonly type: { readonly id: string; readonly name: string } | undefined;
  readonly onClose: () => void;
  readonly onIssued: () => void;
}

/** Gives a coupon to members by username; says who went without, and why. */
export function IssueDialog({ type, onClose, onIssued }: IssueDialogProps): JSX.Element {
  const t = couponsText().staff;
  const formId = useId();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const outcome = useSignal<Outcome | undefined>(undefined);
  const attempt = useAttemptKey();
  const give = useAction(async (form: HTMLFormElement) => {
    if (type === undefined) return;
    const wish = { typeId: type.id, usernames: textOf(form, 'usernames').split(/[\n,，]/) };
    problem.value = undefined;
    const { issueCoupons: result } = await request(IssueCouponsDocument, {
      input: { ...wish, idempotencyKey: attempt.keyFor(wish) },
    });
    attempt.renew();
    if (result.__typename !== 'IssueCouponsSuccess') {
      problem.value = result;
      return;
    }
    outcome.value = result;
    onIssued();
  });
  const close = (): void => {
    problem.value = undefined;
    outcome.value = undefined;
    onClose();
  };
  return (
    <Dialog
      isOpen={type !== undefined}
      title={type === undefined ? '' : t.issueOf(type.name)}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{commonText().close}</Button>
          <Button type="submit" form={formId} look="primary" isBusy={give.isBusy.value}>
            {t.issueAction}
          </Button>
        </>
      }
    >
      <form id={formId} class="stack" onSubmit={submitting(give.run)} noValidate>
        <FormError>{give.fault.value ?? formError(problem.value, ['usernames'])}</FormError>
        <TextAreaField
          label={t.usernames}
          hint={t.usernamesHint}
          name="usernames"
          autocomplete="off"
          error={fieldError(problem.value, 'usernames')}
        />
        <div role="status">{outcome.value !== undefined && <Given outcome={outcome.value} />}</div>
      </form>
    </Dialog>
  );
}

function Given({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  const t = couponsText().staff;
  return (
    <>
      <p>{t.issuedTo(outcome.issuedCount)}</p>
      {outcome.failures.length > 0 && (
        <>
          <p>{t.notIssued}</p>
          <ul>
            {outcome.failures.map(({ id, message }) => (
              <li key={id}>
                {id} – {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
