import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

import { CreateTranscriptDocument, StartLiveDocument } from '../../api/generated/room.ts';
import type { Visibility } from '../../api/generated/types.ts';
import { newId, request } from '../../api/server.ts';
import { session } from '../../app/session.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { rememberFreshPassword } from './fresh-password.ts';
import { VisibilityField } from './visibility-field.tsx';

interface StartFormProps {
  readonly balance: number;
  readonly hasDefaultPassword: boolean;
  /** The transcript was made but could not go live: what waits to be continued has changed. */
  readonly onFailed: () => void;
}

type PasswordChoice = 'default' | 'generated' | 'own';

const fieldNames = ['title', 'viewPassword'];

/** One press makes the transcript, goes live and opens the room. */
export function StartForm({ balance, hasDefaultPassword, onFailed }: StartFormProps): JSX.Element {
  const t = roomText().start;
  const { route } = useLocation();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const choice = useSignal<PasswordChoice>(hasDefaultPassword ? 'default' : 'generated');
  // The same id for every press: neither a lost answer nor a lack of points makes a second transcript.
  const id = useRef(newId());
  const start = useAction(async (form: HTMLFormElement) => {
    const own = choice.peek() === 'own' ? textOf(form, 'viewPassword') : null;
    const { createTranscript: made } = await request(CreateTranscriptDocument, {
      input: {
        id: id.current,
        title: textOf(form, 'title'),
        visibility: textOf(form, 'visibility') as Visibility,
        viewPassword: own,
        generateViewPassword: choice.peek() === 'generated',
      },
    });
    problem.value = made.__typename === 'CreateTranscriptSuccess' ? undefined : made;
    if (made.__typename !== 'CreateTranscriptSuccess') return;
    const password = made.viewPassword ?? own;
    if (password !== null) rememberFreshPassword(made.transcript.id, password);
    const { startLive: started } = await request(StartLiveDocument, {
      input: { transcriptId: made.transcript.id },
    });
    if (started.__typename === 'StartLiveSuccess') return route(`/transcribe/${made.transcript.id}`);
    problem.value = started;
    onFailed();
  });
  return (
    <form class="panel stack" onSubmit={submitting(start.run)} aria-label={t.newTitle}>
      <FormError>{start.fault.value ?? formError(problem.value, fieldNames)}</FormError>
      <Field
        label={t.titleLabel}
        error={fieldError(problem.value, 'title')}
        name="title"
        autocomplete="off"
        defaultValue={t.defaultTitle(new Date().toISOString())}
        required
      />
      <VisibilityField />
      <SelectField
        label={t.password}
        value={choice.value}
        onChange={(event) => (choice.value = event.currentTarget.value as PasswordChoice)}
      >
        {hasDefaultPassword && <option value="default">{t.passwords.default}</option>}
        <option value="generated">{t.passwords.generated}</option>
        <option value="own">{t.passwords.own}</option>
      </SelectField>
      {choice.value === 'own' && (
        <Field
          label={t.ownPassword}
          hint={t.ownPasswordHint}
          error={fieldError(problem.value, 'viewPassword')}
          name="viewPassword"
          type="password"
          autocomplete="off"
          required
        />
      )}
      <Button type="submit" look="primary" isWide isBusy={start.isBusy.value}>
        {t.submit}
      </Button>
      {session.value.kind === 'member' && (
        <p class="soft small">{t.price(session.value.service.pointsPerMinute, balance)}</p>
      )}
    </form>
  );
}
