import type { JSX } from 'preact';

import { shellText } from '../text/shell.text.ts';
import { LinkButton } from '../ui/button.tsx';
import { PageHeading } from './page-heading.tsx';

/** Nothing lives at this address. Pages show it too for an id that is not there or not theirs to see. */
export function NotFoundPage(): JSX.Element {
  const t = shellText().notFound;
  return (
    <>
      <PageHeading title={t.title} />
      <p class="prose">{t.text}</p>
      <p>
        <LinkButton look="primary" href="/">
          {t.home}
        </LinkButton>
      </p>
    </>
  );
}
