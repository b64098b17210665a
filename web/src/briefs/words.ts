import type { CaretText } from './expander.ts';

/** A stretch of the line. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const latinRun = /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}'’_-]*$/u;
const behindWord = /[\s\p{P}]+$/u;

/**
 * The last word before the caret, what ends it left aside: a run of Latin letters and digits, else a word of Chinese.
 * Null where there is none.
 */
export function lastWordOf({ text, caret }: CaretText): Stretch | null {
  const before = text.slice(0, caret).replace(behindWord, '');
  if (before === '') return null;
  const run = latinRun.exec(before);
  if (run !== null) return { start: run.index, end: before.length };
  const last = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(before.slice(-40))].at(-1);
  const length = last?.segment.length ?? 1;
  return { start: before.length - length, end: before.length };
}

/**
 * The run of letters that was just ended and looks like a code that no dictionary has. Among Chinese every short run
 * does; elsewhere only what is no word: without a vowel, or with a digit among its letters.
 */
export function unknownCodeIn({ text, caret }: CaretText): string | null {
  const run = /(?:^|[^\p{Script=Latin}\p{Nd}'’_@.-])([A-Za-z][A-Za-z0-9]{0,7})$/u.exec(
    text.slice(0, caret),
  )?.[1];
  if (run === undefined) return null;
  const isAmongChinese = /\p{Script=Han}/u.test(text);
  const isNoWord = run.length > 1 && (!/[aeiouy]/i.test(run) || /\d/.test(run));
  return isAmongChinese || isNoWord ? run : null;
}

/** The text with every occurrence of a word put right, and how many there were; a Latin word only as a whole. */
export function replaceWord(
  text: string,
  { word, by }: { readonly word: string; readonly by: string },
): { readonly text: string; readonly count: number } {
  if (word === '' || word === by) return { text, count: 0 };
  const isLatin = /[\p{Script=Latin}\p{Nd}]/u;
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  const before = isLatin.test(word[0] ?? '') ? String.raw`(?<![\p{Script=Latin}\p{Nd}])` : '';
  const behind = isLatin.test(word.at(-1) ?? '') ? String.raw`(?![\p{Script=Latin}\p{Nd}])` : '';
  let count = 0;
  const changed = text.replace(new RegExp(before + escaped + behind, 'gu'), () => {
    count += 1;
    return by;
  });
  return { text: changed, count };
}

/** The first syllable in the dictionary's order under each letter: what sorts at or behind it begins with the letter. */
const firstUnder: readonly (readonly [character: string, letter: string])[] = [
  ...'阿a八b嚓c哒d妸e发f旮g哈h讥j咔k垃l痳m拏n噢o妑p七q呥r扨s它t穵w夕x丫y帀z'.matchAll(/(.)([a-z])/gu),
].map(([, character = '', letter = '']) => [character, letter]);

/** A code that a text suggests: the initials of its words, or of its Chinese characters' sounds; empty where none. */
export function suggestedCode(text: string): string {
  const collator = new Intl.Collator('zh-CN-u-co-pinyin');
  const parts = text.match(/\p{Script=Han}|[A-Za-z]+|\d+/gu) ?? [];
  const initials = parts.map((part) => {
    if (!/\p{Script=Han}/u.test(part)) return /\d/.test(part) ? part : part[0];
    return firstUnder.findLast(([character]) => collator.compare(character, part) <= 0)?.[1] ?? '';
  });
  return initials.join('').toLowerCase().slice(0, 12);
}
