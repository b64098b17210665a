import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { SaveBriefsDocument } from '../../api/generated/briefs.ts';
import { request } from '../../api/server.ts';
import { codeKey, faultOfBrief, type Brief, type BriefFault } from '../../briefs/brief.ts';
import { suggestedCode } from '../../briefs/words.ts';
import { briefsText } from '../../text/briefs.text.ts';
import { commonText } from '../../text/common.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';

interface BriefFormProps {
  readonly transcriptId: string | null;
  /** The brief to change; null for a new one. */
  readonly brief: Brief | null;
  readonly onSaved: (code: string) => void;
  readonly onCancel: () => void;
}

const fieldNames = ['code', 'text', 'note'];
const fieldOf: Readonly<Record<BriefFault, string>> = {
  noCode: 'code',
  badCode: 'code',
  longCode: 'code',
  noText: 'text',
  longText: 'text',
  badText: 'text',
  longNote: 'note',
};

/** Adds a brief, or changes one. A text without a code suggests its initials. */
export function BriefForm({ transcriptId, brief, onSaved, onCancel }: BriefFormProps): JSX.Element {
  const t = briefsText();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const suggestion = useSignal('');
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (brief !== null) formRef.current?.querySelector('input')?.focus();
  }, []);
  const save = useAction(async (form: HTMLFormElement) => {
    const [code = '', text = '', note = ''] = fieldNames.map((name) => textOf(form, name).trim());
    const fault = faultOfBrief({ code, text, note });
    problem.value =
      fault === null
        ? undefined
        : { __typename: 'InvalidInput', field: fieldOf[fault], message: t.faults[fault] };
    if (fault !== null) return;
    const isRenamed = brief !== null && codeKey(brief.code) !== codeKey(code);
    const { saveBriefs: result } = await request(SaveBriefsDocument, {
      input: { transcriptId, put: [{ code, text, note }], remove: isRenamed ? [brief.code] : [] },
    });
    problem.value = result.__typename === 'SaveBriefsSuccess' ? undefined : result;
    if (problem.peek() !== undefined) return;
    form.reset();
    suggestion.value = '';
    form.querySelector('input')?.focus();
    onSaved(code);
  });
  return (
    <section class="panel stack" aria-labelledby="brief-form-title">
      <h2 id="brief-form-title">{brief === null ? t.add : t.editTitle(brief.code)}</h2>
      <form
        ref={formRef}
        class="brief-form"
        onSubmit={submitting(save.run)}
        onInput={(event) => {
          const form = event.currentTarget;
          suggestion.value = textOf(form, 'code') === '' ? suggestedCode(textOf(form, 'text')) : '';
        }}
      >
        <FormError>{save.fault.value ?? formError(problem.value, fieldNames)}</FormError>
        <Field
          label={t.code}
          hint={suggestion.value === '' ? t.codeHint : t.suggested(suggestion.value)}
          error={fieldError(problem.value, 'code')}
          name="code"
          defaultValue={brief?.code ?? ''}
          autocapitalize="off"
          autocomplete="off"
          spellcheck={false}
        />
        <Field
          label={t.text}
          error={fieldError(problem.value, 'text')}
          name="text"
          defaultValue={brief?.text ?? ''}
          autocomplete="off"
        />
        <Field
          label={t.note}
          error={fieldError(problem.value, 'note')}
          name="note"
          defaultValue={brief?.note ?? ''}
          autocomplete="off"
          isOptional
        />
        <div class="row">
          <Button type="submit" look="primary" isBusy={save.isBusy.value}>
            {brief === null ? t.addAction : commonText().save}
          </Button>
          {brief !== null && <Button onClick={onCancel}>{commonText().cancel}</Button>}
        </div>
      </form>
    </section>
  );
}
