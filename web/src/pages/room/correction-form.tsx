import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { isKey } from '../../app/keymap.ts';
import type { KeyId } from '../../app/keys.ts';
import type { KeptCorrection } from '../../live/kept-corrections.ts';
import { commonText } from '../../text/common.text.ts';
import { editingText } from '../../text/editing.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { mergeWithPrevious, neighbourOf, setChecked, splitAt, type Correcting } from './correction-acts.ts';
import type { RowSegment } from './room-log.tsx';
import type { WritingParts } from './room-parts.ts';

interface CorrectionFormProps {
  readonly segment: RowSegment;
  readonly parts: WritingParts;
}

/** A segment under correction: Enter saves, Escape leaves it as it was, and both lead back to the line. */
export function CorrectionForm({ segment, parts }: CorrectionFormProps): JSX.Element {
  const t = roomText();
  const e = editingText();
  const text = useRef<HTMLTextAreaElement>(null);
  const speaker = useRef<HTMLInputElement>(null);
  const isRemoving = useSignal(false);
  const { base, ...kept } = useKeptCorrection({ segment, parts }, text);
  const keep = (): void => {
    const now = { text: text.current?.value ?? '', speaker: speaker.current?.value ?? '' };
    parts.outbox.corrections.keep({ base, ...now });
  };
  const close = (): void => {
    parts.outbox.corrections.close(base.id);
    parts.correcting.value = new Set([...parts.correcting.peek()].filter((id) => id !== base.id));
    parts.line.current?.focus();
  };
  const save = (): void => {
    const line = { text: text.current?.value ?? '', speaker: speaker.current?.value.trim() || null };
    if (line.text.trim() === '') return void (isRemoving.value = true);
    if (line.text !== base.text || line.speaker !== base.speaker) parts.outbox.revise(base, line);
    close();
  };
  const now = (): Correcting => ({
    base,
    line: { text: text.current?.value ?? '', speaker: speaker.current?.value.trim() || null },
    parts,
  });
  const goOn = (next: { readonly id: string } | undefined): void => {
    close();
    if (next !== undefined) parts.correcting.value = new Set([...parts.correcting.peek(), next.id]);
  };
  const walk = (step: -1 | 1): void => {
    const next = neighbourOf({ base, parts }, step);
    save();
    if (!isRemoving.peek()) goOn(next);
  };
  const isChecked = (segment.checkedAt ?? null) !== null;
  const check = (): void => {
    if (now().line.text.trim() === '') return;
    const next = neighbourOf({ base, parts }, 1);
    setChecked(now(), !isChecked);
    goOn(isChecked || next?.checkedAt !== null ? undefined : next);
  };
  const split = (): void => {
    if (splitAt(now(), text.current?.selectionEnd ?? 0)) close();
  };
  const merge = (): void => {
    if (mergeWithPrevious(now())) close();
  };
  const inspect = (): void => {
    parts.inspected.value = base.id;
    parts.openPanel('history');
  };
  const acts: readonly (readonly [KeyId, () => void])[] = [
    ['splitSegment', split],
    ['mergeSegment', merge],
    ['checkSegment', check],
    ['previousSegment', () => walk(-1)],
    ['nextSegment', () => walk(1)],
  ];
  const remove = (): void => {
    parts.outbox.remove(base.id);
    parts.removed.value = new Set([...parts.removed.peek(), base.id]);
    isRemoving.value = false;
    close();
    // Until the dialog is gone, nothing outside it takes the focus.
    requestAnimationFrame(() => parts.line.current?.focus());
  };
  return (
    <form
      class="correction"
      data-segment={base.id}
      onInput={keep}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing || event.keyCode === 229 || event.target instanceof HTMLButtonElement) return;
        const act = acts.find(([id]) => isKey(id, event))?.[1];
        if (act !== undefined) {
          event.preventDefault();
          // The room listens for some of them too, where nothing is being corrected.
          event.stopPropagation();
          return act();
        }
        if (event.key === 'Escape') close();
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        save();
      }}
    >
      <input
        ref={speaker}
        class="bare"
        aria-label={t.correctSpeaker}
        placeholder={t.speaker}
        defaultValue={kept.speaker}
        maxLength={80}
      />
      <textarea class="bare" ref={text} aria-label={t.correctLabel} defaultValue={kept.text} rows={2} />
      <div class="row">
        <Button type="submit" look="primary">
          {commonText().save}
        </Button>
        <Button onClick={close}>{commonText().cancel}</Button>
        <Button look="quiet" onClick={() => (isRemoving.value = true)}>
          {t.removeSegment}
        </Button>
        <Button look="quiet" onMouseDown={keepFocus} onClick={split}>
          {e.split}
        </Button>
        <Button look="quiet" onClick={merge}>
          {e.merge}
        </Button>
        <Button look="quiet" onClick={check}>
          {isChecked ? e.uncheck : e.check}
        </Button>
        <Button look="quiet" onClick={inspect}>
          {e.versions}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isRemoving.value}
        title={t.removeTitle}
        action={t.removeSegment}
        isDangerous
        onConfirm={remove}
        onClose={() => (isRemoving.value = false)}
      >
        <p class="import-preview">{base.text}</p>
        <p>{t.removeText}</p>
      </ConfirmDialog>
    </form>
  );
}

/** The caret says where: it stays in the text. */
const keepFocus = (event: Event): void => event.preventDefault();

/**
 * A segment moves to another place in the page when the feed brings it, and its form is made anew there: what was
 * being written, on which revision, and the caret go along.
 */
function useKeptCorrection(
  { segment, parts }: CorrectionFormProps,
  text: { readonly current: HTMLTextAreaElement | null },
): KeptCorrection {
  const { corrections } = parts.outbox;
  const known = useRef(corrections.get(segment.id));
  const kept = useRef(known.current ?? { base: segment, text: segment.text, speaker: segment.speaker ?? '' });
  // While this one is made, the one before it is still on the page.
  const caret = useRef(known.current === undefined ? segment.text.length : caretIn(segment.id));
  useLayoutEffect(() => {
    if (corrections.get(segment.id) === undefined) corrections.keep(kept.current);
    const { current: at } = caret;
    if (at === null) return;
    text.current?.focus();
    text.current?.setSelectionRange(at, at);
  }, []);
  return kept.current;
}

/** Where the caret stands in the segment's form; null when the focus is elsewhere. */
function caretIn(segmentId: string): number | null {
  const field = document.activeElement;
  const isOurs = field instanceof HTMLTextAreaElement && field.form?.dataset['segment'] === segmentId;
  return isOurs ? field.selectionEnd : null;
}
