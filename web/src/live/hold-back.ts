/** How much of the line stays with the writer for a moment; `none`: readers see each key at once. */
export interface HoldBack {
  readonly unit: 'none' | 'characters' | 'words' | 'seconds';
  /** How many characters, words (a Chinese character is a word) or seconds. */
  readonly count: number;
}

export const noHoldBack: HoldBack = { unit: 'none', count: 0 };

/** Keeps account of how much of a line is public. What was public once stays so until the writer deletes it. */
export interface HeldLine {
  readonly change: (text: string, now: number) => void;
  /** Everything that stands in the line is public from now on. */
  readonly flush: () => void;
  /** Where what is held back begins, as an index into the line. */
  readonly publicLength: (hold: HoldBack, now: number) => number;
  /** When time alone makes more of it public; null: never. */
  readonly nextAt: (hold: HoldBack) => number | null;
}

/** Everything up to `end` stood as it is since `at`. */
interface Stamp {
  readonly end: number;
  readonly at: number;
}

export function createHeldLine(): HeldLine {
  const line = { text: '', published: 0, stamps: [] as readonly Stamp[] };
  return {
    change: (text, now) => {
      const kept = commonLength(line.text, text);
      const cut = line.stamps.find(({ end }) => end > kept);
      const standing = line.stamps.filter(({ end }) => end <= kept);
      line.stamps = [
        ...standing,
        ...(cut !== undefined && kept > (standing.at(-1)?.end ?? 0) ? [{ end: kept, at: cut.at }] : []),
        ...(text.length > kept ? [{ end: text.length, at: now }] : []),
      ];
      line.published = Math.min(line.published, kept);
      line.text = text;
    },
    flush: () => void (line.published = line.text.length),
    publicLength: (hold, now) => {
      line.published = Math.max(line.published, lengthBefore(line, hold, now));
      return line.published;
    },
    nextAt: ({ unit, count }) => {
      if (unit !== 'seconds') return null;
      const next = line.stamps.find(({ end }) => end > line.published);
      return next === undefined ? null : next.at + count * 1_000;
    },
  };
}

interface StampedLine {
  readonly text: string;
  readonly stamps: readonly Stamp[];
}

function lengthBefore({ text, stamps }: StampedLine, { unit, count }: HoldBack, now: number): number {
  if (unit === 'characters') return beforeCharacters(text, count);
  if (unit === 'words') return beforeWords(text, count);
  if (unit === 'seconds') return stamps.findLast(({ at }) => at + count * 1_000 <= now)?.end ?? 0;
  return text.length;
}

function beforeCharacters(text: string, count: number): number {
  const steps = { at: text.length };
  for (let left = count; left > 0 && steps.at > 0; left -= 1) steps.at -= lastCharacterLength(text, steps.at);
  return steps.at;
}

/** A character outside the first plane takes two places, and is never cut in half. */
function lastCharacterLength(text: string, end: number): number {
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, end - 2), end)) ? 2 : 1;
}

const lastWord =
  /(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+)\s*$/u;
/** Words are looked for in this much of the line's end: a longer one is cut, which only holds back less. */
const tailMax = 400;

function beforeWords(text: string, count: number): number {
  const start = Math.max(0, text.length - tailMax);
  const tail = { text: text.slice(start) };
  for (let left = count; left > 0 && tail.text !== ''; left -= 1) {
    const word = lastWord.exec(tail.text);
    tail.text = word === null ? '' : tail.text.slice(0, word.index);
  }
  return start + tail.text.length;
}

function commonLength(one: string, other: string): number {
  if (other.startsWith(one)) return one.length;
  const longest = Math.min(one.length, other.length);
  let length = 0;
  while (length < longest && one[length] === other[length]) length += 1;
  return length;
}
