import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { PageHeading } from '../../app/page-heading.tsx';
import { useRescuedFocus } from '../../app/rescue-focus.ts';
import { session } from '../../app/session.ts';
import { accountText } from '../../text/account.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { tokenFromHash } from './link-token.ts';
import { MailForm } from './mail-form.tsx';
import { RecoveryCodeForm } from './recovery-code-form.tsx';
import { ResetForm } from './reset-form.tsx';

/** Three ways on one page: ask for a link, follow the link, or use a recovery code. */
export function RecoverPage(): JSX.Element {
  const t = accountText().recover;
  const token = useSignal(tokenFromHash(location.hash));
  useEffect(() => {
    // A mailed link opened in a tab that is here already changes the fragment alone.
    const follow = (): void => void (token.value = tokenFromHash(location.hash));
    addEventListener('hashchange', follow);
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  const endedCount = useSignal<number | undefined>(undefined);
  useRescuedFocus(endedCount.value ?? token.value);
  const done = (count: number): void => {
    forgetToken();
    endedCount.value = count;
  };
  const again = (): void => {
    forgetToken();
    token.value = undefined;
  };
  if (endedCount.value !== undefined) return <Done endedCount={endedCount.value} />;
  if (token.value !== undefined) {
    return <ResetForm token={token.value} onDone={done} onAgain={again} />;
  }
  return (
    <div class="narrow stack">
      <PageHeading title={t.title} />
      <ByMail />
      <section class="panel stack" aria-labelledby="by-code">
        <h2 id="by-code">{t.byCode}</h2>
        <p class="soft">{t.byCodeText}</p>
        <RecoveryCodeForm onDone={done} />
      </section>
    </div>
  );
}

/** A link that is used up or dead is of no use in the address: a reload would only say so again. */
function forgetToken(): void {
  history.replaceState(null, '', location.pathname);
}

function ByMail(): JSX.Element {
  const t = accountText().recover;
  const now = session.value;
  const isKnown = now.kind === 'anonymous' || now.kind === 'member';
  if (isKnown && !now.service.mailIsConfigured) return <p class="notice">{t.noMail}</p>;
  return (
    <section class="panel stack" aria-labelledby="by-mail">
      <h2 id="by-mail">{t.byMail}</h2>
      <p class="soft">{t.byMailText}</p>
      <MailForm />
    </section>
  );
}

function Done({ endedCount }: { readonly endedCount: number }): JSX.Element {
  const t = accountText().recover;
  return (
    <div class="narrow stack">
      <PageHeading title={t.doneTitle} />
      <p role="status">{t.done(endedCount)}</p>
      <LinkButton look="primary" href="/login">
        {t.toLogin}
      </LinkButton>
    </div>
  );
}
