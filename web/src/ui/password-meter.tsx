import type { JSX } from 'preact';

import { commonText } from '../text/common.text.ts';
import { guessStrength, passwordCharactersMin } from './password-strength.ts';

/** Tells while typing how a new password stands; give it to a `Field` as its child. */
export function PasswordMeter({ password }: { readonly password: string }): JSX.Element | null {
  const t = commonText().password;
  if (password === '') return null;
  const strength = guessStrength(password);
  const missing = passwordCharactersMin - [...password].length;
  return (
    <>
      <div class="meter" aria-hidden="true">
        <span data-strength={strength} />
      </div>
      <p class="soft small" aria-live="polite">
        {missing > 0 ? t.tooShort(missing) : t[strength]}
      </p>
    </>
  );
}
