/** A piece of two texts: in both, only in the older, or only in the newer. */
export interface DiffPiece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this the middle is told as one change: the table would cost more than it tells. */
const cellsMax = 250_000;

/** What changed from one text to another, character by character. */
export function diffTexts(before: string, after: string): readonly DiffPiece[] {
  const [older, newer] = [[...before], [...after]];
  const head = commonLength(older, newer);
  const tail = commonLength(older.slice(head).reverse(), newer.slice(head).reverse());
  const middle = {
    older: older.slice(head, older.length - tail),
    newer: newer.slice(head, newer.length - tail),
  };
  return joined([
    { kind: 'same', text: older.slice(0, head).join('') },
    ...diffMiddle(middle.older, middle.newer),
    { kind: 'same', text: older.slice(older.length - tail).join('') },
  ]);
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((character, place) => character !== other[place]);
  return differs === -1 ? one.length : differs;
}

/** By the longest common subsequence. */
function diffMiddle(older: readonly string[], newer: readonly string[]): readonly DiffPiece[] {
  if (older.length * newer.length > cellsMax) {
    return [
      { kind: 'gone', text: older.join('') },
      { kind: 'new', text: newer.join('') },
    ];
  }
  const lengths = commonLengths(older, newer);
  const at = (i: number, j: number): number => lengths[i * (newer.length + 1) + j] ?? 0;
  const pieces: DiffPiece[] = [];
  for (let [i, j] = [0, 0]; i < older.length || j < newer.length;) {
    if (i < older.length && older[i] === newer[j]) {
      pieces.push({ kind: 'same', text: older[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j === newer.length || (i < older.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'gone', text: older[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'new', text: newer[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** How long what is common to the rests behind each two places is. */
function commonLengths(older: readonly string[], newer: readonly string[]): Uint16Array {
  const width = newer.length + 1;
  const lengths = new Uint16Array((older.length + 1) * width);
  for (let i = older.length - 1; i >= 0; i -= 1) {
    for (let j = newer.length - 1; j >= 0; j -= 1) {
      const below = lengths[(i + 1) * width + j] ?? 0;
      const beside = lengths[i * width + j + 1] ?? 0;
      const both = lengths[(i + 1) * width + j + 1] ?? 0;
      lengths[i * width + j] = older[i] === newer[j] ? both + 1 : Math.max(below, beside);
    }
  }
  return lengths;
}

/** Neighbours of one kind are one piece. */
function joined(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const result: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
