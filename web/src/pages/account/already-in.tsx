import type { JSX } from 'preact';

import { accountText } from '../../text/account.text.ts';
import { LinkButton } from '../../ui/button.tsx';

interface AlreadyInProps {
  readonly name: string;
  /** Where the reader was going. */
  readonly target: string;
}

/** Instead of a form to log in or register with, for somebody who is signed in here. */
export function AlreadyIn({ name, target }: AlreadyInProps): JSX.Element {
  const t = accountText().login;
  return (
    <div class="panel stack">
      <p>{t.alreadyIn(name)}</p>
      <LinkButton look="primary" href={target}>
        {t.toOffice}
      </LinkButton>
    </div>
  );
}
