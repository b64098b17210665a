import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { SetUpOperatorDocument } from '../../api/generated/account.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { refreshSession } from '../../app/session.ts';
import { accountText } from '../../text/account.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { NewPasswordField } from '../../ui/new-password-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { tokenFromHash } from './link-token.ts';

const fieldNames = ['username', 'password', 'displayName'];

/** The first operator, by the link that the service printed at its first start. */
export function SetupPage(): JSX.Element {
  const t = accountText().setup;
  const token = tokenFromHash(location.hash);
  return (
    <div class="narrow stack">
      <PageHeading title={t.title} />
      {token === undefined ? (
        <p class="notice error">{t.noToken}</p>
      ) : (
        <>
          <p>{t.intro}</p>
          <SetupForm token={token} />
        </>
      )}
    </div>
  );
}

function SetupForm({ token }: { readonly token: string }): JSX.Element {
  const t = accountText();
  const { route } = useLocation();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const setUp = useAction(async (form: HTMLFormElement) => {
    problem.value = undefined;
    const { setUpOperator: result } = await request(SetUpOperatorDocument, {
      input: {
        token,
        username: textOf(form, 'username').trim(),
        password: textOf(form, 'password'),
        displayName: textOf(form, 'displayName').trim(),
      },
    });
    problem.value = result.__typename === 'SetUpOperatorSuccess' ? undefined : result;
    if (result.__typename !== 'SetUpOperatorSuccess') return;
    await refreshSession();
    showToast({ text: t.setup.done });
    route('/staff', true);
  });
  return (
    <form class="panel stack" onSubmit={submitting(setUp.run)}>
      <FormError>{setUp.fault.value ?? formError(problem.value, fieldNames)}</FormError>
      <Field
        label={t.username}
        error={fieldError(problem.value, 'username')}
        name="username"
        autocomplete="username"
        autocapitalize="off"
        spellcheck={false}
        required
      />
      <NewPasswordField label={t.password} name="password" error={fieldError(problem.value, 'password')} />
      <Field
        label={t.displayName}
        error={fieldError(problem.value, 'displayName')}
        name="displayName"
        required
      />
      <Button type="submit" look="primary" isWide isBusy={setUp.isBusy.value}>
        {t.setup.submit}
      </Button>
    </form>
  );
}
