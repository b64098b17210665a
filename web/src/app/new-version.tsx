import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { reloadKept } from '../live/leave-warning.ts';
import { shellText } from '../text/shell.text.ts';
import { Button } from '../ui/button.tsx';
import { isOutdated } from './session.ts';

/** The site was updated while the page was open: said once, quietly; it can wait. Mount it once. */
export function NewVersion(): JSX.Element {
  const t = shellText();
  const isPutOff = useSignal(false);
  return (
    <div role="status">
      {isOutdated.value && !isPutOff.value && (
        <div class="new-version row small">
          <span>{t.newVersion}</span>
          <Button onClick={reloadKept}>{t.missingPart.reload}</Button>
          <Button look="quiet" onClick={() => (isPutOff.value = true)}>
            {t.later}
          </Button>
        </div>
      )}
    </div>
  );
}
