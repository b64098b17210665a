import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { SetRoomViewPasswordDocument } from '../../api/generated/room.ts';
import { request } from '../../api/server.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { rememberFreshPassword } from './fresh-password.ts';
import type { RoomParts } from './room-parts.ts';

interface ViewPasswordFormProps extends RoomParts {
  readonly isSet: boolean;
}

/** Sets or makes a view password. Where there is one, it asks first: everybody who came in by it is put out. */
export function ViewPasswordForm({ transcriptId, meter, isSet }: ViewPasswordFormProps): JSX.Element {
  const t = roomText();
  const isOwn = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  /** What waits for a confirmation: one's own password, or null for one that is made. */
  const asked = useSignal<{ readonly own: string | null } | null>(null);
  const set = useAction(async (own: string | null) => {
    const { setViewPassword: result } = await request(SetRoomViewPasswordDocument, {
      input: { transcriptId, viewPassword: own },
    });
    asked.value = null;
    problem.value = result.__typename === 'SetViewPasswordSuccess' ? undefined : result.message;
    if (result.__typename !== 'SetViewPasswordSuccess') return;
    rememberFreshPassword(transcriptId, result.viewPassword ?? own ?? '');
    if (isSet) showToast({ text: t.share.signedOut(result.viewersSignedOut) });
    isOwn.value = false;
    meter.reload();
  });
  const begin = (own: string | null): void => {
    if (isSet) asked.value = { own };
    else set.run(own);
  };
  return (
    <form class="stack-tight" onSubmit={submitting((form) => begin(textOf(form, 'viewPassword')))}>
      <div class="row">
        <Button isBusy={set.isBusy.value} onClick={() => begin(null)}>
          {t.share.generate}
        </Button>
        <Button aria-expanded={isOwn.value} onClick={() => (isOwn.value = !isOwn.value)}>
          {t.share.own}
        </Button>
      </div>
      {isOwn.value && (
        <Field
          label={t.start.ownPassword}
          hint={t.start.ownPasswordHint}
          error={problem.value}
          name="viewPassword"
          type="password"
          autocomplete="off"
          required
        >
          <div class="row">
            <Button type="submit" look="primary" isBusy={set.isBusy.value}>
              {t.share.set}
            </Button>
          </div>
        </Field>
      )}
      {set.fault.value !== undefined && <p role="alert">{set.fault.value}</p>}
      <ConfirmDialog
        isOpen={asked.value !== null}
        title={t.share.changeTitle}
        action={t.share.change}
        isBusy={set.isBusy.value}
        onConfirm={() => set.run(asked.peek()?.own ?? null)}
        onClose={() => (asked.value = null)}
      >
        <p>{t.share.changeText}</p>
      </ConfirmDialog>
    </form>
  );
}
