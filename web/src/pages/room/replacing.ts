import type { ChangeOfMany } from '../../live/editing-work.ts';

/** What is to be found, and what to be put in its place. */
export interface Replacing {
  readonly find: string;
  readonly with: string;
  readonly matchesCase: boolean;
  /** Whether a full-width letter, digit or sign is another than its half-width form. */
  readonly matchesWidth: boolean;
}

/** A piece of a text: as it stands, or replaced. */
export interface Piece {
  readonly text: string;
  /** What comes in its place; null: it stays. */
  readonly by: string | null;
}

/** What replacing would do to one segment. */
export interface Replacement {
  readonly change: ChangeOfMany;
  readonly pieces: readonly Piece[];
  readonly count: number;
}

/** Cuts a text at each place where the wanted stands, from the left, without overlaps; null where it stands nowhere. */
export function piecesOf(text: string, replacing: Replacing): readonly Piece[] | null {
  const wanted = folded(replacing.find, replacing);
  if (wanted === '') return null;
  const searched = folded(text, replacing);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, from)) {
    if (at > from) pieces.push({ text: text.slice(from, at), by: null });
    pieces.push({ text: text.slice(at, at + wanted.length), by: replacing.with });
    from = at + wanted.length;
  }
  if (from === 0) return null;
  return from < text.length ? [...pieces, { text: text.slice(from), by: null }] : pieces;
}

type Found = Pick<ChangeOfMany, 'id' | 'text' | 'speaker'> & { readonly revision: number };

/** What replacing would do to these segments; those that it does not touch are left out. */
export function replacements(segments: readonly Found[], replacing: Replacing): readonly Replacement[] {
  return segments.flatMap(({ id, revision, text, speaker }) => {
    const pieces = piecesOf(text, replacing);
    const after = pieces?.map((piece) => piece.by ?? piece.text).join('');
    if (pieces === null || after === undefined || after === text) return [];
    const count = pieces.filter(({ by }) => by !== null).length;
    return [{ change: { id, baseRevision: revision, text: after, speaker }, pieces, count }];
  });
}

const charactersMax = 10_000;

/** Whether a segment could be so: not blank, not too long. */
export const isPossible = ({ change: { text } }: Replacement): boolean =>
  text.trim() !== '' && [...text].length <= charactersMax;

/** A text of the same length in which what counts as the same is the same. */
function folded(text: string, { matchesCase, matchesWidth }: Replacing): string {
  const narrow = matchesWidth ? text : text.replace(/[\uff01-\uff5e\u3000]/g, halfWidth);
  return matchesCase ? narrow : narrow.replace(/\p{Lu}/gu, lowerCase);
}

function halfWidth(character: string): string {
  if (character === '\u3000') return ' ';
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** A few letters are longer in lower case: they stay, for places must stay comparable. */
function lowerCase(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
