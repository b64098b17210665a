import { signal, type ReadonlySignal } from '@preact/signals';

export type Theme = 'auto' | 'light' | 'dark';

export const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Read by theme.js too, before the first paint. */
const storageKey = 'scribecast.theme';
const current = signal<Theme>(firstTheme());

export const theme: ReadonlySignal<Theme> = current;

/** Applies the choice at once and keeps it; `auto` follows the system. */
export function switchTheme(wanted: Theme): void {
  current.value = wanted;
  const root = document.documentElement;
  if (wanted === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = wanted;
  try {
    localStorage.setItem(storageKey, wanted);
  } catch {
    // Storage may be forbidden: the choice then holds for this visit.
  }
}

function firstTheme(): Theme {
  const stored = globalThis.document?.documentElement.dataset['theme'];
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}
