import type { JSX } from 'preact';

import { contentText } from '../../text/content.text.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import type { Failure } from './batches.ts';

interface BatchDialogProps {
  /** What is about to go; nothing: the dialog is closed. */
  readonly titles: readonly string[];
  readonly title: string;
  readonly what: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly fault: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

const titlesShown = 5;

/** Names the count and the first titles before anything goes. */
export function BatchDialog({ titles, what, fault, ...dialog }: BatchDialogProps): JSX.Element {
  const t = contentText().deleteDialog;
  const more = titles.length - titlesShown;
  return (
    <ConfirmDialog {...dialog} isOpen={titles.length > 0} isDangerous>
      <FormError>{fault}</FormError>
      <ul>
        {titles.slice(0, titlesShown).map((title, index) => (
          <li key={index}>{title}</li>
        ))}
        {more > 0 && <li>{t.more(more)}</li>}
      </ul>
      <p>{what}</p>
    </ConfirmDialog>
  );
}

interface FailuresProps {
  readonly failures: readonly Failure[];
  readonly titleOf: (id: string) => string;
}

/** What a batch could not do, and why, one by one. */
export function Failures({ failures, titleOf }: FailuresProps): JSX.Element {
  const t = contentText();
  return (
    <div role="alert">
      {failures.length > 0 && (
        <div class="notice error">
          <p>{t.failures(failures.length)}</p>
          <ul>
            {failures.map(({ id, message }) => (
              <li key={id}>
                {titleOf(id)}：{message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
