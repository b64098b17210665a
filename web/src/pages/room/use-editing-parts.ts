import { useSignal, type Signal } from '@preact/signals';

import type { PanelId } from './panel-keys.tsx';
import type { WritingParts } from './room-parts.ts';

/** What the log and the line tell the panels that edit. */
export function useEditingParts(
  open: Signal<PanelId | null>,
): Pick<WritingParts, 'inspected' | 'openPanel' | 'renamed' | 'renameSpeaker'> {
  const inspected = useSignal<string | null>(null);
  const renamed = useSignal('');
  const openPanel = (id: PanelId): void => void (open.value = id);
  const renameSpeaker = (name: string): void => {
    renamed.value = name;
    openPanel('replace');
  };
  return { inspected, openPanel, renamed, renameSpeaker };
}
