import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { programmeText } from '../../../text/programme.text.ts';
import { Button } from '../../../ui/button.tsx';
import type { Action } from '../../../ui/use-action.ts';

interface DraftBarProps {
  readonly count: number;
  readonly look: Action<[]>;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

/** What has been written and is not saved: to be looked at, saved, or given up. */
export function DraftBar({ count, look, onDiscard, onSave }: DraftBarProps): JSX.Element {
  const t = programmeText();
  const status = useRef<HTMLSpanElement>(null);
  const discard = (): void => {
    // The button goes with the changes; the focus must not.
    status.current?.focus();
    onDiscard();
  };
  return (
    <div class="draft-bar row">
      <span ref={status} role="status" tabIndex={-1}>
        {t.changed(count)}
      </span>
      {look.fault.value !== undefined && <span role="alert">{look.fault.value}</span>}
      {count > 0 && (
        <>
          <Button look="quiet" onClick={discard}>
            {t.discard}
          </Button>
          <Button isBusy={look.isBusy.value} onClick={() => look.run()}>
            {t.preview}
          </Button>
          <Button look="primary" onClick={onSave}>
            {t.save}
          </Button>
        </>
      )}
    </div>
  );
}
