import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { codeFileName, codesAsCsv, codesAsText, type CodeBatch } from './code-file.rules.ts';
import { putFreshCodesAway } from './fresh-codes.ts';
import { LeaveGuard } from './leave-guard.tsx';

/** Codes that nobody will see again: it takes the focus, and holds the page until they are said to be saved. */
export function FreshCodesPanel({ batch }: { readonly batch: CodeBatch }): JSX.Element {
  const t = staffText().cards;
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  useEffect(() => heading.current?.focus(), [batch.id]);
  return (
    <section class="panel stack fresh-codes" aria-labelledby={headingId}>
      <h2 ref={heading} id={headingId} tabIndex={-1}>
        {t.freshTitle(batch.codes.length)}
      </h2>
      <p class="notice warn">{t.freshText}</p>
      <TextAreaField
        label={t.codesLabel}
        class="codes"
        readOnly
        rows={Math.min(batch.codes.length + 1, 12)}
        value={batch.codes.join('\n')}
        spellcheck={false}
      />
      <div class="row">
        <CopyButton text={batch.codes.join('\n')}>{t.copyAll}</CopyButton>
        <Button onClick={() => download(batch, { ending: 'csv', content: codesAsCsv(batch, t.csvHeader) })}>
          {t.csv}
        </Button>
        <Button onClick={() => download(batch, { ending: 'txt', content: codesAsText(batch) })}>
          {t.txt}
        </Button>
        <Button look="primary" onClick={putFreshCodesAway}>
          {t.saved}
        </Button>
      </div>
      <LeaveGuard
        isActive
        title={t.leaveTitle}
        text={t.leaveText}
        action={t.leaveAnyway}
        onLeave={putFreshCodesAway}
      />
    </section>
  );
}

interface CodeFile {
  readonly ending: 'csv' | 'txt';
  readonly content: string;
}

function download(batch: CodeBatch, { ending, content }: CodeFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([content], { type: `text/${ending === 'csv' ? 'csv' : 'plain'};charset=utf-8` }),
  );
  link.download = codeFileName(batch, ending);
  link.click();
  // Long enough for a browser that asks where to save before it reads.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
