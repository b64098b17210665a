import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import type { Repair } from '../../../briefs/repair.ts';
import { briefsText } from '../../../text/briefs.text.ts';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/toasts.tsx';
import type { WritingParts } from '../room-parts.ts';

interface RepairQuestionProps {
  readonly parts: WritingParts;
  readonly repairs: readonly Repair[];
  readonly word: string;
  readonly onClose: () => void;
}

/** As many as fit above the line. */
const shownMax = 3;

/** The same word in what is committed already: put right by ordinary corrections, on the writer's word. */
export function RepairQuestion({ parts, repairs, word, onClose }: RepairQuestionProps): JSX.Element {
  const t = briefsText().inline;
  const box = useRef<HTMLDivElement>(null);
  // Before the next key: what is typed right behind the key belongs here.
  useLayoutEffect(() => box.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const repair = (): void => {
    for (const { base, text, speaker } of repairs) parts.outbox.revise(base, { text, speaker });
    showToast({ text: t.repaired(repairs.length) });
    onClose();
  };
  return (
    <div
      ref={box}
      class="inline-brief"
      role="group"
      aria-label={t.redefine}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <strong>{t.confirmTitle(repairs.length, word)}</strong>
      <ul class="plain-list small soft">
        {repairs.slice(0, shownMax).map(({ base, text }) => (
          <li key={base.id} dir="auto">
            {text.slice(0, 80)}
          </li>
        ))}
      </ul>
      <div class="row">
        <Button look="primary" onClick={repair}>
          {t.confirm(repairs.length)}
        </Button>
        <Button onClick={onClose}>{t.onlyLine}</Button>
      </div>
    </div>
  );
}
