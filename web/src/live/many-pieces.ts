import type { ChangeOfMany } from './editing-work.ts';

/** So many corrections the server takes at once. */
const changesMax = 500;
/** So many characters of them: at four bytes each, with what goes around them, they stay well below its 1 MiB. */
const charactersMax = 150_000;

/** Corrections in pieces that the server takes one by one, in their order. */
export function inPieces(changes: readonly ChangeOfMany[]): readonly (readonly ChangeOfMany[])[] {
  const pieces: ChangeOfMany[][] = [];
  let characters = charactersMax;
  for (const change of changes) {
    const size = change.text.length + (change.speaker?.length ?? 0);
    const last = pieces.at(-1);
    if (last === undefined || last.length === changesMax || characters + size > charactersMax) {
      pieces.push([change]);
      characters = size;
    } else {
      last.push(change);
      characters += size;
    }
  }
  return pieces;
}
