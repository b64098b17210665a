import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { keysText } from '../text/keys.text.ts';
import { shellText } from '../text/shell.text.ts';
import { Button } from '../ui/button.tsx';
import { saveTextFile } from '../ui/save-text-file.ts';
import { keymap, saveKeymap } from './keymap.ts';
import { wordsFor } from './key-words.ts';
import { exportedKeymap, importedKeymap, type ImportedKeymap } from './remap.ts';

/** All keys at once: back to the defaults, to another device and from there, and onto paper. */
export function KeyFile(): JSX.Element {
  const t = keysText();
  const chooser = useRef<HTMLInputElement>(null);
  const outcome = useSignal<ImportedKeymap | 'unreadable' | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = importedKeymap(await file.text());
    outcome.value = read ?? 'unreadable';
    if (read !== null) saveKeymap(read.keymap);
  };
  return (
    <div class="stack-tight no-print">
      <div class="row">
        <Button onClick={() => print()}>{t.print}</Button>
        <Button onClick={() => saveTextFile({ name: t.fileName, text: exportedKeymap(keymap.peek()) })}>
          {t.export}
        </Button>
        <Button onClick={() => chooser.current?.click()}>{t.import}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t.import}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {Object.keys(keymap.value).length > 0 && <Button onClick={() => saveKeymap({})}>{t.resetAll}</Button>}
      </div>
      <div role="status">{outcome.value !== null && <Outcome outcome={outcome.value} />}</div>
    </div>
  );
}

function Outcome({ outcome }: { readonly outcome: ImportedKeymap | 'unreadable' }): JSX.Element {
  const t = keysText();
  if (outcome === 'unreadable') return <p class="small">{t.unreadable}</p>;
  return (
    <div class="stack-tight small">
      <p>{t.imported(Object.keys(outcome.keymap).length)}</p>
      {outcome.refused.length > 0 && (
        <>
          <p>{t.leftOut}</p>
          <ul>
            {outcome.refused.map((row) => (
              <li key={row.id}>
                {shellText().keys[row.id]}：{wordsFor(row)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
