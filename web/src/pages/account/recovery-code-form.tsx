import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { UseRecoveryCodeDocument } from '../../api/generated/account.ts';
import { request } from '../../api/server.ts';
import { accountText } from '../../text/account.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { NewPasswordField } from '../../ui/new-password-field.tsx';
import { useAction } from '../../ui/use-action.ts';

const fieldNames = ['username', 'recoveryCode', 'newPassword'];

interface RecoveryCodeFormProps {
  /** Called with the number of sessions that the new password ended. */
  readonly onDone: (sessionsEnded: number) => void;
}

/** A new password on one of the ten codes saved earlier: the way back in without mail. */
export function RecoveryCodeForm({ onDone }: RecoveryCodeFormProps): JSX.Element {
  const t = accountText();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const recover = useAction(async (form: HTMLFormElement) => {
    problem.value = undefined;
    const { useRecoveryCode: result } = await request(UseRecoveryCodeDocument, {
      input: {
        username: textOf(form, 'username').trim(),
        recoveryCode: textOf(form, 'recoveryCode').trim(),
        newPassword: textOf(form, 'newPassword'),
      },
    });
    if (result.__typename === 'UseRecoveryCodeSuccess') return onDone(result.sessionsEnded);
    problem.value = result;
  });
  return (
    <form class="stack" onSubmit={submitting(recover.run)}>
      <FormError>{recover.fault.value ?? formError(problem.value, fieldNames)}</FormError>
      <Field
        label={t.username}
        error={fieldError(problem.value, 'username')}
        name="username"
        autocomplete="username"
        autocapitalize="off"
        required
      />
      <Field
        label={t.recover.recoveryCode}
        error={fieldError(problem.value, 'recoveryCode')}
        name="recoveryCode"
        autocomplete="one-time-code"
        autocapitalize="off"
        spellcheck={false}
        required
      />
      <NewPasswordField
        label={t.newPassword}
        name="newPassword"
        error={fieldError(problem.value, 'newPassword')}
      />
      <Button type="submit" isWide isBusy={recover.isBusy.value}>
        {t.recover.submit}
      </Button>
    </form>
  );
}
