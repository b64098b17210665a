import { signal } from '@preact/signals';
import type { JSX } from 'preact';

import { keysText } from '../text/keys.text.ts';
import { shellText } from '../text/shell.text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useKey } from './use-key.ts';

const isOpen = signal(false);

/** Opens the sheet, for a button that leads to it. */
export function openKeySheet(): void {
  isOpen.value = true;
}

const KeyTables = lazyPart({
  load: async () => (await import('./key-tables.tsx')).KeyTables,
  texts: [keysText],
  lines: 8,
});

/** Every key of the program, printed from the table it listens by, and the place to change them. Mount it once. */
export function KeySheet(): JSX.Element {
  useKey('keySheet', openKeySheet);
  useKey('keySheetAnywhere', openKeySheet);
  return (
    <Dialog isOpen={isOpen.value} title={shellText().keySheet} onClose={() => (isOpen.value = false)}>
      <KeyTables />
    </Dialog>
  );
}
