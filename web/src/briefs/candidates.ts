import type { Brief, BriefMap } from './brief.ts';
import { codeKey } from './brief.ts';
import type { CaretText } from './expander.ts';

/** Something that what was typed last may become. */
export interface Candidate {
  readonly brief: Brief;
  /** How many characters before the caret it takes the place of. */
  readonly replaces: number;
}

/** What may become of the line's end, each time in the time of a look-up. */
export type CandidateIndex = (line: CaretText) => readonly Candidate[];

/** The line with the candidate in it; null where line or caret are no longer as they were when it was offered. */
export function lineWith({ brief, replaces }: Candidate, at: CaretText, now: Selected): CaretText | null {
  const { text, caret, anchor } = now;
  if (text !== at.text || caret !== at.caret || anchor !== caret) return null;
  const before = text.slice(0, caret - replaces) + brief.text;
  return { text: before + text.slice(caret), caret: before.length };
}

/** The line as it is, with the other end of what is selected. */
type Selected = CaretText & { readonly anchor: number };

const shownMax = 5;
const codeRun = /[A-Za-z0-9]{2,20}$/;
const hanRun = /\p{Script=Han}{2,8}$/u;

/**
 * Names and terms that begin with what stands before the caret: by their codes behind two Latin letters, by their text
 * behind two Chinese characters, the longest beginning first. At most five, none that says nothing new. Made once for
 * a glossary, so that a key looks through those alone that share its first two characters.
 */
export function createCandidateIndex(glossary: BriefMap): CandidateIndex {
  const entries = [...glossary];
  const codes = Map.groupBy(entries, ([key]) => key.slice(0, 2));
  const texts = Map.groupBy(entries, ([, { text }]) => text.slice(0, 2));
  const beginning = (isOne: (entry: Entry) => boolean, among: readonly Entry[] = []): readonly Brief[] => {
    const found: Brief[] = [];
    for (const entry of among) {
      if (isOne(entry)) found.push(entry[1]);
      if (found.length === shownMax) break;
    }
    return found;
  };
  return ({ text, caret }) => {
    const before = text.slice(Math.max(0, caret - 20), caret);
    const code = codeKey(codeRun.exec(before)?.[0] ?? '');
    if (code !== '') {
      const found = beginning(([key]) => key.startsWith(code), codes.get(code.slice(0, 2)));
      return found.map((brief) => ({ brief, replaces: code.length }));
    }
    const run = hanRun.exec(before)?.[0] ?? '';
    for (let length = run.length; length >= 2; length -= 1) {
      const last = run.slice(-length);
      const isMore = ([, { text: term }]: Entry): boolean => term.startsWith(last) && term !== last;
      const found = beginning(isMore, texts.get(last.slice(0, 2)));
      if (found.length > 0) return found.map((brief) => ({ brief, replaces: length }));
    }
    return [];
  };
}

type Entry = readonly [key: string, brief: Brief];

/** Looks a term up as one types: the same code first, then what begins with it, then what contains it. At most `limit`. */
export function lookUp(dictionaries: readonly BriefMap[], wanted: string, limit = 50): readonly Brief[] {
  const key = codeKey(wanted.trim());
  const ranked: Brief[][] = [[], [], []];
  const seen = new Set<string>();
  for (const dictionary of dictionaries) {
    for (const [known, brief] of dictionary) {
      if (seen.has(known)) continue;
      seen.add(known);
      const rank = rankOf(brief, { known, key });
      if (rank !== null) ranked[rank]?.push(brief);
    }
  }
  return ranked.flat().slice(0, limit);
}

function rankOf(
  { text, note }: Brief,
  { known, key }: { readonly known: string; readonly key: string },
): 0 | 1 | 2 | null {
  if (key === '') return 2;
  if (known === key) return 0;
  const words = text.toLowerCase();
  if (known.startsWith(key) || words.startsWith(key)) return 1;
  return words.includes(key) || note.toLowerCase().includes(key) ? 2 : null;
}
