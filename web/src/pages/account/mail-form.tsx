import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { RequestPasswordResetDocument } from '../../api/generated/account.ts';
import { request } from '../../api/server.ts';
import { accountText } from '../../text/account.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import type { FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';

/** Asks for a mailed link. The answer is the same whether or not there is such a member. */
export function MailForm(): JSX.Element {
  const t = accountText().recover;
  const problem = useSignal<FormProblem | undefined>(undefined);
  const sentMessage = useSignal<string | undefined>(undefined);
  const send = useAction(async (form: HTMLFormElement) => {
    problem.value = undefined;
    const usernameOrEmail = textOf(form, 'usernameOrEmail').trim();
    const { requestPasswordReset: result } = await request(RequestPasswordResetDocument, {
      input: { usernameOrEmail },
    });
    const isSent = result.__typename === 'RequestPasswordResetSuccess';
    problem.value = isSent ? undefined : result;
    sentMessage.value = isSent ? result.message : undefined;
  });
  if (sentMessage.value !== undefined) {
    return (
      <div class="notice stack-tight" role="status">
        <strong>{t.sentTitle}</strong>
        <p>{sentMessage.value}</p>
      </div>
    );
  }
  return (
    <form class="stack" onSubmit={submitting(send.run)}>
      <FormError>{send.fault.value ?? problem.value?.message}</FormError>
      <Field
        label={t.usernameOrEmail}
        name="usernameOrEmail"
        autocomplete="username"
        autocapitalize="off"
        required
      />
      <Button type="submit" look="primary" isWide isBusy={send.isBusy.value}>
        {t.send}
      </Button>
    </form>
  );
}
