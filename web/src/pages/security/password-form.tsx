import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { ChangePasswordDocument } from '../../api/generated/security.ts';
import { request } from '../../api/server.ts';
import { securityText } from '../../text/security.text.ts';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { NewPasswordField } from '../../ui/new-password-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { CurrentPasswordField, asCurrentPasswordProblem } from './current-password.tsx';

interface PasswordFormProps {
  readonly username: string;
  readonly onChanged: () => void;
}

/** A new password for the current one; says how many other sessions it ended. */
export function PasswordForm({ username, onChanged }: PasswordFormProps): JSX.Element {
  const t = securityText();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const ended = useSignal<number | undefined>(undefined);
  // A fresh form after a success: passwords do not stay in the page.
  const round = useSignal(0);
  const change = useAction(async (form: HTMLFormElement) => {
    ended.value = undefined;
    const { changePassword: result } = await request(ChangePasswordDocument, {
      input: {
        currentPassword: textOf(form, 'currentPassword'),
        newPassword: textOf(form, 'newPassword'),
      },
    });
    problem.value =
      result.__typename === 'ChangePasswordSuccess' ? undefined : asCurrentPasswordProblem(result);
    if (result.__typename !== 'ChangePasswordSuccess') return;
    ended.value = result.sessionsEnded;
    round.value += 1;
    onChanged();
  });
  return (
    <section class="panel stack" aria-labelledby="password-title">
      <h2 id="password-title">{t.password.title}</h2>
      <p class="soft small">{t.password.hint}</p>
      <form key={round.value} class="stack" onSubmit={submitting(change.run)}>
        <FormError>
          {change.fault.value ?? formError(problem.value, ['currentPassword', 'newPassword'])}
        </FormError>
        {/* Password managers look for the name that the password belongs to. */}
        <input
          class="visually-hidden"
          name="username"
          autocomplete="username"
          value={username}
          readOnly
          hidden
        />
        <CurrentPasswordField problem={problem.value} />
        <NewPasswordField
          label={t.password.next}
          name="newPassword"
          error={fieldError(problem.value, 'newPassword')}
        />
        <div class="row">
          <Button type="submit" look="primary" isBusy={change.isBusy.value}>
            {t.password.submit}
          </Button>
        </div>
      </form>
      <div role="status">
        {ended.value !== undefined && <p class="notice">{t.password.done(ended.value)}</p>}
      </div>
    </section>
  );
}
