import { signal } from '@preact/signals';

/** The page is about to be loaded again on the user's word, and what is unsent is kept on this device. */
const isReloading = signal(false);

interface Leaving {
  /** Something on the page did not reach the server. */
  readonly isUnsent: () => boolean;
  /** It would not be there after a reload either. */
  readonly isUnprotected: () => boolean;
}

/**
 * Asks the browser to ask before the page is left while something is unsent; returns how to stop it. A reload by our
 * own button is not asked about as long as everything unsent is kept.
 */
export function warnBeforeLeaving(page: Window, { isUnsent, isUnprotected }: Leaving): () => void {
  const warn = (event: BeforeUnloadEvent): void => {
    if (isUnsent() && (isUnprotected() || !isReloading.peek())) event.preventDefault();
    isReloading.value = false;
  };
  page.addEventListener('beforeunload', warn);
  return () => page.removeEventListener('beforeunload', warn);
}

/** Loads the page again: for a new version, or for a part that did not come. */
export function reloadKept(): void {
  isReloading.value = true;
  location.reload();
}
