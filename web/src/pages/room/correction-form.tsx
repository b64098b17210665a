import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { commonText } from '../../text/common.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import type { RowSegment } from './room-log.tsx';
import type { KeptCorrection, WritingParts } from './room-parts.ts';

interface CorrectionFormProps {
  readonly segment: RowSegment;
  readonly parts: WritingParts;
}

/** A segment under correction: Enter saves, Escape leaves it as it was, and both lead back to the line. */
export function CorrectionForm({ segment, parts }: CorrectionFormProps): JSX.Element {
  const t = roomText();
  const text = useRef<HTMLTextAreaElement>(null);
  const speaker = useRef<HTMLInputElement>(null);
  const isRemoving = useSignal(false);
  const { base, ...kept } = useKeptCorrection({ segment, parts }, text);
  const keep = (): void => {
    const now = { text: text.current?.value ?? '', speaker: speaker.current?.value ?? '' };
    parts.corrections.set(base.id, { base, ...now });
  };
  const close = (): void => {
    parts.corrections.delete(base.id);
    parts.correcting.value = new Set([...parts.correcting.peek()].filter((id) => id !== base.id));
    parts.line.current?.focus();
  };
  const save = (): void => {
    const line = { text: text.current?.value ?? '', speaker: speaker.current?.value.trim() || null };
    if (line.text.trim() === '') return void (isRemoving.value = true);
    if (line.text !== base.text || line.speaker !== base.speaker) parts.outbox.revise(base, line);
    close();
  };
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

/**
 * A segment moves to another place in the page when the feed brings it, and its form is made anew there: what was
 * being written, on which revision, and the caret go along.
 */
function useKeptCorrection(
  { segment, parts: { corrections } }: CorrectionFormProps,
  text: { readonly current: HTMLTextAreaElement | null },
): KeptCorrection {
  const known = useRef(corrections.get(segment.id));
  const kept = useRef(known.current ?? { base: segment, text: segment.text, speaker: segment.speaker ?? '' });
  // While this one is made, the one before it is still on the page.
  const caret = useRef(known.current === undefined ? segment.text.length : caretIn(segment.id));
  useLayoutEffect(() => {
    if (!corrections.has(segment.id)) corrections.set(segment.id, kept.current);
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
