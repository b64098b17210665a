import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { request } from '../../api/server.ts';
import { readDictionary } from '../../briefs/brief-book.ts';
import { compareImport, type Comparison } from '../../briefs/import/compare-import.ts';
import { parseBriefs, type ParsedFile } from '../../briefs/import/parse-briefs.ts';
import { briefsText } from '../../text/briefs.text.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { submitting } from '../../ui/form-fields.ts';
import { useAction } from '../../ui/use-action.ts';
import { decodeText } from '../room/text-file.ts';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './use-import.ts';

interface ImportBriefsProps {
  readonly transcriptId: string | null;
  readonly onImported: () => void;
}

/** What a file would do to the dictionary as it stands. */
export interface Previewed {
  readonly problem: ParsedFile['problem'];
  readonly comparison: Comparison;
}

/** A file of briefs: read and compared here, shown, and only then sent. */
export function ImportBriefs({ transcriptId, onImported }: ImportBriefsProps): JSX.Element {
  const t = briefsText().import;
  const previewed = useSignal<Previewed | null>(null);
  const sending = useImport({ transcriptId, onImported });
  const again = (): void => {
    previewed.value = null;
    sending.forget();
  };
  return (
    <section class="panel stack" aria-labelledby="brief-import-title">
      <h2 id="brief-import-title">{t.title}</h2>
      {previewed.value === null ? (
        <Source transcriptId={transcriptId} previewed={previewed} />
      ) : (
        <Focused>
          <ImportPreview previewed={previewed.value} sending={sending} onAgain={again} />
        </Focused>
      )}
    </section>
  );
}

interface SourceProps {
  readonly transcriptId: string | null;
  readonly previewed: Signal<Previewed | null>;
}

function Source({ transcriptId, previewed }: SourceProps): JSX.Element {
  const t = briefsText().import;
  const source = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const compare = useAction(async (text: string) => {
    problem.value = text.trim() === '' ? t.nothing : undefined;
    if (problem.peek() !== undefined) return;
    const { found, problem: fileProblem } = parseBriefs(text);
    const standing = await readDictionary({ transcriptId, request });
    previewed.value = { problem: fileProblem, comparison: compareImport(found, standing) };
  });
  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = decodeText(await file.arrayBuffer());
    if (text === null) return void (problem.value = t.unreadable);
    // Not by way of the field: a browser takes seconds to lay out what a large file holds.
    compare.run(text);
  };
  return (
    <form class="stack" onSubmit={submitting(() => compare.run(source.peek()))}>
      <p class="soft">{t.intro}</p>
      <label class="file">
        <span>{t.file}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
          onChange={(event) => void readFile(event.currentTarget.files?.[0])}
        />
      </label>
      <TextAreaField
        label={t.source}
        error={compare.fault.value ?? problem.value}
        rows={4}
        class="brief-source"
        value={source.value}
        spellcheck={false}
        onInput={(event) => (source.value = event.currentTarget.value)}
      />
      <div class="row">
        <Button type="submit" isBusy={compare.isBusy.value}>
          {t.preview}
        </Button>
        <span role="status" class="soft small">
          {compare.isBusy.value && t.reading}
        </span>
      </div>
    </form>
  );
}

/** What came of the writer's own act takes the focus from the form that is gone. */
function Focused({ children }: { readonly children: JSX.Element }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="stack" ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
