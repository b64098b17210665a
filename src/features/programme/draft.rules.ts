import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { parseFigure, type FigureValue } from './figure.rules.ts';
import { figureRule, figuresOf, rulesFrom } from './figures.rules.ts';
import type { ProgrammeRules } from './programme.rules.ts';

/** A figure as somebody wrote it. */
export interface WrittenFigure {
  readonly key: string;
  readonly value: string;
}

/** More figures than the document has cannot be meant. */
export const figuresMax = 400;
export const noteMax = 200;
/** A version can be saved this many days ahead. */
export const daysAheadMax = 366;

/** The rules with these figures in place of their own; the last of a key stands. Throws InvalidInput, which names the key. */
export function rulesWith(rules: ProgrammeRules, written: readonly WrittenFigure[]): ProgrammeRules {
  if (written.length > figuresMax)
    throw new InvalidInput(
      'figures',
      {
        zh: `一次最多修改 ${figuresMax} 个数字。`,
        en: `At most ${figuresMax} figures can be changed at once.`,
      },
      figuresMax,
    );
  const figures = new Map<string, FigureValue>(figuresOf(rules));
  for (const { key, value } of written) {
    const rule = figures.has(key) ? figureRule(key) : null;
    if (rule === null) throw unknownFigure();
    figures.set(key, parseFigure(key, rule, value));
  }
  return rulesFrom(figures);
}

const unknownFigure = (): InvalidInput =>
  new InvalidInput('figures', {
    zh: '规则中没有这个数字，页面可能已过期，请刷新后重试。',
    en: 'The rules have no such figure; this page may be out of date. Please reload it and try again.',
  });
