import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { SetDefaultViewPasswordDocument } from '../../api/generated/settings.ts';
import { request } from '../../api/server.ts';
import { settingsText } from '../../text/settings.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';

interface ViewPasswordFormProps {
  readonly isSet: boolean;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSaved: (isSet: boolean) => void;
}

/** 业务查看密码 (M18.11): what new transcripts get; those that exist keep theirs, and the page says so. */
export function ViewPasswordForm({ isSet, onDirty, onSaved }: ViewPasswordFormProps): JSX.Element {
  const t = settingsText().viewPassword;
  const words = settingsText();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const outcome = useSignal<string | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const round = useSignal(0);
  const isRemoving = useRef(false);
  const save = useAction(async (filled: HTMLFormElement) => {
    outcome.value = undefined;
    const viewPassword = isRemoving.current ? null : textOf(filled, 'viewPassword');
    isRemoving.current = false;
    const { setDefaultViewPassword: result } = await request(SetDefaultViewPasswordDocument, {
      input: { viewPassword, currentPassword: textOf(filled, 'accountPassword') },
    });
    problem.value = result.__typename === 'SetDefaultViewPasswordSuccess' ? undefined : asProblem(result);
    if (result.__typename !== 'SetDefaultViewPasswordSuccess') return;
    outcome.value = viewPassword === null ? t.removed : words.saved;
    round.value += 1;
    onDirty(false);
    onSaved(result.member.defaultViewPasswordSet);
  });
  /** Removing needs the account's password alone. */
  const remove = (): void => {
    const account = form.current?.elements.namedItem('accountPassword');
    if (form.current === null || !(account instanceof HTMLInputElement) || !account.reportValidity()) return;
    isRemoving.current = true;
    save.run(form.current);
  };
  return (
    <form
      key={round.value}
      ref={form}
      class="panel stack"
      aria-labelledby="view-password-title"
      onInput={() => onDirty(form.current !== null && textOf(form.current, 'viewPassword') !== '')}
      onSubmit={submitting(save.run)}
    >
      <h2 id="view-password-title">{t.title}</h2>
      <p class="soft small">{t.what}</p>
      <p>{isSet ? t.isSet : t.isNotSet}</p>
      <FormError>
        {save.fault.value ?? formError(problem.value, ['viewPassword', 'currentPassword'])}
      </FormError>
      <Field
        label={t.label}
        hint={t.hint}
        name="viewPassword"
        type="password"
        autocomplete="off"
        required
        error={fieldError(problem.value, 'viewPassword')}
      />
      <Field
        label={t.account}
        name="accountPassword"
        type="password"
        autocomplete="current-password"
        required
        error={fieldError(problem.value, 'currentPassword')}
      />
      <div class="row">
        <Button type="submit" look="primary" isBusy={save.isBusy.value}>
          {t.save}
        </Button>
        {isSet && <Button onClick={remove}>{t.remove}</Button>}
        <span role="status">
          {outcome.value !== undefined && <span class="saved">✓ {outcome.value}</span>}
        </span>
      </div>
    </form>
  );
}

function asProblem(problem: FormProblem): FormProblem {
  return problem.__typename === 'WrongPassword' ? { ...problem, field: 'currentPassword' } : problem;
}
