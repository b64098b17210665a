import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { PasswordResetLinkDocument, ResetPasswordDocument } from '../../api/generated/account.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { accountText } from '../../text/account.text.ts';
import { formatDateTime } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { NewPasswordField } from '../../ui/new-password-field.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';

interface ResetFormProps {
  readonly token: string;
  readonly onDone: (sessionsEnded: number) => void;
  readonly onAgain: () => void;
}

/** Follows the mailed link: a new password, and the security question's answer where one is set. */
export function ResetForm({ token, onDone, onAgain }: ResetFormProps): JSX.Element {
  const t = accountText().recover;
  const { state, reload } = useQuery(PasswordResetLinkDocument, { token });
  const { result, error } = state.value;
  const link = result?.passwordReset;
  if (link === undefined) {
    return error === undefined ? <Skeleton /> : <ErrorState error={error} onRetry={reload} />;
  }
  if (link === null) return <BadLink onAgain={onAgain} />;
  return (
    <div class="narrow stack">
      <PageHeading title={t.newTitle} />
      <p class="soft">{t.expires(formatDateTime(link.expiresAt))}</p>
      <NewPasswordForm token={token} question={link.securityQuestion} onDone={onDone} onBadLink={reload} />
    </div>
  );
}

function BadLink({ onAgain }: { readonly onAgain: () => void }): JSX.Element {
  const t = accountText().recover;
  return (
    <div class="narrow stack">
      <PageHeading title={t.badLinkTitle} />
      <p>{t.badLink}</p>
      <Button look="primary" onClick={onAgain}>
        {t.again}
      </Button>
    </div>
  );
}

interface NewPasswordFormProps extends Pick<ResetFormProps, 'token' | 'onDone'> {
  readonly question: string | null;
  readonly onBadLink: () => void;
}

function NewPasswordForm({ token, question, onDone, onBadLink }: NewPasswordFormProps): JSX.Element {
  const t = accountText();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const reset = useAction(async (form: HTMLFormElement) => {
    problem.value = undefined;
    const { resetPassword: result } = await request(ResetPasswordDocument, {
      input: {
        token,
        newPassword: textOf(form, 'newPassword'),
        securityAnswer: question === null ? null : textOf(form, 'securityAnswer'),
      },
    });
    if (result.__typename === 'ResetPasswordSuccess') return onDone(result.sessionsEnded);
    if (result.__typename === 'InvalidToken') return onBadLink();
    problem.value =
      result.__typename === 'WrongSecurityAnswer' ? { ...result, field: 'securityAnswer' } : result;
  });
  const answerError = fieldError(problem.value, 'securityAnswer');
  return (
    <form class="panel stack" onSubmit={submitting(reset.run)}>
      <FormError>
        {reset.fault.value ?? formError(problem.value, ['newPassword', 'securityAnswer'])}
      </FormError>
      {question !== null && (
        <Field label={question} error={answerError} name="securityAnswer" autocomplete="off" required />
      )}
      <NewPasswordField
        label={t.newPassword}
        name="newPassword"
        error={fieldError(problem.value, 'newPassword')}
      />
      <Button type="submit" look="primary" isWide isBusy={reset.isBusy.value}>
        {t.recover.submit}
      </Button>
    </form>
  );
}
