import { describe, expect, test } from '@jest/globals';
import { figureRule, figuresOf, rulesFrom } from './figures.rules.ts';
import { parseFigure, writeFigure } from './figure.rules.ts';
import { programmeDefaults } from './programme-defaults.rules.ts';
import { rulesWith } from './draft.rules.ts';
import { blanksOf, changesBetween, writeSentences } from './sentence.rules.ts';

const locales = ['zh-CN', 'en'] as const;
/** Figures of the lowest level that are as they are, because it is everybody's. */
const fixed = ['tiers.T0.isUsed', 'tiers.T0.spendFen', 'tiers.T0.orders', 'tiers.T0.points'];

const keysIn = (locale: (typeof locales)[number]): readonly string[] =>
  writeSentences(programmeDefaults, locale)
    .flatMap(({ rules }) => rules.flatMap(blanksOf))
    .map(({ key }) => key);

const readIn = (locale: (typeof locales)[number], rules = programmeDefaults): readonly string[] =>
  writeSentences(rules, locale).flatMap((section) => section.rules.map(({ text }) => text));

describe('the rules as sentences', () => {
  test.each(locales)('in %s every figure stands in exactly one of them', (locale) => {
    const all = [...figuresOf(programmeDefaults).keys()].filter((key) => !fixed.includes(key));
    expect(keysIn(locale).toSorted()).toEqual(all.toSorted());
  });

  test('every figure has a rule, and what is written in it is read as the same again', () => {
    for (const [key, value] of figuresOf(programmeDefaults)) {
      const rule = figureRule(key);
      expect([key, rule && parseFigure(key, rule, writeFigure(rule, value))]).toEqual([key, value]);
    }
  });

  test('a document is its figures, and they are the document', () => {
    expect(rulesFrom(figuresOf(programmeDefaults))).toEqual(programmeDefaults);
  });

  test('M2.1, M2.4, M2.5, M2.6: levels, discounts, multipliers and privileges are read with their figures', () => {
    expect(readIn('zh-CN')).toContain('银卡会员：考核期内消费满 5,000 元，或获得满 2,000 积分。');
    expect(readIn('en')).toContain('Diamond: spend of CNY 20,000, or 8,000 points earned within the window.');
    expect(readIn('zh-CN')).toContain(
      '银卡会员：按标价的 90% 付款，消费积分 × 1.2，享有 生日礼遇、新品优先、会员价、会员日专属优惠。',
    );
  });

  test('M3.5, M2.16: what is read changes with the figure', () => {
    const rules = rulesWith(programmeDefaults, [
      { key: 'activity.loginDays', value: '77' },
      { key: 'activity.cap', value: 'T2' },
    ]);
    expect(readIn('zh-CN', rules).filter((text) => text.includes('77 个不同的日子'))).toEqual([
      expect.stringContaining('最高升到 银卡会员'),
    ]);
  });

  test('a rule that is switched off says so', () => {
    const [track] = writeSentences(programmeDefaults, 'en')
      .flatMap(({ rules }) => rules)
      .filter(({ text }) => text.startsWith('Fast track'));
    expect(track).toMatchObject({
      isInForce: false,
      switch: { key: 'fastTrack.one.isOn', written: 'false' },
    });
  });

  test('what changed between two documents is told in words', () => {
    const after = rulesWith(programmeDefaults, [
      { key: 'tiers.T2.payBp', value: '88.5' },
      { key: 'expiry.kind', value: 'YEAR_END' },
    ]);
    expect(changesBetween(programmeDefaults, after, 'en')).toEqual([
      { key: 'tiers.T2.payBp', label: 'Silver: per cent of the list price', before: '90', after: '88.5' },
      {
        key: 'expiry.kind',
        label: 'how points expire',
        before: 'rolling, up to the end of the month',
        after: 'all at the end of a year',
      },
    ]);
  });
});
