import type { JSX } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';

import { newId } from '../../../api/server.ts';
import { keysFor } from '../../../app/keymap.ts';
import { useKey } from '../../../app/use-key.ts';
import { repairsOf, type Repair } from '../../../briefs/repair.ts';
import { briefsText } from '../../../text/briefs.text.ts';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/toasts.tsx';
import type { WritingParts } from '../room-parts.ts';

/** A word that stands where another should. */
export interface Wrong {
  readonly word: string;
  readonly by: string;
}

interface RepairQuestionProps {
  readonly parts: WritingParts;
  readonly wrong: Wrong;
  readonly onClose: () => void;
}

/** As many as fit above the line. */
const shownMax = 3;

/**
 * The same word in what is committed already: put right by ordinary corrections, on the writer's word. A notice: the
 * writer types on in the line, and only a key of its own, which types nothing, or the button says yes.
 */
export function RepairQuestion({ parts, wrong, onClose }: RepairQuestionProps): JSX.Element {
  const t = briefsText().inline;
  const found = useMemo(() => repairsIn(parts, wrong), [wrong]);
  // Before the next key: the form that had the focus is gone, and what is typed now belongs to the line.
  useLayoutEffect(() => parts.line.current?.focus(), []);
  const close = (): void => {
    onClose();
    parts.line.current?.focus();
  };
  const repair = (): void => {
    // The text has gone on while this stood here.
    const repairs = repairsIn(parts, wrong);
    sendRepairs(parts, repairs);
    showToast({ text: t.repaired(repairs.length) });
    close();
  };
  useKey('repairCommitted', repair);
  return (
    <div
      class="inline-brief"
      role="group"
      aria-label={t.redefine}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <strong role="status">{t.confirmTitle(found.length, wrong.word)}</strong>
      <ul class="plain-list small soft">
        {found.slice(0, shownMax).map(({ base, text }) => (
          <li key={base.id} dir="auto">
            {text.slice(0, 80)}
          </li>
        ))}
      </ul>
      <div class="row">
        <Button look="primary" onClick={repair}>
          {t.confirm(found.length)} <kbd aria-hidden="true">{keysFor('repairCommitted')}</kbd>
        </Button>
        <Button onClick={close}>{t.onlyLine}</Button>
      </div>
    </div>
  );
}

/** The committed segments that contain the word, with it put right; none that are just being corrected by hand. */
export function repairsIn(
  { live, outbox, removed, correcting }: WritingParts,
  wrong: Wrong,
): readonly Repair[] {
  const untouchable = new Set([...removed.peek(), ...correcting.peek()]);
  return repairsOf({ segments: live.allSegments(), pending: outbox.pending.peek(), untouchable }, wrong);
}

/** All of it is one undo: what stands goes together, what is still on its way is amended there. */
function sendRepairs({ outbox }: WritingParts, repairs: readonly Repair[]): void {
  const actId = newId();
  const changes = repairs
    .filter(({ isUnsent }) => !isUnsent)
    .map(({ base, text, speaker }) => ({ id: base.id, baseRevision: base.revision, text, speaker }));
  outbox.reviseMany(changes, actId);
  for (const { base, text, speaker, isUnsent } of repairs) {
    if (isUnsent) outbox.revise(base, { text, speaker }, actId);
  }
}
