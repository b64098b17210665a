import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { SharedTranscriptDoorQuery } from '../api/generated/types.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { FormError } from '../ui/form-error.tsx';
import { submitting } from '../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../ui/form-problem.ts';
import { nowMs } from '../ui/network.ts';
import { useAction } from '../ui/use-action.ts';

export type Door = NonNullable<SharedTranscriptDoorQuery['sharedTranscript']>;

interface GateProps {
  readonly shareCode: string;
  readonly door: Door;
  /** The view password that an invitation's link brought along. */
  readonly invitedBy: string | null;
  readonly onOpened: () => void;
}

const nicknameKey = 'scribecast.nickname';
const fieldNames = ['viewPassword', 'nickname'];

/** Title and host are visible before the password; the right one sets a cookie for this transcript alone. */
export function Gate({ shareCode, door, invitedBy, onOpened }: GateProps): JSX.Element {
  const t = readerText();
  /** When the next attempt is looked at, by the device's clock. */
  const lockedUntil = useSignal(0);
  const problem = useSignal<FormProblem | undefined>(undefined);
  const open = useAction(async (form: HTMLFormElement) => {
    const { enter } = await import('./enter.ts');
    const refusal = await enter({ shareCode, form, nicknameKey });
    problem.value = refusal;
    if (refusal === undefined) onOpened();
    else if (refusal.retryAfterSeconds !== undefined)
      lockedUntil.value = Date.now() + refusal.retryAfterSeconds * 1_000;
  });
  const lockedFor = Math.ceil((lockedUntil.value - nowMs.value) / 1_000);
  return (
    <div class="reader">
      <header class="reader-head">
        <h1>{door.title}</h1>
        <p class="row soft">
          {t.by(door.owner.displayName)}
          <span class={`chip${door.status === 'LIVE' ? ' live' : ''}`}>{t.status[door.status]}</span>
        </p>
      </header>
      <form class="panel stack" onSubmit={submitting((form) => lockedFor > 0 || open.run(form))}>
        <FormError>{open.fault.value ?? formError(problem.value, fieldNames)}</FormError>
        <Field
          label={t.gate.password}
          error={fieldError(problem.value, 'viewPassword')}
          name="viewPassword"
          type="password"
          autocomplete="off"
          enterkeyhint="go"
          defaultValue={invitedBy ?? ''}
          required
        />
        <Field
          label={t.gate.nickname}
          hint={t.gate.nicknameHint}
          error={fieldError(problem.value, 'nickname')}
          name="nickname"
          autocomplete="nickname"
          defaultValue={rememberedNickname()}
          required
        />
        <Button type="submit" look="primary" isWide isBusy={open.isBusy.value || lockedFor > 0}>
          {t.gate.enter}
          {lockedFor > 0 && ` (${lockedFor})`}
        </Button>
      </form>
    </div>
  );
}

function rememberedNickname(): string {
  try {
    return localStorage.getItem(nicknameKey) ?? '';
  } catch {
    return '';
  }
}
