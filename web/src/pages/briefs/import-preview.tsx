import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

import type { Brief } from '../../briefs/brief.ts';
import { briefsText } from '../../text/briefs.text.ts';
import { Button } from '../../ui/button.tsx';
import type { Previewed } from './import-briefs.tsx';
import type { BriefImport } from './use-import.ts';

interface ImportPreviewProps {
  readonly previewed: Previewed;
  readonly sending: BriefImport;
  readonly onAgain: () => void;
}

/** New, changed, the same, refused and why: nothing is sent before the writer has seen it. */
export function ImportPreview({ previewed, sending, onAgain }: ImportPreviewProps): JSX.Element {
  const t = briefsText().import;
  const { comparison, problem } = previewed;
  const { fresh, changed, sameCount, refused } = comparison;
  const replaces = useSignal(true);
  const briefs = replaces.value ? [...fresh, ...changed.map(({ after }) => after)] : fresh;
  return (
    <>
      {problem !== null && (
        <p class="notice error" role="alert">
          {t.problems[problem.kind]} {problem.line !== undefined && t.line(problem.line)}
        </p>
      )}
      <Some title={t.fresh(fresh.length)} items={fresh}>
        {(brief) => <Words brief={brief} />}
      </Some>
      <Some title={t.changed(changed.length)} items={changed}>
        {({ before, after }) => (
          <>
            <Words brief={after} /> <del class="soft">{before.text}</del>
          </>
        )}
      </Some>
      <p>{t.same(sameCount)}</p>
      <Some title={t.refused(refused.length)} items={refused} isOpen>
        {({ line, brief, reason }) => (
          <>
            {t.line(line)} <code>{brief.code.slice(0, 60)}</code> — {briefsText().faults[reason]}
          </>
        )}
      </Some>
      {changed.length > 0 && (
        <label class="row">
          <input
            type="checkbox"
            checked={replaces.value}
            onChange={(event) => (replaces.value = event.currentTarget.checked)}
          />
          {t.replace}
        </label>
      )}
      <Sending briefs={briefs} sending={sending} onAgain={onAgain} />
    </>
  );
}

function Sending({
  briefs,
  sending,
  onAgain,
}: Omit<ImportPreviewProps, 'previewed'> & { readonly briefs: readonly Brief[] }): JSX.Element {
  const t = briefsText().import;
  const { phase, doneCount, count, message } = sending.state.value;
  return (
    <>
      {phase === 'sending' && (
        <div class="row">
          <progress max={count} value={doneCount} aria-label={t.title} />
          <span class="tabular">{t.progress(doneCount, count)}</span>
          <Button onClick={sending.stop}>{t.cancel}</Button>
        </div>
      )}
      <p role="status">
        {phase === 'done' && t.done(doneCount)}
        {phase === 'stopped' && t.stopped(doneCount, count)}
      </p>
      {phase === 'failed' && (
        <p role="alert" class="notice error">
          {message} {t.stopped(doneCount, count)}
        </p>
      )}
      {phase !== 'sending' && (
        <div class="row">
          {phase !== 'done' && briefs.length > 0 && (
            <Button look="primary" onClick={() => sending.send(briefs.slice(doneCount))}>
              {t.submit(briefs.length - doneCount)}
            </Button>
          )}
          <Button onClick={onAgain}>{t.again}</Button>
        </div>
      )}
    </>
  );
}

function Words({ brief: { code, text } }: { readonly brief: Brief }): JSX.Element {
  return (
    <>
      <code>{code}</code> <span dir="auto">{text}</span>
    </>
  );
}

/** As many as a writer looks at. */
const shownMax = 50;

interface SomeProps<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly isOpen?: boolean;
  readonly children: (item: Item) => ComponentChildren;
}

function Some<Item>({ title, items, isOpen = false, children }: SomeProps<Item>): JSX.Element {
  const t = briefsText().import;
  if (items.length === 0) return <p>{title}</p>;
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {items.slice(0, shownMax).map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
        {items.length > shownMax && <li class="soft">{t.more(items.length - shownMax)}</li>}
      </ul>
    </details>
  );
}
