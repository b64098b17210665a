import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { LogInDocument } from '../../api/generated/session.ts';
import { request } from '../../api/server.ts';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { returnTarget } from '../../app/return-link.ts';
import { refreshSession, session } from '../../app/session.ts';
import { accountText } from '../../text/account.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import type { FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { AlreadyIn } from './already-in.tsx';

/** One form, one generic failure, and back to the page that asked for it. */
export function LoginPage({ query }: PageProps): JSX.Element {
  const t = accountText();
  const now = session.value;
  const wanted = query['return'];
  return (
    <div class="narrow stack">
      <PageHeading title={t.login.title} />
      {now.kind === 'member' ? (
        <AlreadyIn name={now.member.displayName} target={returnTarget(wanted)} />
      ) : (
        <>
          {wanted !== undefined && <p class="notice">{t.login.returnNotice}</p>}
          <LoginForm target={returnTarget(wanted)} />
          <p>
            <a href="/recover">{t.login.forgot}</a>
          </p>
          <p>
            <a href="/register">{t.login.register}</a>
          </p>
        </>
      )}
    </div>
  );
}

function LoginForm({ target }: { readonly target: string }): JSX.Element {
  const t = accountText();
  const { route } = useLocation();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const logIn = useAction(async (form: HTMLFormElement) => {
    const { logIn: result } = await request(LogInDocument, {
      input: {
        username: textOf(form, 'username'),
        password: textOf(form, 'password'),
        remember: new FormData(form).has('remember'),
      },
    });
    problem.value = result.__typename === 'LogInSuccess' ? undefined : result;
    if (result.__typename !== 'LogInSuccess') return;
    await refreshSession();
    route(target, true);
  });
  return (
    <form class="panel stack" onSubmit={submitting(logIn.run)}>
      <FormError>{logIn.fault.value ?? problem.value?.message}</FormError>
      <Field label={t.username} name="username" autocomplete="username" autocapitalize="off" required />
      <Field label={t.password} name="password" type="password" autocomplete="current-password" required />
      <label class="row">
        <input type="checkbox" name="remember" /> {t.login.remember}
      </label>
      <Button type="submit" look="primary" isWide isBusy={logIn.isBusy.value}>
        {t.login.submit}
      </Button>
    </form>
  );
}
