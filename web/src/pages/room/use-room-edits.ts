import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { isKey } from '../../app/keymap.ts';
import { useKey } from '../../app/use-key.ts';
import type { EditNews } from '../../live/editing-work.ts';
import { findSegment } from '../../live/segment-blocks.ts';
import { editingText } from '../../text/editing.text.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { WritingParts } from './room-parts.ts';

/** Undo, redo and the way to what is not checked yet; and what acts on many segments came to, said once. */
export function useRoomEdits(parts: WritingParts): void {
  useUndoKeys(parts);
  useKey('checkSegment', () => correctFirstUnchecked(parts));
  useSignalEffect(() => {
    const news = parts.outbox.news.value;
    if (news === null) return;
    parts.outbox.news.value = null;
    tell(news, parts);
  });
  useSignalEffect(() => forgetRemoved(parts));
}

/** The keys are a text field's own wherever there is text to undo. */
function useUndoKeys(parts: WritingParts): void {
  const latest = useRef(parts);
  latest.current = parts;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isRedo = isKey('redoAct', event);
      if (!isRedo && !isKey('undoAct', event)) return;
      if (!isFree(event.target)) return;
      event.preventDefault();
      takeBack(latest.current, isRedo ? 'redo' : 'undo');
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Whether nothing else would undo there: the empty line, or no text field at all. */
function isFree(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return true;
  const field = target.closest('input, textarea, [contenteditable]');
  return (
    field === null ||
    (field instanceof HTMLTextAreaElement && field.closest('.live-line') !== null && field.value === '')
  );
}

function takeBack({ outbox }: WritingParts, from: 'undo' | 'redo'): void {
  const t = editingText();
  if (!outbox.takeBack(from)) showToast({ text: from === 'undo' ? t.nothing : t.nothingAgain });
  else if (outbox.saveState.peek().kind === 'offline') showToast({ text: t.later });
}

function tell({ kind, back, changedCount, conflictCount }: EditNews, parts: WritingParts): void {
  const t = editingText();
  const act = t.acts[back?.kind ?? (kind === 'rename' || kind === 'version' ? kind : 'many')];
  if (back === null) {
    const action = { label: t.undo, run: () => takeBack(parts, 'undo') };
    const conflicts = conflictCount > 0 ? t.conflicts(conflictCount) : '';
    return showToast({ text: `${t.changed(act, changedCount)}${conflicts}`, action });
  }
  if (conflictCount > 0) return showToast({ text: t.notUndone(act, conflictCount) });
  if (changedCount === 0) return showToast({ text: t.nothingUndone(act) });
  showToast({ text: back.isRedo ? t.redone(act) : t.undone(act) });
}

/** Opens the first segment here that the second writer has not checked. */
function correctFirstUnchecked({ live, correcting }: WritingParts): void {
  const open = correcting.peek();
  const next = live.allSegments().find(({ id, checkedAt }) => checkedAt === null && !open.has(id));
  if (next === undefined) showToast({ text: editingText().allChecked });
  else correcting.value = new Set([...open, next.id]);
}

/** Once the feed has taken a segment away, nothing here hides it: should it come back, it is to be seen. */
function forgetRemoved({ live, outbox, removed }: WritingParts): void {
  const blocks = live.blocks.value;
  const pending = new Set(outbox.pending.value.map(({ entry }) => entry.segmentId));
  const still = [...removed.peek()].filter((id) => pending.has(id) || findSegment(blocks, id) !== undefined);
  if (still.length < removed.peek().size) removed.value = new Set(still);
}
