import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { ImportTranscriptDocument } from '../../api/generated/room.ts';
import type { ImportTranscriptMutation, Visibility } from '../../api/generated/types.ts';
import { newId, request } from '../../api/server.ts';
import { roomText } from '../../text/room.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field, TextAreaField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { decodeText } from './text-file.ts';
import { VisibilityField } from './visibility-field.tsx';

type Imported = Extract<
  ImportTranscriptMutation['importTranscript'],
  { __typename: 'ImportTranscriptSuccess' }
>;

const fieldNames = ['source', 'title'];

/** A text that exists already, from a file or pasted; what came of it is shown with its beginning. */
export function ImportForm(): JSX.Element {
  const t = roomText().import;
  const imported = useSignal<Imported | null>(null);
  return (
    <section class="panel stack import" aria-labelledby="import-title">
      <h2 id="import-title">{t.title}</h2>
      {imported.value === null ? (
        <Form onImported={(result) => (imported.value = result)} />
      ) : (
        <Preview imported={imported.value} onAgain={() => (imported.value = null)} />
      )}
    </section>
  );
}

function Form({ onImported }: { readonly onImported: (imported: Imported) => void }): JSX.Element {
  const t = roomText().import;
  const source = useSignal('');
  const problem = useSignal<FormProblem | undefined>(undefined);
  const id = useRef(newId());
  const submit = useAction(async (form: HTMLFormElement) => {
    const title = textOf(form, 'title').trim();
    problem.value =
      source.peek().trim() === '' ? { __typename: 'Empty', field: 'source', message: t.nothing } : undefined;
    if (problem.peek() !== undefined) return;
    const { importTranscript: result } = await request(ImportTranscriptDocument, {
      input: {
        id: id.current,
        source: source.peek(),
        title: title === '' ? null : title,
        visibility: textOf(form, 'visibility') as Visibility,
      },
    });
    if (result.__typename === 'ImportTranscriptSuccess') onImported(result);
    else problem.value = result;
  });
  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = decodeText(await file.arrayBuffer());
    if (text === null) problem.value = { __typename: 'Unreadable', field: 'source', message: t.unreadable };
    else source.value = text;
  };
  return (
    <form class="stack" onSubmit={submitting(submit.run)}>
      <p class="soft">{t.intro}</p>
      <FormError>{submit.fault.value ?? formError(problem.value, fieldNames)}</FormError>
      <label class="file">
        <span>{t.file}</span>
        <input
          type="file"
          accept=".txt,.md,.markdown,text/plain,text/markdown"
          onChange={(event) => void readFile(event.currentTarget.files?.[0])}
        />
      </label>
      <TextAreaField
        label={t.source}
        error={fieldError(problem.value, 'source')}
        rows={6}
        value={source.value}
        onInput={(event) => (source.value = event.currentTarget.value)}
      />
      <Field
        label={t.titleLabel}
        hint={t.titleHint}
        error={fieldError(problem.value, 'title')}
        name="title"
        isOptional
      />
      <VisibilityField />
      <div class="row">
        <Button type="submit" isBusy={submit.isBusy.value}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

function Preview({
  imported,
  onAgain,
}: {
  readonly imported: Imported;
  readonly onAgain: () => void;
}): JSX.Element {
  const t = roomText().import;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { segmentCount, transcript } = imported;
  const { id, title, characterCount, segments } = transcript;
  return (
    <div class="stack" ref={box} tabIndex={-1} role="status">
      <h3 dir="auto">{title}</h3>
      <p>{t.done(segmentCount, characterCount)}</p>
      <blockquote class="import-preview">
        {segments.edges.map(({ node }) => (
          <p key={node.id} dir="auto">
            {node.speaker !== null && <strong>{node.speaker} </strong>}
            {node.text}
          </p>
        ))}
        {segmentCount > segments.edges.length && <p class="soft">{t.more}</p>}
      </blockquote>
      <div class="row">
        <LinkButton look="primary" href={`/t/${id}`}>
          {t.open}
        </LinkButton>
        <Button onClick={onAgain}>{t.again}</Button>
      </div>
    </div>
  );
}
