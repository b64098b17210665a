import type { JSX } from 'preact';

import { request } from '../../api/server.ts';
import { readDictionary } from '../../briefs/brief-book.ts';
import { asCsv, asPlover } from '../../briefs/import/export-briefs.ts';
import { briefsText } from '../../text/briefs.text.ts';
import { Button } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';
import { saveTextFile } from '../../ui/save-text-file.ts';

/** The whole dictionary as a file; it is read from the server first. */
export function ExportBriefs({ transcriptId }: { readonly transcriptId: string | null }): JSX.Element {
  const t = briefsText().export;
  const save = useAction(async (kind: 'csv' | 'plover') => {
    const briefs = (await readDictionary({ transcriptId, request })).values();
    saveTextFile(
      kind === 'csv'
        ? { name: 'briefs.csv', text: asCsv(briefs) }
        : { name: 'briefs.json', text: asPlover(briefs) },
    );
  });
  return (
    <section class="panel stack" aria-labelledby="brief-export-title">
      <h2 id="brief-export-title">{t.title}</h2>
      <div class="row">
        <Button isBusy={save.isBusy.value} onClick={() => save.run('csv')}>
          {t.csv}
        </Button>
        <Button isBusy={save.isBusy.value} onClick={() => save.run('plover')}>
          {t.plover}
        </Button>
      </div>
      {save.fault.value !== undefined && <p role="alert">{save.fault.value}</p>}
    </section>
  );
}
