import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import { SaveProgrammeDocument } from '../../../api/generated/programme-editor.ts';
import { request } from '../../../api/server.ts';
import { commonText } from '../../../text/common.text.ts';
import { programmeText } from '../../../text/programme.text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { submitting, textOf } from '../../../ui/form-fields.ts';
import { fieldError, type FormProblem } from '../../../ui/form-problem.ts';
import { useAction } from '../../../ui/use-action.ts';
import { written, type Draft } from './draft.ts';
import { faultsOf, type Fault } from './faults.tsx';

interface SaveDialogProps {
  readonly isOpen: boolean;
  readonly basedOn: number;
  readonly draft: Draft;
  readonly onClose: () => void;
  readonly onSaved: (version: { readonly version: number; readonly isInForce: boolean }) => void;
  readonly onRefused: (faults: readonly Fault[]) => void;
}

/** Asks why, and from when on; then saves all the changes as one version. */
export function SaveDialog(props: SaveDialogProps): JSX.Element {
  const { isOpen, basedOn, draft, onClose, onSaved, onRefused } = props;
  const t = programmeText();
  const formId = useId();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const save = useAction(async (form: HTMLFormElement) => {
    const day = textOf(form, 'effectiveFrom');
    const { saveProgramme: result } = await request(SaveProgrammeDocument, {
      input: {
        basedOn,
        figures: written(draft),
        note: textOf(form, 'note').trim(),
        effectiveFrom: day === '' ? null : `${day}T00:00:00+08:00`,
      },
    });
    problem.value = undefined;
    if (result.__typename === 'SaveProgrammeSuccess') return onSaved(result.version);
    const isOwn = 'field' in result && ['note', 'effectiveFrom'].includes(result.field);
    if (isOwn) problem.value = result;
    else onRefused(faultsOf(result));
  });
  const actions = (
    <>
      <Button onClick={onClose}>{commonText().cancel}</Button>
      <Button type="submit" form={formId} look="primary" isBusy={save.isBusy.value}>
        {t.saveAction}
      </Button>
    </>
  );
  return (
    <Dialog isOpen={isOpen} title={t.saveTitle(basedOn + 1)} onClose={onClose} actions={actions}>
      <form id={formId} class="stack" onSubmit={submitting(save.run)} noValidate>
        <FormError>{save.fault.value}</FormError>
        <p>{t.saveText}</p>
        <Field
          label={t.note}
          hint={t.noteHint}
          name="note"
          maxLength={200}
          autocomplete="off"
          error={fieldError(problem.value, 'note')}
        />
        <Field
          label={t.from_}
          hint={t.fromHint}
          name="effectiveFrom"
          type="date"
          isOptional
          error={fieldError(problem.value, 'effectiveFrom')}
        />
      </form>
    </Dialog>
  );
}
