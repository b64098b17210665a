/** A passage that a reader has marked for themselves, with or without words of their own. Never leaves the device. */
export interface Note {
  readonly id: string;
  readonly segmentId: string;
  readonly quote: string;
  /** What stood before the quote when it was marked, to find it again among equal words. */
  readonly before: string;
  readonly start: number;
  readonly speaker: string | null;
  readonly startedMs: number;
  readonly words: string;
  readonly createdAtMs: number;
}

/** A piece of a segment's text; `noteId` where it is marked. */
export interface Span {
  readonly text: string;
  readonly noteId: string | null;
}

/** As much of what stands before a quote as helps to find it again. */
export const beforeLengthMax = 24;

/**
 * Where a note's quote stands in the segment's text of now; -1 when a correction has taken its words away. Among equal
 * words the one that has most of the same before it, then the one that is nearest to where it was.
 */
export function placeIn(
  text: string,
  { quote, before, start }: Pick<Note, 'quote' | 'before' | 'start'>,
): number {
  if (quote === '') return -1;
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  const worth = (at: number): number => commonEnd(text.slice(0, at), before) * 10_000 - Math.abs(at - start);
  return found.toSorted((one, other) => worth(other) - worth(one))[0] ?? -1;
}

/** A segment's text in pieces, marked and not; of two notes on the same words the earlier one is shown. */
export function spansOf(text: string, notes: readonly Note[]): readonly Span[] {
  const places = notes
    .map((note) => ({ at: placeIn(text, note), note }))
    .filter(({ at }) => at !== -1)
    .toSorted((one, other) => one.at - other.at);
  const spans: Span[] = [];
  let end = 0;
  for (const { at, note } of places) {
    if (at < end) continue;
    if (at > end) spans.push({ text: text.slice(end, at), noteId: null });
    end = at + note.quote.length;
    spans.push({ text: text.slice(at, end), noteId: note.id });
  }
  if (end < text.length) spans.push({ text: text.slice(end), noteId: null });
  return spans;
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < other.length && length < one.length && one.at(-1 - length) === other.at(-1 - length))
    length += 1;
  return length;
}
