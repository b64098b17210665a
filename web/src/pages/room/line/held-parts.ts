export interface HeldPart {
  readonly text: string;
  readonly isHeld: boolean;
}

interface ShownLine {
  /** The line as it was taken last. */
  readonly text: string;
  /** What stands in the field: the line, and in it what an input method is composing. */
  readonly shown: string;
  readonly publicLength: number;
}

/** The field's text in the order it stands there, cut where readers' knowledge of it begins and ends. */
export function heldParts({ text, shown, publicLength }: ShownLine): readonly HeldPart[] {
  const start = commonStart(text, shown);
  const rest = commonStart(reversed(text.slice(start)), reversed(shown.slice(start)));
  const end = shown.length - rest;
  const composed = end - start - (text.length - start - rest);
  const open = Math.min(publicLength, start);
  // Of what stands behind the composition, readers have what they had.
  const openAfter =
    publicLength > start ? Math.min(shown.length, Math.max(end, publicLength + composed)) : end;
  const parts: readonly HeldPart[] = [
    { text: shown.slice(0, open), isHeld: false },
    { text: shown.slice(open, end), isHeld: true },
    { text: shown.slice(end, openAfter), isHeld: false },
    { text: shown.slice(openAfter), isHeld: true },
  ];
  return parts.filter((part) => part.text !== '');
}

function commonStart(one: string, other: string): number {
  const longest = Math.min(one.length, other.length);
  let length = 0;
  while (length < longest && one[length] === other[length]) length += 1;
  return length;
}

/** By places, not by characters: only lengths are compared. */
function reversed(text: string): string {
  return text.split('').reverse().join('');
}
