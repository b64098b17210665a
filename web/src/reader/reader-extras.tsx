import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { isTyping, useKey } from '../app/use-key.ts';
import { shellText } from '../text/shell.text.ts';
import { lazily } from '../ui/lazily.tsx';
import { LeftOffer } from './notes/left-offer.tsx';
import { markHere } from './notes/reading-mark.ts';
import { SelectionMenu } from './notes/selection-menu.tsx';
import type { ReaderParts } from './reader-view.tsx';
import { showSegment } from './show-segment.ts';

interface ReaderExtrasProps extends ReaderParts {
  /** No frame around the page has the sheet of keys already. */
  readonly isOnItsOwn: boolean;
  /** Told once this is there; answers with the key that was pressed meanwhile: it is heard now. */
  readonly onThere: () => KeyboardEvent | null;
}

/** The sheet of keys, loaded and opened when its key is first pressed. */
const FirstKeySheet = lazily(
  async () => {
    const { KeySheet, openKeySheet } = await import('../app/key-sheet.tsx');
    openKeySheet();
    return KeySheet;
  },
  { texts: [shellText] },
);

/** What comes once the text is there: the keys with their sheet, the menu of a selection, and the way back to where one was. */
export function ReaderExtras({ isOnItsOwn, onThere, ...parts }: ReaderExtrasProps): JSX.Element {
  const { reading, follow, panel, annotations } = parts;
  const toggle = (id: NonNullable<typeof panel.value>) => (): void =>
    void (panel.value = panel.peek() === id ? null : id);
  const isSheetWanted = useSignal(false);
  useKey('keySheet', () => (isSheetWanted.value = true));
  useKey('keySheetAnywhere', () => (isSheetWanted.value = true));
  useKey('readLatest', follow.resume);
  useKey('markHere', () => markHere(parts));
  useKey('goToMark', () => {
    const mark = annotations.mark.peek();
    if (mark !== null) void showSegment(parts, mark.segmentId);
  });
  useKey('openFind', toggle('find'));
  useKey('openDisplay', toggle('display'));
  useKey('openNotes', toggle('notes'));
  useKey('largerText', () => reading.stepSize(1));
  useKey('smallerText', () => reading.stepSize(-1));
  useKey('projectText', () => reading.switchMode(reading.mode.peek() === 'projector' ? 'text' : 'projector'));
  useKey('readByLine', () => reading.switchMode(reading.mode.peek() === 'lines' ? 'text' : 'lines'));
  useEffect(() => pressAgain(onThere()), []);
  return (
    <>
      <LeftOffer {...parts} />
      <SelectionMenu {...parts} onWrite={() => (panel.value = 'notes')} />
      {isOnItsOwn && isSheetWanted.value && <FirstKeySheet />}
    </>
  );
}

/** Only what nobody has heard yet, and only where the keys of the page listen: nothing may act on a key twice. */
function pressAgain(act: KeyboardEvent | null): void {
  if (act === null || act.defaultPrevented || isTyping(act.target)) return;
  // Of keys with Ctrl or Alt the browser may have taken heed already.
  if (act.ctrlKey || act.altKey || act.metaKey) return;
  const { key, code, shiftKey, isComposing } = act;
  dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, isComposing }));
}
