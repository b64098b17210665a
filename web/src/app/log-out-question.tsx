import type { JSX } from 'preact';

import { leavingText } from '../text/leaving.text.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import type { KeptHere } from './forget-device.ts';

interface LogOutQuestionProps {
  readonly kept: KeptHere;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asked only where something would be gone, or has to wait. */
export function LogOutQuestion({ kept, onConfirm, onClose }: LogOutQuestionProps): JSX.Element {
  const t = leavingText();
  return (
    <ConfirmDialog isOpen title={t.title} action={t.action} onConfirm={onConfirm} onClose={onClose}>
      <p>{t.cleared}</p>
      {kept.notes > 0 && <p>{t.notes(kept.notes)}</p>}
      {kept.isUnsent && <p>{t.unsent}</p>}
    </ConfirmDialog>
  );
}
