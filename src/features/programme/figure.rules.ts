import { checkText } from '../../platform/text/text.rules.ts';
import type { Text } from '../../platform/text/text.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';

/** What a figure holds in the document: whole numbers, texts, switches, or a choice of several. */
export type FigureValue = number | string | boolean | readonly string[];

export interface Option {
  readonly value: string;
  readonly name: Text;
}

/** What may stand in a blank of a sentence. Amounts are written as people write them, and kept whole. */
export type FigureRule = { readonly label: Text } & (
  | { readonly kind: 'WHOLE'; readonly min: number; readonly max: number }
  | { readonly kind: 'YUAN' | 'PERCENT' | 'TIMES'; readonly min: number; readonly max: number }
  | { readonly kind: 'SWITCH' }
  | { readonly kind: 'LEVEL' }
  | { readonly kind: 'CHOICE' | 'SET'; readonly options: readonly Option[] }
  | { readonly kind: 'NAME'; readonly max: number }
);
export type FigureKind = FigureRule['kind'];

/** How many of the smallest parts make one of what is written: fen a yuan, basis points a per cent, or a time. */
const parts = { YUAN: 100, PERCENT: 100, TIMES: 10_000, WHOLE: 1 } as const;
const decimals = { YUAN: 2, PERCENT: 2, TIMES: 2, WHOLE: 0 } as const;

/** A value as it is written into a blank; `parseFigure` reads it again. */
export function writeFigure(rule: FigureRule, value: FigureValue): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.join(',');
  return rule.kind === 'YUAN' || rule.kind === 'PERCENT' || rule.kind === 'TIMES'
    ? String(value / parts[rule.kind])
    : String(value);
}

/**
 * What somebody wrote into a blank, as it is kept. Only plain digits count: no signs, exponents, full-width digits
 * or spaces. Throws InvalidInput, which names the figure's key.
 */
export function parseFigure(key: string, rule: FigureRule, written: string): FigureValue {
  switch (rule.kind) {
    case 'WHOLE':
    case 'YUAN':
    case 'PERCENT':
    case 'TIMES':
      return parseNumber(key, rule, written);
    case 'SWITCH':
      if (written === 'true' || written === 'false') return written === 'true';
      throw unknownChoice(key, rule);
    case 'LEVEL':
      if (/^T[0-4]$/.test(written)) return written;
      throw unknownChoice(key, rule);
    case 'CHOICE':
      if (rule.options.some(({ value }) => value === written)) return written;
      throw unknownChoice(key, rule);
    case 'SET':
      return parseSet(key, rule, written);
    case 'NAME':
      return checkText(key, written, { name: rule.label, min: 1, max: rule.max });
  }
}

type NumberRule = Extract<FigureRule, { readonly min: number }>;

function parseNumber(key: string, rule: NumberRule, written: string): number {
  const { kind, min, max, label } = rule;
  const pattern = decimals[kind] === 0 ? /^\d{1,9}$/ : /^\d{1,9}(?:\.\d{1,2})?$/;
  const kept = pattern.test(written) ? Math.round(Number(written) * parts[kind]) : Number.NaN;
  if (kept >= min && kept <= max) return kept;
  const [low, high] = [min / parts[kind], max / parts[kind]];
  const isWhole = decimals[kind] === 0;
  throw new InvalidInput(
    key,
    {
      zh: `${label.zh}须为 ${low} 到 ${high} 的${isWhole ? '整数' : '数，最多两位小数'}，用半角数字填写。`,
      en: `${label.en} must be a ${isWhole ? 'whole number' : 'number'} from ${low} to ${high}${isWhole ? '' : ' with at most two decimals'}, in plain digits.`,
    },
    Math.floor(kept > max ? high : low),
  );
}

function parseSet(
  key: string,
  rule: Extract<FigureRule, { readonly options: unknown }>,
  written: string,
): readonly string[] {
  const chosen = new Set(written === '' ? [] : written.split(','));
  const known = rule.options.map(({ value }) => value).filter((value) => chosen.has(value));
  if (known.length !== chosen.size) throw unknownChoice(key, rule);
  return known;
}

const unknownChoice = (key: string, { label }: FigureRule): InvalidInput =>
  new InvalidInput(key, {
    zh: `${label.zh}：没有这个选项，请重新选择。`,
    en: `${label.en}: there is no such choice. Please choose again.`,
  });
