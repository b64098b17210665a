import type { JSX } from 'preact';

import { reloadKept } from '../live/leave-warning.ts';
import { shellText } from '../text/shell.text.ts';
import { Button } from './button.tsx';
import { EmptyState } from './states.tsx';

/**
 * A part of the program that did not come: the network, or a new version whose server has the old file no more.
 * Browsers remember a failed import, so only loading the page again helps.
 */
export function MissingPart(): JSX.Element {
  const t = shellText().missingPart;
  return (
    <EmptyState title={t.title} action={<Button onClick={reloadKept}>{t.reload}</Button>}>
      {t.text}
    </EmptyState>
  );
}
