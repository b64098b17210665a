import { codeCharactersMax, codeKey, type Brief, type BriefMap } from './brief.ts';

/** A text and where the caret stands in it. */
export interface CaretText {
  readonly text: string;
  readonly caret: number;
}

/** What became of a code in the line; kept until the next one, so that it can be taken back. */
export interface Expansion extends CaretText {
  /** Where it begins. */
  readonly start: number;
  /** What was typed, with its delimiter. */
  readonly typed: string;
  /** What was typed, without it. */
  readonly code: string;
  /** What stands there now. */
  readonly inserted: string;
  readonly brief: Brief;
}

export interface ExpanderSettings {
  /** What ends a code: a space, punctuation, and a character chosen for nothing else; empty: none. */
  readonly bySpace: boolean;
  readonly byPunctuation: boolean;
  readonly trigger: string;
  /** What becomes of the space that ended a code. `auto`: it goes where the text ends in Chinese. */
  readonly space: 'auto' | 'keep' | 'swallow';
  /** `follow`: Abc and ABC give a Latin text the same case. */
  readonly letterCase: 'follow' | 'exact';
}

export const standardSettings: ExpanderSettings = {
  bySpace: true,
  byPunctuation: true,
  trigger: '',
  space: 'auto',
  letterCase: 'follow',
};

export interface BriefExpander {
  /** After a key was typed: what the line becomes when the key ended a code; null: nothing ends or nothing is found. */
  (text: string, caret: number): Expansion | null;
  /** The code that ends at the caret, without a delimiter: for Enter, or a key of its own. */
  readonly finish: (text: string, caret: number) => Expansion | null;
}

const punctuation = new Set([...',.;:!?)]}，。；：！？、）】》〉」』”’…—']);
const isHan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}　-〿＀-｠]/u;
const isWord = /[\p{Script=Latin}\p{Nd}]/u;
/** What a keyboard types as one run: visible ASCII, and the same letters and digits in full width. */
const isOfCode = /[\u0021-\u007e０-９Ａ-Ｚａ-ｚ]/u;
/** Between two words these make one word of them: the second is no code. */
const joining = new Set([..."'’-_@/\\&#."]);

/** Whether the character ends a code under these settings. */
export function endsCode(character: string, settings: ExpanderSettings): boolean {
  if (character === '') return false;
  if (character === settings.trigger) return true;
  if (character === ' ' || character === '　') return settings.bySpace;
  return settings.byPunctuation && punctuation.has(character);
}

/**
 * Expands codes as they are typed. The first dictionary that has a code wins; of the codes that end at the same place
 * the longest. A code may stand right behind Chinese text; behind a Latin letter or a digit it is part of a word.
 * One key costs at most forty look-ups, however large the dictionaries are.
 */
export function createBriefExpander(
  dictionaries: readonly BriefMap[],
  settings: ExpanderSettings = standardSettings,
): BriefExpander {
  const expandAt = (line: CaretText, delimiter: string): Expansion | null => {
    const end = line.caret - delimiter.length;
    const found = longestCode(line.text, end, dictionaries);
    return found === null ? null : replaced(line, { ...found, delimiter, settings });
  };
  const expand = (text: string, caret: number): Expansion | null => {
    const delimiter = text.slice(Math.max(0, caret - 1), caret);
    return endsCode(delimiter, settings) ? expandAt({ text, caret }, delimiter) : null;
  };
  return Object.assign(expand, { finish: (text: string, caret: number) => expandAt({ text, caret }, '') });
}

interface FoundCode {
  readonly start: number;
  readonly brief: Brief;
}

function longestCode(text: string, end: number, dictionaries: readonly BriefMap[]): FoundCode | null {
  let start = end;
  while (start > 0 && end - start < codeCharactersMax && isOfCode.test(text[start - 1] ?? '')) start -= 1;
  for (let from = start; from < end; from += 1) {
    if (!canBegin(text, from)) continue;
    const key = codeKey(text.slice(from, end));
    for (const dictionary of dictionaries) {
      const brief = dictionary.get(key);
      if (brief !== undefined) return { start: from, brief };
    }
  }
  return null;
}

/** Whether a code can begin here: not in the middle of a word. */
function canBegin(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (!isWord.test(text[at] ?? '')) return true;
  if (isWord.test(before)) return false;
  return !(joining.has(before) && isWord.test(text[at - 2] ?? ''));
}

interface Replacing extends FoundCode {
  readonly delimiter: string;
  readonly settings: ExpanderSettings;
}

function replaced({ text, caret }: CaretText, { start, brief, delimiter, settings }: Replacing): Expansion {
  const typed = text.slice(start, caret);
  const code = typed.slice(0, typed.length - delimiter.length);
  const words = settings.letterCase === 'follow' ? inCaseOf(code, brief) : brief.text;
  const inserted = words + keptDelimiter(delimiter, words, settings);
  return {
    text: text.slice(0, start) + inserted + text.slice(caret),
    caret: start + inserted.length,
    ...{ start, typed, code, inserted, brief },
  };
}

function keptDelimiter(delimiter: string, words: string, settings: ExpanderSettings): string {
  if (delimiter !== '' && delimiter === settings.trigger) return '';
  if (delimiter !== ' ' && delimiter !== '　') return delimiter;
  if (settings.space === 'auto') return isHan.test(words.at(-1) ?? '') ? '' : delimiter;
  return settings.space === 'keep' ? delimiter : '';
}

/** A code written exactly as in the dictionary gives its text as it is; Abc begins it with a capital, ABC is all capitals. */
function inCaseOf(code: string, brief: Brief): string {
  const plain = code.normalize('NFKC');
  const { text } = brief;
  if (plain === brief.code.normalize('NFKC') || plain === plain.toLowerCase()) return text;
  const letters = plain.replace(/[^A-Za-z]/g, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return text.toUpperCase();
  const [first = ''] = plain;
  return first !== first.toLowerCase() ? capitalised(text) : text;
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Puts the code back in the place of its text; null when the text has been changed since. */
export function takeBack(expansion: Expansion, { text, caret }: CaretText): CaretText | null {
  const { start, inserted, typed } = expansion;
  if (inserted === '' || text.slice(start, start + inserted.length) !== inserted) return null;
  const end = start + inserted.length;
  const moved = caret >= end ? caret + typed.length - inserted.length : Math.min(caret, start + typed.length);
  return { text: text.slice(0, start) + typed + text.slice(end), caret: moved };
}
