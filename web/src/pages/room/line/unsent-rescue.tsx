import type { JSX } from 'preact';

import type { JournalFault } from '../../../live/journal.ts';
import type { Outbox } from '../../../live/outbox.ts';
import { lineText } from '../../../text/line.text.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { saveTextFile } from '../../../ui/save-text-file.ts';
import { unsentText } from './unsent-text.ts';

interface UnsentRescueProps {
  readonly outbox: Outbox;
  readonly fault: JournalFault;
}

/** The device keeps nothing: says why, and lets the writer take along what has not been sent. */
export function UnsentRescue({ outbox, fault }: UnsentRescueProps): JSX.Element {
  const t = lineText();
  const text = unsentText(outbox.pending.value, outbox.draft.value);
  return (
    <div class="notice warn small stack-tight save-notice" role="status">
      <p>{t.fault[fault]}</p>
      {text !== '' && (
        <div class="row">
          <CopyButton text={text}>{t.copyUnsent}</CopyButton>
          <Button onClick={() => saveTextFile({ name: t.unsentFile, text })}>{t.downloadUnsent}</Button>
        </div>
      )}
    </div>
  );
}
