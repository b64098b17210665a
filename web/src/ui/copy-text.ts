/** The two ways a page may have of putting text on the clipboard. */
export interface CopyWays {
  /** Absent on a page that came by plain http. */
  readonly clipboard: Pick<Clipboard, 'writeText'> | undefined;
  /** The old way, by a selection; false: the browser did not do it. */
  readonly copySelection: (text: string) => boolean;
}

/** Copies by the first way that works; false: the reader has to do it by hand. */
export async function copyText({ clipboard, copySelection }: CopyWays, text: string): Promise<boolean> {
  if (clipboard !== undefined) {
    const isWritten = await clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isWritten) return true;
  }
  try {
    return copySelection(text);
  } catch {
    return false;
  }
}

/** Copies out of a field that stands beside `place` for a moment: in an open dialog nothing outside takes the focus. */
export function copySelectionAt(place: HTMLElement): CopyWays['copySelection'] {
  return (text) => {
    const focused = document.activeElement;
    const field = document.createElement('textarea');
    field.value = text;
    field.readOnly = true;
    field.className = 'visually-hidden';
    place.after(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return isCopied;
  };
}
