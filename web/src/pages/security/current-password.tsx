import type { JSX } from 'preact';

import { securityText } from '../../text/security.text.ts';
import { Field } from '../../ui/field.tsx';
import { fieldError, type FormProblem } from '../../ui/form-problem.ts';

/** The account's password, asked again before something that guards it changes. */
export function CurrentPasswordField({
  problem,
}: {
  readonly problem: FormProblem | undefined;
}): JSX.Element {
  const t = securityText();
  return (
    <Field
      label={t.currentPassword}
      name="currentPassword"
      type="password"
      autocomplete="current-password"
      required
      error={fieldError(problem, 'currentPassword')}
    />
  );
}

/** A wrong password belongs beside the field that asked for it. */
export function asCurrentPasswordProblem(problem: FormProblem): FormProblem {
  return problem.__typename === 'WrongPassword' ? { ...problem, field: 'currentPassword' } : problem;
}
