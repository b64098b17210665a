import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { rulesWith } from './draft.rules.ts';
import { figuresOf } from './figures.rules.ts';
import { programmeDefaults } from './programme-defaults.rules.ts';

const faultOf = (key: string, value: string): unknown => {
  try {
    return rulesWith(programmeDefaults, [{ key, value }]);
  } catch (error) {
    return error instanceof InvalidInput ? error.field : error;
  }
};

describe('a figure as it is written', () => {
  test.each([
    ['tiers.T2.spendFen', '5000.5', 500_050],
    ['tiers.T2.payBp', '88.5', 8_850],
    ['tiers.T2.timesBp', '1.25', 12_500],
    ['memberDay.dayOfMonth', '28', 28],
  ])('%s as %s is kept whole', (key, value, kept) => {
    expect(figuresOf(rulesWith(programmeDefaults, [{ key, value }])).get(key)).toBe(kept);
  });

  test.each(
    [
      '',
      '-1',
      '+1',
      '1e3',
      '１２',
      '0x10',
      'NaN',
      'Infinity',
      ' 5',
      '5 ',
      '1,000',
      '2147483648',
      '9007199254740993',
      '9223372036854775808',
      '1.234',
      '.5',
      '5.',
    ].map((value) => [value] as const),
  )('no amount is %j', (value) => {
    expect(faultOf('tiers.T2.spendFen', value)).toBe('tiers.T2.spendFen');
  });

  test.each([
    ['memberDay.dayOfMonth', '0'],
    ['memberDay.dayOfMonth', '29'],
    ['memberDay.dayOfMonth', '1.5'],
    ['tiers.T2.payBp', '100.01'],
    ['tiers.T2.payBp', '0'],
    ['tiers.T2.timesBp', '0.99'],
    ['activity.isOn', 'yes'],
    ['activity.cap', 'T9'],
    ['expiry.kind', 'NEVER'],
    ['tiers.T2.privileges', 'MEMBER_PRICE,FREE_LUNCH'],
    ['tiers.T2.nameZh', ''],
    ['tiers.T2.nameZh', '字'.repeat(21)],
    ['tiers.T2.nameEn', 'two\nlines'],
  ])('%s cannot be %j', (key, value) => {
    expect(faultOf(key, value)).toBe(key);
  });

  test.each(['tiers.T5.isUsed', 'tiers', '__proto__.isOn', 'constructor', 'earn.bribe.points', 'toString'])(
    'there is no figure %s (M2.10: a sixth level is none)',
    (key) => {
      expect(faultOf(key, '1')).toBe('figures');
    },
  );

  test('a change leaves what it was made from as it is', () => {
    const before = structuredClone(programmeDefaults);
    rulesWith(programmeDefaults, [{ key: 'care.dormantDays', value: '60' }]);
    expect(programmeDefaults).toEqual(before);
  });
});
