import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { OpenTranscriptDocument } from '../api/generated/reader.ts';
import type { SharedTranscriptDoorQuery } from '../api/generated/types.ts';
import { request, socket } from '../api/server.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { FormError } from '../ui/form-error.tsx';
import { submitting, textOf } from '../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../ui/form-problem.ts';
import { useAction } from '../ui/use-action.ts';

export type Door = NonNullable<SharedTranscriptDoorQuery['sharedTranscript']>;

interface GateProps {
  readonly shareCode: string;
  readonly door: Door;
  readonly onOpened: () => void;
}

const nicknameKey = 'scribecast.nickname';
const fieldNames = ['viewPassword', 'nickname'];

/** Title and host are visible before the password; the right one sets a cookie for this transcript alone. */
export function Gate({ shareCode, door, onOpened }: GateProps): JSX.Element {
  const t = readerText();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const open = useAction(async (form: HTMLFormElement) => {
    const nickname = textOf(form, 'nickname').trim();
    const { openTranscript: result } = await request(OpenTranscriptDocument, {
      input: { shareCode, nickname, viewPassword: textOf(form, 'viewPassword') },
    });
    problem.value = result.__typename === 'OpenTranscriptSuccess' ? undefined : asProblem(result);
    if (result.__typename !== 'OpenTranscriptSuccess') return;
    rememberNickname(nickname);
    // A line from before the door was opened is still the line of somebody who may not read.
    socket.reconnect();
    onOpened();
  });
  return (
    <div class="reader">
      <header class="reader-head">
        <h1>{door.title}</h1>
        <p class="row soft">
          {t.by(door.owner.displayName)}
          <span class={`chip${door.status === 'LIVE' ? ' live' : ''}`}>{t.status[door.status]}</span>
        </p>
      </header>
      <form class="panel stack" onSubmit={submitting(open.run)}>
        <FormError>{open.fault.value ?? formError(problem.value, fieldNames)}</FormError>
        <Field
          label={t.gate.password}
          error={fieldError(problem.value, 'viewPassword')}
          name="viewPassword"
          type="password"
          autocomplete="off"
          enterkeyhint="go"
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
        <Button type="submit" look="primary" isWide isBusy={open.isBusy.value}>
          {t.gate.enter}
        </Button>
      </form>
    </div>
  );
}

function asProblem(result: FormProblem): FormProblem {
  return result.__typename === 'WrongViewPassword' ? { ...result, field: 'viewPassword' } : result;
}

function rememberedNickname(): string {
  try {
    return localStorage.getItem(nicknameKey) ?? '';
  } catch {
    return '';
  }
}

function rememberNickname(nickname: string): void {
  try {
    localStorage.setItem(nicknameKey, nickname);
  } catch {
    // Storage may be forbidden: the name then has to be typed again next time.
  }
}
