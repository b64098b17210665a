import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { InviteToCrewDocument } from '../../../api/generated/crew.ts';
import type { InvitedRole } from '../../../api/generated/types.ts';
import { request } from '../../../api/server.ts';
import { crewText } from '../../../text/crew.text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, SelectField } from '../../../ui/field.tsx';
import { useAction } from '../../../ui/use-action.ts';

interface InviteFormProps {
  readonly transcriptId: string;
  readonly onDone: () => void;
}

/** The owner lets somebody in by their username, and is told who pays. */
export function InviteForm({ transcriptId, onDone }: InviteFormProps): JSX.Element {
  const t = crewText();
  const form = useRef<HTMLFormElement>(null);
  const problem = useSignal<string | undefined>(undefined);
  const isDone = useSignal(false);
  const invite = useAction(async () => {
    const fields = new FormData(form.current ?? undefined);
    const username = (fields.get('username') as string).trim();
    const role = fields.get('role') as InvitedRole;
    const { inviteToCrew: result } = await request(InviteToCrewDocument, {
      input: { transcriptId, username, role },
    });
    problem.value = result.__typename === 'InviteToCrewSuccess' ? undefined : result.message;
    isDone.value = problem.peek() === undefined;
    if (isDone.peek()) form.current?.reset();
    onDone();
  });
  return (
    <details class="crew-invite">
      <summary>{t.invite}</summary>
      <form
        ref={form}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          invite.run();
        }}
      >
        <Field
          name="username"
          label={t.username}
          hint={t.usernameHint}
          error={problem.value ?? invite.fault.value}
          maxLength={32}
          autocomplete="off"
          required
        />
        <SelectField name="role" label={t.role} hint={t.roleHint}>
          <option value="WRITER">{t.roles.WRITER}</option>
          <option value="ORGANISER">{t.roles.ORGANISER}</option>
        </SelectField>
        <Button type="submit" look="primary" isBusy={invite.isBusy.value}>
          {t.submit}
        </Button>
        <p role="status" class="small">
          {isDone.value ? t.invited : ''}
        </p>
      </form>
    </details>
  );
}
