import { inLocale, type Locale, type Text } from '../../platform/text/text.ts';
import { writeFigure, type FigureRule, type FigureValue } from './figure.rules.ts';
import { figureRule, figuresOf, type Figures } from './figures.rules.ts';
import { tierName } from './programme-names.rules.ts';
import { tierCodes, type ProgrammeRules, type TierCode } from './programme.rules.ts';
import { programmeSections, type Sentence } from './sentences.rules.ts';

/** A blank of a sentence, filled in. */
export interface Blank {
  readonly key: string;
  readonly rule: FigureRule;
  /** What it is called, for who cannot see the sentence around it. */
  readonly label: string;
  /** As it is written into the blank. */
  readonly written: string;
  /** As it is read in the sentence. */
  readonly shown: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
}

/** A piece of a sentence: words, or a blank. */
export interface SentencePart {
  readonly words: string;
  readonly blank: Blank | null;
}

/** A rule as a sentence, in one language. */
export interface WrittenRule {
  readonly ids: readonly string[];
  /** What puts it in force; null where nothing can put it out of force. */
  readonly switch: Blank | null;
  readonly isInForce: boolean;
  readonly parts: readonly SentencePart[];
  /** The whole sentence as members read it. */
  readonly text: string;
}

export interface WrittenSection {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly WrittenRule[];
}

/** All rules as sentences with their figures, in the reader's language. */
export function writeSentences(rules: ProgrammeRules, locale: Locale): readonly WrittenSection[] {
  const writing = { rules, locale, figures: figuresOf(rules) };
  return programmeSections.map(({ id, title, sentences }) => ({
    id,
    title: inLocale(title, locale),
    rules: sentences.map((sentence) => writeSentence(writing, sentence)),
  }));
}

interface Writing {
  readonly rules: ProgrammeRules;
  readonly locale: Locale;
  readonly figures: Figures;
}

function writeSentence(
  writing: Writing,
  { ids, words, switchKey, inForceBy = switchKey, readAs }: Sentence,
): WrittenRule {
  // The split leaves words at even places, and the keys between them at odd ones.
  const parts = inLocale(words, writing.locale)
    .split(/\{([^}]+)\}/)
    .map((piece, i) => (i % 2 === 0 ? { words: piece, blank: null } : partFor(writing, piece)))
    .filter(({ words: some, blank }) => some !== '' || blank !== null);
  const filledIn = parts.map(({ words: some, blank }) => (blank ? blank.shown : some)).join('');
  return {
    ids,
    switch: switchKey === undefined ? null : blankOf(writing, switchKey),
    isInForce: inForceBy === undefined || writing.figures.get(inForceBy) === true,
    parts,
    text: readAs ? inLocale(readAs(writing.rules), writing.locale) : filledIn,
  };
}

function partFor(writing: Writing, key: string): SentencePart {
  if (!key.endsWith('*')) return { words: '', blank: blankOf(writing, key) };
  return { words: blankOf(writing, key.slice(0, -1)).shown, blank: null };
}

function blankOf({ rules, locale, figures }: Writing, key: string): Blank {
  const rule = figureRule(key);
  const value = figures.get(key);
  if (rule === null || value === undefined)
    throw new Error(`A sentence names a figure that is not there: ${key}`);
  const options = optionsOf(rules, rule).map((option) => ({
    value: option.value,
    name: inLocale(option.name, locale),
  }));
  return {
    key,
    rule,
    label: labelOf({ rules, locale }, { key, rule }),
    written: writeFigure(rule, value),
    shown: shownValue({ rule, value, options, locale }),
    options,
  };
}

/** Levels are called what these rules call them. */
function optionsOf(
  rules: ProgrammeRules,
  rule: FigureRule,
): readonly { readonly value: string; readonly name: Text }[] {
  if (rule.kind === 'LEVEL') return tierCodes.map((code) => ({ value: code, name: tierName(rules, code) }));
  return rule.kind === 'CHOICE' || rule.kind === 'SET' ? rule.options : [];
}

function labelOf(
  { rules, locale }: Pick<Writing, 'rules' | 'locale'>,
  { key, rule }: { readonly key: string; readonly rule: FigureRule },
): string {
  const code = /^tiers\.(T\d)\./.exec(key)?.[1] as TierCode | undefined;
  const label = inLocale(rule.label, locale);
  if (code === undefined) return label;
  const name = inLocale(tierName(rules, code), locale);
  return locale === 'en' ? `${name}: ${label}` : `${name}：${label}`;
}

interface Shown {
  readonly rule: FigureRule;
  readonly value: FigureValue;
  readonly options: Blank['options'];
  readonly locale: Locale;
}

/** A value as people read it: 5,000; 金卡会员; 周六、周日. */
function shownValue({ rule, value, options, locale }: Shown): string {
  const nameOf = (each: string): string => options.find((option) => option.value === each)?.name ?? each;
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value === 'string') return nameOf(value);
  if (typeof value !== 'number')
    return value.map(nameOf).join(locale === 'en' ? ', ' : '、') || (locale === 'en' ? 'nothing' : '无');
  return Number(writeFigure(rule, value)).toLocaleString('en-US');
}

/** The blanks of a rule, its switch first. */
export const blanksOf = ({ switch: first, parts }: WrittenRule): readonly Blank[] => [
  ...(first ? [first] : []),
  ...parts.flatMap(({ blank }) => (blank ? [blank] : [])),
];

/** One figure that differs between two versions, in words. */
export interface FigureChange {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What is different in `after`, in the order in which the rules are read. */
export function changesBetween(
  before: ProgrammeRules,
  after: ProgrammeRules,
  locale: Locale,
): readonly FigureChange[] {
  const blanks = (rules: ProgrammeRules): ReadonlyMap<string, Blank> =>
    new Map(
      writeSentences(rules, locale)
        .flatMap((section) => section.rules.flatMap(blanksOf))
        .map((blank) => [blank.key, blank] as const),
    );
  const [old, fresh] = [blanks(before), blanks(after)];
  return [...fresh.values()].flatMap(({ key, label, written, shown }) => {
    const was = old.get(key);
    return was === undefined || was.written === written
      ? []
      : [{ key, label, before: was.shown, after: shown }];
  });
}
