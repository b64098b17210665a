import './selection-menu.css';

import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { newId } from '../../api/server.ts';
import { useKey } from '../../app/use-key.ts';
import { notesText } from '../../text/notes.text.ts';
import { Button } from '../../ui/button.tsx';
import { copySelectionAt, copyText } from '../../ui/copy-text.ts';
import { commonText } from '../../text/common.text.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { ReaderParts } from '../reader-view.tsx';
import type { Note } from './note.ts';
import { selectedParts, type SelectedPart } from './selection.ts';

interface SelectionMenuProps extends ReaderParts {
  /** Opens the place where notes are written. */
  readonly onWrite: () => void;
}

/** What the server keeps of a quote, in characters. */
const quoteMax = 200;

interface Chosen {
  readonly parts: readonly SelectedPart[];
  readonly place: { readonly left: string; readonly top: string };
}

/** Beside what is selected of the text; it takes neither the focus nor the selection. */
export function SelectionMenu({ onWrite, ...parts }: SelectionMenuProps): JSX.Element | null {
  const t = notesText();
  const chosen = useChosen();
  const highlight = async (): Promise<void> => {
    const selected = selectedParts(getSelection());
    if (selected.length === 0) return;
    const notes = await parts.annotations.open();
    notes.put(...notesOf(selected, parts));
    getSelection()?.removeAllRanges();
  };
  const write = async (): Promise<void> => {
    await highlight();
    onWrite();
  };
  const copy = async (place: HTMLElement): Promise<void> => {
    const text = getSelection()?.toString() ?? '';
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (await copyText({ clipboard, copySelection: copySelectionAt(place) }, text))
      showToast({ text: commonText().copied });
  };
  const comment = (): void => {
    const [first] = selectedParts(getSelection());
    if (first === undefined) return;
    parts.shelf.pinTo({ segmentId: first.segmentId, quote: [...first.quote].slice(0, quoteMax).join('') });
    getSelection()?.removeAllRanges();
  };
  useKey('highlight', () => void highlight());
  const now = chosen.value;
  if (now === null) return null;
  return (
    <div
      class="selection-menu row"
      role="group"
      aria-label={t.menu}
      style={now.place}
      // A press would otherwise take the selection away before it is used.
      onPointerDown={(event) => event.preventDefault()}
    >
      <Button onClick={() => void highlight()}>{t.highlight}</Button>
      <Button onClick={() => void write()}>{t.write}</Button>
      {parts.live.facts.value?.viewerCanComment === true && <Button onClick={comment}>{t.comment}</Button>}
      <Button onClick={(event) => void copy(event.currentTarget)}>{t.copy}</Button>
    </div>
  );
}

/** What is selected, once the hand rests: a menu that follows a moving pointer is in its way. */
function useChosen(): ReadonlySignal<Chosen | null> {
  const chosen = useSignal<Chosen | null>(null);
  useEffect(() => {
    const look = (): void => {
      const selection = getSelection();
      const parts = selectedParts(selection);
      const box = parts.length === 0 ? null : selection?.getRangeAt(0).getBoundingClientRect();
      chosen.value = box ? { parts, place: placeBy(box) } : null;
    };
    const drop = (): void => {
      if (getSelection()?.isCollapsed !== false) chosen.value = null;
    };
    // What was selected may be what this was loaded for.
    look();
    addEventListener('pointerup', look);
    addEventListener('keyup', look);
    document.addEventListener('selectionchange', drop);
    addEventListener('scroll', look, { passive: true });
    return () => {
      removeEventListener('pointerup', look);
      removeEventListener('keyup', look);
      document.removeEventListener('selectionchange', drop);
      removeEventListener('scroll', look);
    };
  }, []);
  return chosen;
}

/** Below the selection, where phones leave room beside their own menu; never beyond the window. */
function placeBy({ left, bottom }: DOMRect): Chosen['place'] {
  const widthPx = 300;
  const heightPx = 64;
  return {
    left: `${Math.max(8, Math.min(left, innerWidth - widthPx))}px`,
    top: `${Math.max(8, Math.min(bottom + 8, innerHeight - heightPx))}px`,
  };
}

function notesOf(selected: readonly SelectedPart[], { live }: Pick<ReaderParts, 'live'>): readonly Note[] {
  const segments = new Map(live.allSegments().map((segment) => [segment.id, segment]));
  return selected.map((part) => ({
    ...part,
    id: newId(),
    speaker: segments.get(part.segmentId)?.speaker ?? null,
    startedMs: segments.get(part.segmentId)?.startedMs ?? 0,
    words: '',
    createdAtMs: Date.now(),
  }));
}
