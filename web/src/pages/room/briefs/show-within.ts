/** Scrolls a panel so that a line of it is in view; nothing else on the page moves, whatever the browser would do. */
export function showWithin(line: HTMLElement | null | undefined): void {
  const panel = line?.closest<HTMLElement>('.brief-panel');
  if (line == null || panel == null) return;
  const [inner, outer] = [line.getBoundingClientRect(), panel.getBoundingClientRect()];
  if (inner.top < outer.top) panel.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) panel.scrollTop += inner.bottom - outer.bottom;
}
