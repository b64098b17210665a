import { describe, expect, test } from '@jest/globals';
import { rulesWith } from './draft.rules.ts';
import { figuresOf } from './figures.rules.ts';
import { contradictionsIn } from './programme-contradictions.rules.ts';
import { programmeDefaults } from './programme-defaults.rules.ts';
import { presets } from './programme-presets.rules.ts';
import { levelsOf } from './programme.rules.ts';

const written = (figures: Readonly<Record<string, string>>) =>
  Object.entries(figures).map(([key, value]) => ({ key, value }));
const reasons = (figures: Readonly<Record<string, string>>): readonly string[] =>
  contradictionsIn(rulesWith(programmeDefaults, written(figures))).map(({ reason }) => reason.en);

describe('rules that contradict each other', () => {
  test('C3: the house begins with five levels and without a contradiction', () => {
    expect(levelsOf(programmeDefaults)).toHaveLength(5);
    expect(reasons({})).toEqual([]);
  });

  test.each([
    [
      'M2.10',
      {
        'tiers.T1.isUsed': 'false',
        'tiers.T4.isUsed': 'false',
        'tiers.T2.isUsed': 'false',
        'threeByThree.isOn': 'false',
      },
      /three to five levels; now there are 2/,
    ],
    ['M2.10', { 'tiers.T0.isUsed': 'false' }, /lowest level is everybody/],
    ['M2.1', { 'tiers.T2.spendFen': '1000' }, /“Silver” does not ask for more than “Regular”/],
    ['M2.9', { 'tiers.T3.points': '1999' }, /“Gold” does not ask for more than “Silver”/],
    [
      'M2.18',
      { 'tiers.T1.orders': '5', 'tiers.T2.orders': '5' },
      /“Silver” does not ask for more than “Regular”/,
    ],
    ['M2.1', { 'tiers.T1.spendFen': '0' }, /Nothing leads to “Regular”/],
    ['M2.4', { 'tiers.T4.payBp': '86' }, /“Diamond” pays more than “Gold”/],
    ['M2.5', { 'tiers.T4.timesBp': '1.4' }, /“Diamond” earns less than “Gold”/],
    ['M2.11', { 'tiers.T3.privileges': 'CUSTOM_EVENTS' }, /“Gold” lacks privileges that everybody has/],
    ['C3', { 'tiers.T3.nameEn': 'Silver' }, /Two levels have the same name/],
    ['C7', { 'tiers.T3.isUsed': 'false', 'threeByThree.isOn': 'false' }, /A rule leads to “Gold”/],
    ['C6', { 'threeByThree.second': 'T2' }, /Three by three must rise/],
    [
      'C5',
      { 'fastTrack.one.isOn': 'true', 'fastTrack.one.amountFen': '10000' },
      /asks for no less than “Gold” itself/,
    ],
    [
      'C5',
      {
        'fastTrack.one.isOn': 'true',
        'fastTrack.two.isOn': 'true',
        'fastTrack.one.amountFen': '3000',
        'fastTrack.one.tier': 'T2',
      },
      /more money in less time/,
    ],
    ['M7', { 'earn.invitation.isOn': 'true' }, /invitation would be paid twice/],
    [
      'M3.4',
      { 'earn.hoursOne.isOn': 'true', 'earn.hoursTwo.isOn': 'true', 'earn.hoursTwo.weekdays': 'SUN,MON' },
      /hours with more points overlap/,
    ],
    ['M3.4', { 'earn.hoursTwo.isOn': 'true', 'earn.hoursTwo.fromHour': '12' }, /must end after they begin/],
    ['M2.2', { 'frequency.middle': '10' }, /high band needs more orders/],
    ['M5', { 'expiry.secondReminderDays': '30' }, /three reminders must come closer/],
    [
      'C22',
      { 'refund.windowDays': '60', 'expiry.months': '2', 'referral.holdDays': '60' },
      /Points would expire before/,
    ],
    ['M7', { 'refund.windowDays': '14' }, /referral would be paid while its order/],
    ['C10', { 'birthday.secondGreetingDays': '30' }, /first birthday greeting/],
    ['M11', { 'notifications.quietFromHour': '8' }, /nothing could ever be sent/],
  ])('%s: %j is refused', (_row, figures, reason) => {
    const found = reasons(figures);
    expect(found).toEqual([expect.stringMatching(reason)]);
  });

  test('are refused together, each with the figures that it is about', () => {
    const found = contradictionsIn(
      rulesWith(programmeDefaults, written({ 'frequency.middle': '10', 'tiers.T4.payBp': '99' })),
    );
    expect(found.map(({ keys }) => keys)).toEqual([
      ['tiers.T3.payBp', 'tiers.T4.payBp'],
      ['frequency.middle', 'frequency.high'],
    ]);
  });

  test('what a rule that is off says contradicts nothing', () => {
    expect(reasons({ 'fastTrack.one.amountFen': '10000', 'earn.hoursTwo.weekdays': 'SAT' })).toEqual([]);
    expect(reasons({ 'referral.isOn': 'false', 'earn.invitation.isOn': 'true' })).toEqual([]);
  });
});

describe('a preset', () => {
  test.each(presets.map((preset) => [preset.id, preset] as const))(
    '%s contradicts nothing',
    (_id, { figures }) => {
      expect(reasons(figures)).toEqual([]);
    },
  );

  test('C1: ten points a yuan', () => {
    const [tenfold] = presets.filter(({ id }) => id === 's0-tenfold');
    expect(rulesWith(programmeDefaults, written(tenfold!.figures)).earn.pointsPerYuan).toBe(10);
  });

  test('C4: silver on the first purchase, four levels', () => {
    const [firstBuy] = presets.filter(({ id }) => id === 's4-firstbuy');
    const rules = rulesWith(programmeDefaults, written(firstBuy!.figures));
    expect([levelsOf(rules), rules.tiers.T2.orders]).toEqual([['T0', 'T2', 'T3', 'T4'], 1]);
  });

  test('“as the house began” brings everything back', () => {
    const [house] = presets.filter(({ id }) => id === 'house');
    const changed = rulesWith(
      programmeDefaults,
      written({ 'care.dormantDays': '60', 'tiers.T1.nameZh': '会员' }),
    );
    expect(figuresOf(rulesWith(changed, written(house!.figures)))).toEqual(figuresOf(programmeDefaults));
  });
});
