import type { CaretText } from '../../briefs/expander.ts';

/**
 * Puts another text into a field, as one edit that the browser can undo; what stays the same is not touched. Where the
 * field has no focus, or the browser knows no such edit, the text is simply set.
 */
export function putIntoField(field: HTMLTextAreaElement, { text, caret }: CaretText): void {
  const { start, end, inserted } = difference(field.value, text);
  if (document.activeElement === field) {
    field.setSelectionRange(start, end);
    // The only way to the browser's own undo: it is deprecated, and every browser keeps it.
    const isDone =
      inserted === '' && start === end ? true : document.execCommand('insertText', false, inserted);
    if (!isDone || field.value !== text) field.value = text;
  } else field.value = text;
  field.setSelectionRange(caret, caret);
}

function difference(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly inserted: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, inserted: after.slice(start, after.length - tail) };
}
