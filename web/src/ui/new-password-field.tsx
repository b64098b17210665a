import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { commonText } from '../text/common.text.ts';
import { Field } from './field.tsx';
import { PasswordMeter } from './password-meter.tsx';

interface NewPasswordFieldProps {
  readonly label: string;
  readonly name: string;
  readonly error?: string | undefined;
}

/** A new password with its rule, its show toggle and its meter; read it from the form by its name. */
export function NewPasswordField({ label, name, error }: NewPasswordFieldProps): JSX.Element {
  const password = useSignal('');
  return (
    <Field
      label={label}
      hint={commonText().password.rule}
      error={error}
      name={name}
      type="password"
      autocomplete="new-password"
      required
      value={password}
      onInput={(event) => (password.value = event.currentTarget.value)}
    >
      <PasswordMeter password={password.value} />
    </Field>
  );
}
