import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { ChangeDoorDocument } from '../../../api/generated/desk.ts';
import type { Admission, ChangeDoorInput } from '../../../api/generated/types.ts';
import { request } from '../../../api/server.ts';
import { deskText } from '../../../text/desk.text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, SelectField, TextAreaField } from '../../../ui/field.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { submitting, textOf } from '../../../ui/form-fields.ts';
import { showToast } from '../../../ui/toasts.tsx';
import { useAction, type Action } from '../../../ui/use-action.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { refused } from '../../content/refused.ts';
import { embedSnippet } from './share-links.ts';
import { momentOf, type UntilChoice } from './until-moments.ts';
import type { Desk } from './use-desk.ts';

interface DoorPartProps {
  readonly transcriptId: string;
  readonly desk: Desk;
}

function useChange({ transcriptId, desk }: DoorPartProps): Action<[Omit<ChangeDoorInput, 'transcriptId'>]> {
  return useAction(async (change: Omit<ChangeDoorInput, 'transcriptId'>) => {
    const { changeDoor: result } = await request(ChangeDoorDocument, { input: { transcriptId, ...change } });
    if (result.__typename !== 'ChangeDoorSuccess') throw refused(result.message);
    desk.value = result.door;
    showToast({ text: deskText().door.saved });
  });
}

/** What the right password does, and until when it does. */
export function DoorPart(props: DoorPartProps): JSX.Element | null {
  const t = deskText().door;
  const change = useChange(props);
  const choice = useSignal<UntilChoice | 'KEEP'>('KEEP');
  const door = props.desk.value;
  if (door === null) return null;
  const setUntil = (form: HTMLFormElement): void => {
    if (choice.peek() === 'KEEP') return;
    const moment = momentOf(choice.peek() as UntilChoice, textOf(form, 'date'), new Date());
    if (moment === undefined) return;
    change.run({ viewersUntil: moment && moment.toISOString() });
    choice.value = 'KEEP';
  };
  return (
    <>
      <FormError>{change.fault.value}</FormError>
      <SelectField
        label={t.admission}
        hint={t.admissionHint}
        value={door.admission}
        onChange={(event) => change.run({ admission: event.currentTarget.value as Admission })}
      >
        {(['OPEN', 'APPROVAL'] as const).map((value) => (
          <option key={value} value={value}>
            {t.admissions[value]}
          </option>
        ))}
      </SelectField>
      <form class="stack-tight" onSubmit={submitting(setUntil)}>
        <SelectField
          label={t.until}
          value={choice.value}
          onChange={(event) => (choice.value = event.currentTarget.value as UntilChoice)}
        >
          <option value="KEEP">
            {door.viewersUntil === null ? t.untils.NEVER : t.untilNow(door.viewersUntil)}
          </option>
          {(['TODAY', 'WEEK', 'DATE', 'NEVER'] as const)
            .filter((value) => value !== 'NEVER' || door.viewersUntil !== null)
            .map((value) => (
              <option key={value} value={value}>
                {t.untils[value]}
              </option>
            ))}
        </SelectField>
        {choice.value === 'DATE' && <Field label={t.date} name="date" type="date" required />}
        {choice.value !== 'KEEP' && (
          <div class="row">
            <Button type="submit" look="primary" isBusy={change.isBusy.value}>
              {t.set}
            </Button>
          </div>
        )}
      </form>
    </>
  );
}

interface EmbedPartProps extends DoorPartProps {
  readonly link: string;
  readonly title: string;
}

/** The sites that may frame the reader, and what to paste there. */
export function EmbedPart({ link, title, ...props }: EmbedPartProps): JSX.Element | null {
  const t = deskText().embed;
  const change = useChange(props);
  const origins = props.desk.value?.embedOrigins;
  if (origins == null) return null;
  const snippet = embedSnippet(link, title);
  const save = (form: HTMLFormElement): void =>
    change.run({ embedOrigins: textOf(form, 'origins').split(/\s+/).filter(Boolean) });
  return (
    <>
      <p>{t.intro}</p>
      <form class="stack-tight" onSubmit={submitting(save)}>
        <FormError>{change.fault.value}</FormError>
        <TextAreaField
          key={origins.join('\n')}
          label={t.origins}
          hint={t.originsHint}
          name="origins"
          rows={3}
          spellcheck={false}
          defaultValue={origins.join('\n')}
        />
        <div class="row">
          <Button type="submit" isBusy={change.isBusy.value}>
            {t.save}
          </Button>
        </div>
      </form>
      {origins.length === 0 ? (
        <p class="soft small">{t.none}</p>
      ) : (
        <>
          <label class="stack-tight small">
            {t.snippet}
            <textarea class="bare" rows={3} readOnly value={snippet} />
          </label>
          <div class="row">
            <CopyButton text={snippet}>{t.copy}</CopyButton>
          </div>
        </>
      )}
    </>
  );
}
