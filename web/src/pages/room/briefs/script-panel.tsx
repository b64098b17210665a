import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { keysFor } from '../../../app/keymap.ts';
import type { ScriptCue } from '../../../briefs/script/script-cue.ts';
import { scriptCharactersMax } from '../../../briefs/script/cue-lines.ts';
import { briefsText } from '../../../text/briefs.text.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextAreaField } from '../../../ui/field.tsx';
import { submitting } from '../../../ui/form-fields.ts';
import { Skeleton } from '../../../ui/states.tsx';
import type { WritingParts } from '../room-parts.ts';
import { decodeText } from '../text-file.ts';
import type { RoomBriefs } from './room-briefs.ts';
import { showWithin } from './show-within.ts';
import { sendCue } from './send-cue.ts';

/** A prepared text beside the line: loaded once, sent line by line, its place kept on this device. */
export function ScriptPanel(parts: WritingParts): JSX.Element {
  const briefs = parts.briefs.value;
  if (briefs === null) return <Skeleton lines={4} />;
  return briefs.script.lines.value.length === 0 ? (
    <Source script={briefs.script} />
  ) : (
    <Cue parts={parts} briefs={briefs} />
  );
}

function Source({ script }: { readonly script: ScriptCue }): JSX.Element {
  const t = briefsText().script;
  const source = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const load = (text: string): void => {
    const isLong = [...text].length > scriptCharactersMax;
    problem.value = isLong ? t.tooLong(scriptCharactersMax) : undefined;
    if (!isLong && script.load(text) === 0) problem.value = t.empty;
  };
  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = decodeText(await file.arrayBuffer());
    // Not by way of the field: a browser takes seconds to lay out a long text.
    if (text === null) problem.value = t.unreadable;
    else load(text);
  };
  return (
    <form class="stack-tight brief-panel" onSubmit={submitting(() => load(source.peek()))}>
      <p class="soft">{t.intro}</p>
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
        error={problem.value}
        rows={8}
        value={source.value}
        onInput={(event) => (source.value = event.currentTarget.value)}
      />
      <div class="row">
        <Button type="submit" look="primary">
          {t.load}
        </Button>
      </div>
    </form>
  );
}

interface CueProps {
  readonly parts: WritingParts;
  readonly briefs: RoomBriefs;
}

function Cue({ parts, briefs }: CueProps): JSX.Element {
  const t = briefsText().script;
  const { script } = briefs;
  const isReplacing = useSignal(false);
  const [at, count, next] = [script.at.value, script.lines.value.length, script.next.value];
  return (
    <div class="stack-tight brief-panel">
      <p role="status" class="small soft tabular">
        {next === null ? t.done : t.place(at + 1, count)}
      </p>
      {script.isUnkept.value && <p role="alert">{t.unkept}</p>}
      {next !== null && (
        <TextAreaField
          label={t.current}
          rows={3}
          value={next}
          onInput={(event) => script.edit(event.currentTarget.value)}
        />
      )}
      <div class="row">
        {next !== null && (
          <Button look="primary" onClick={() => sendCue(parts, briefs)}>
            {t.send} <kbd>{keysFor('cueSend')}</kbd>
          </Button>
        )}
        <Button onClick={() => script.move(-1)}>
          {t.back} <kbd>{keysFor('cueBack')}</kbd>
        </Button>
        <Button onClick={() => script.move(1)}>
          {t.skip} <kbd>{keysFor('cueSkip')}</kbd>
        </Button>
      </div>
      <Lines script={script} />
      <div class="row">
        <Button onClick={() => (isReplacing.value = true)}>{t.replace}</Button>
      </div>
      <ConfirmDialog
        isOpen={isReplacing.value}
        title={t.replaceTitle}
        action={t.replace}
        isDangerous
        onConfirm={() => {
          isReplacing.value = false;
          script.drop();
        }}
        onClose={() => (isReplacing.value = false)}
      >
        <p>{t.replaceText}</p>
      </ConfirmDialog>
    </div>
  );
}

/** Around the next line; a script of hours is never on the page as a whole. */
const [shownBefore, shownBehind] = [5, 20];

function Lines({ script }: { readonly script: ScriptCue }): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  const at = script.at.value;
  const first = Math.max(0, at - shownBefore);
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('[aria-current]');
    showWithin(line);
  }, [at]);
  return (
    <ol ref={list} class="plain-list brief-lines" start={first + 1}>
      {script.lines.value.slice(first, at + shownBehind).map((line, index) => (
        <li key={first + index} aria-current={first + index === at ? 'step' : undefined}>
          <button type="button" class="brief-line" onClick={() => script.goTo(first + index)}>
            <span dir="auto" class={first + index < at ? 'soft' : undefined}>
              {line}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
