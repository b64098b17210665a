import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { RegisterMemberDocument } from '../../api/generated/account.ts';
import { request } from '../../api/server.ts';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { returnTarget } from '../../app/return-link.ts';
import { refreshSession, session } from '../../app/session.ts';
import { accountText } from '../../text/account.text.ts';
import { language } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { NewPasswordField } from '../../ui/new-password-field.tsx';
import { AlreadyIn } from './already-in.tsx';

const fieldNames = ['username', 'password', 'displayName', 'email', 'phone', 'birthday', 'referralCode'];

/** Register and be signed in at once; says what registering is worth. */
export function RegisterPage({ query }: PageProps): JSX.Element {
  const t = accountText().register;
  const now = session.value;
  const target = returnTarget(query['return']);
  if (now.kind === 'member') {
    return (
      <div class="narrow stack">
        <PageHeading title={t.title} />
        <AlreadyIn name={now.member.displayName} target={target} />
      </div>
    );
  }
  const points = now.kind === 'anonymous' ? now.service.welcomePoints : 0;
  return (
    <div class="narrow stack">
      <PageHeading title={t.title} />
      {points > 0 && <p class="notice">{t.gift(points)}</p>}
      <RegisterForm referral={query['ref'] ?? ''} target={target} />
      <p>
        <a href="/login">{t.logIn}</a>
      </p>
    </div>
  );
}

interface RegisterFormProps {
  readonly referral: string;
  readonly target: string;
}

function RegisterForm({ referral, target }: RegisterFormProps): JSX.Element {
  const t = accountText();
  const { route } = useLocation();
  const referralCode = useSignal(referral);
  const problem = useSignal<FormProblem | undefined>(undefined);
  const register = useAction(async (form: HTMLFormElement) => {
    problem.value = undefined;
    const input = { ...toInput(form), referralCode: referralCode.value || null };
    const { registerMember: result } = await request(RegisterMemberDocument, { input });
    problem.value = result.__typename === 'RegisterMemberSuccess' ? undefined : asProblem(result);
    if (result.__typename !== 'RegisterMemberSuccess') return;
    await refreshSession();
    route(target, true);
  });
  const errorOf = (field: string): string | undefined => fieldError(problem.value, field);
  return (
    <form class="panel stack" onSubmit={submitting(register.run)}>
      <FormError>{register.fault.value ?? formError(problem.value, fieldNames)}</FormError>
      <Field
        label={t.username}
        hint={t.register.usernameHint}
        error={errorOf('username')}
        name="username"
        autocomplete="username"
        autocapitalize="off"
        spellcheck={false}
        required
      />
      <NewPasswordField label={t.password} name="password" error={errorOf('password')} />
      <Field
        label={t.displayName}
        hint={t.register.displayNameHint}
        error={errorOf('displayName')}
        name="displayName"
        autocomplete="nickname"
        required
      />
      <MoreAboutYou errorOf={errorOf} />
      <Referral code={referralCode.value} onRemove={() => (referralCode.value = '')} />
      <p class="soft small">{t.register.terms}</p>
      <Button type="submit" look="primary" isWide isBusy={register.isBusy.value}>
        {t.register.submit}
      </Button>
    </form>
  );
}

function MoreAboutYou({ errorOf }: { readonly errorOf: (field: string) => string | undefined }): JSX.Element {
  const t = accountText().register;
  const hasError = ['email', 'phone', 'birthday'].some((field) => errorOf(field) !== undefined);
  return (
    <details open={hasError}>
      <summary>{t.more}</summary>
      <div class="stack">
        <Field
          label={t.email}
          hint={t.emailHint}
          error={errorOf('email')}
          name="email"
          type="email"
          autocomplete="email"
          isOptional
        />
        <Field
          label={t.phone}
          error={errorOf('phone')}
          name="phone"
          type="tel"
          autocomplete="tel"
          isOptional
        />
        <Field
          label={t.birthday}
          error={errorOf('birthday')}
          name="birthday"
          type="date"
          autocomplete="bday"
          isOptional
        />
      </div>
    </details>
  );
}

function Referral(props: { readonly code: string; readonly onRemove: () => void }): JSX.Element | null {
  const t = accountText().register;
  if (props.code === '') return null;
  return (
    <p class="row row-between">
      <span>{t.referralFrom(props.code)}</span>
      <Button look="quiet" onClick={props.onRemove}>
        {t.removeReferral}
      </Button>
    </p>
  );
}

/** A name that is taken belongs beside the name. */
function asProblem(result: FormProblem): FormProblem {
  return result.__typename === 'UsernameTaken' ? { ...result, field: 'username' } : result;
}

function toInput(form: HTMLFormElement) {
  const text = (name: string): string => textOf(form, name);
  return {
    username: text('username').trim(),
    password: text('password'),
    displayName: text('displayName').trim(),
    email: text('email').trim() || null,
    phone: text('phone').trim() || null,
    birthday: text('birthday') || null,
    locale: language.peek(),
  };
}
