import { useEffect, useRef } from 'preact/hooks';

/** Gives the focus to the page's heading when what had it is gone: a row whose work is done, after its dialog. */
export function rescueFocus(): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  document.querySelector<HTMLElement>('main h1')?.focus();
}

/** The same when `place` changes: one page that shows one thing instead of another, without a change of address. */
export function useRescuedFocus(place: unknown): void {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    rescueFocus();
  }, [place]);
}
