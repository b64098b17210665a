/** Asks the browser to ask before the page is left while `isUnsafe` says so; returns how to stop it. */
export function warnBeforeLeaving(page: Window, isUnsafe: () => boolean): () => void {
  const warn = (event: BeforeUnloadEvent): void => {
    if (isUnsafe()) event.preventDefault();
  };
  page.addEventListener('beforeunload', warn);
  return () => page.removeEventListener('beforeunload', warn);
}
