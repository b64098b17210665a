import type { Brief, BriefMap } from './brief.ts';
import { codeKey } from './brief.ts';
import type { CaretText } from './expander.ts';

/** Something that what was typed last may become. */
export interface Candidate {
  readonly brief: Brief;
  /** How many characters before the caret it takes the place of. */
  readonly replaces: number;
}

const shownMax = 5;
const codeRun = /[A-Za-z0-9]{2,20}$/;
const hanRun = /\p{Script=Han}{2,8}$/u;

/**
 * Names and terms that begin with what stands before the caret: by their codes behind two Latin letters, by their text
 * behind two Chinese characters, the longest beginning first. At most five, none that says nothing new.
 */
export function candidatesFor(glossary: BriefMap, { text, caret }: CaretText): readonly Candidate[] {
  const before = text.slice(0, caret);
  const code = codeRun.exec(before)?.[0];
  if (code !== undefined) return byCode(glossary, code);
  const run = hanRun.exec(before)?.[0] ?? '';
  for (let length = run.length; length >= 2; length -= 1) {
    const found = byText(glossary, run.slice(-length));
    if (found.length > 0) return found;
  }
  return [];
}

function byCode(glossary: BriefMap, code: string): readonly Candidate[] {
  const key = codeKey(code);
  const found: Candidate[] = [];
  for (const [known, brief] of glossary) {
    if (known.startsWith(key)) found.push({ brief, replaces: code.length });
    if (found.length === shownMax) break;
  }
  return found;
}

function byText(glossary: BriefMap, beginning: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const brief of glossary.values()) {
    if (brief.text.startsWith(beginning) && brief.text !== beginning) {
      found.push({ brief, replaces: beginning.length });
    }
    if (found.length === shownMax) break;
  }
  return found;
}

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
