import { describe, expect, test } from '@jest/globals';
import { rulesWith } from '../programme/draft.rules.ts';
import { programmeDefaults } from '../programme/programme-defaults.rules.ts';
import { presets } from '../programme/programme-presets.rules.ts';
import type { ProgrammeRules, TierCode } from '../programme/programme.rules.ts';
import { distanceToNext, frequencyBand } from './distance.rules.ts';
import { explain } from './explanation.rules.ts';
import { lastReview, nextReview } from './review.rules.ts';
import { evaluateTier, newcomer, type TierFacts, type TierOutcome, type TierState } from './tier.rules.ts';

const joinedOn = '2026-03-05';
const nothing: TierFacts = {
  joinedOn,
  spendFen: 0,
  orders: 0,
  loginDays: 0,
  campaignJoins: 0,
  points: 0,
  fastSpendFen: { one: 0, two: 0 },
  invitees: { bought: 0, risen: 0 },
};
const yuan = (amount: number): number => amount * 100;

interface Play {
  readonly facts?: Partial<TierFacts>;
  readonly state?: Partial<TierState>;
  readonly rules?: ProgrammeRules;
  readonly on?: string;
}

const decide = ({ facts, state, rules = programmeDefaults, on = '2026-06-01' }: Play): TierOutcome =>
  evaluateTier(
    { state: { ...newcomer(joinedOn), ...state }, facts: { ...nothing, ...facts }, trial: null },
    rules,
    on,
  );
const tierFor = (play: Play): TierCode => decide(play).tier;
const withFigures = (figures: Readonly<Record<string, string>>): ProgrammeRules =>
  rulesWith(
    programmeDefaults,
    Object.entries(figures).map(([key, value]) => ({ key, value })),
  );
const preset = (id: string): ProgrammeRules => withFigures(presets.find((each) => each.id === id)!.figures);

describe('rising', () => {
  test.each([
    [99_999, 'T0'],
    [100_000, 'T1'],
    [499_999, 'T1'],
    [500_000, 'T2'],
    [999_999, 'T2'],
    [1_000_000, 'T3'],
    [1_999_999, 'T3'],
    [2_000_000, 'T4'],
  ])('M2.1, M2.7, C2: %i fen within the window make %s', (spendFen, tier) => {
    expect(tierFor({ facts: { spendFen } })).toBe(tier);
  });

  test('M2.12: at once, over several levels, and nothing has to be asked for', () => {
    expect(decide({ facts: { spendFen: yuan(20_000) } })).toMatchObject({
      tier: 'T4',
      rules: ['SPEND'],
      state: { held: 'T4', grace: null },
    });
  });

  test.each([
    [1_999, 'T0'],
    [2_000, 'T2'],
    [4_000, 'T3'],
    [7_999, 'T3'],
    [8_000, 'T4'],
  ])('M2.9, M2.19, C8, C16: %i points earned make %s', (points, tier) => {
    expect(tierFor({ facts: { points } })).toBe(tier);
  });

  test('M2.18, M2.17, C4: by orders where the rules say so; the first purchase makes silver', () => {
    expect(tierFor({ facts: { orders: 30, spendFen: yuan(30) } })).toBe('T0');
    const rules = preset('s4-firstbuy');
    expect(tierFor({ rules, facts: { orders: 1, spendFen: 1 } })).toBe('T2');
    expect(tierFor({ rules, facts: { spendFen: yuan(10_000), orders: 1 } })).toBe('T3');
  });

  test('M2.13: under three levels called Regular, VIP and SVIP', () => {
    const rules = preset('s2-vip');
    expect(tierFor({ rules, facts: { spendFen: yuan(20_000) } })).toBe('T3');
    expect(tierFor({ rules, facts: { spendFen: yuan(1_000) } })).toBe('T0');
  });

  test('M2.20: what was decided before stays decided when nothing new is reached', () => {
    const state: Partial<TierState> = { held: 'T3' };
    expect(decide({ state })).toMatchObject({ tier: 'T3', rules: [] });
  });
});

describe('M2.8, C7, C17: activity', () => {
  const active: Partial<TierFacts> = { loginDays: 10, orders: 1 };

  test.each([
    ['ten login days and an order', active, 'T1'],
    ['nine login days', { loginDays: 9, orders: 1 }, 'T0'],
    ['ten login days without an order', { loginDays: 10 }, 'T0'],
    ['six campaigns and an order', { campaignJoins: 6, orders: 1 }, 'T1'],
    ['five campaigns', { campaignJoins: 5, orders: 1 }, 'T0'],
  ] as const)('%s: %j is %s', (_what, facts, tier) => {
    expect(tierFor({ facts })).toBe(tier);
  });

  test('lifts above what is spent, and to gold at the highest', () => {
    expect(tierFor({ facts: { ...active, spendFen: yuan(5_000) } })).toBe('T3');
    expect(tierFor({ facts: { ...active, spendFen: yuan(10_000) } })).toBe('T3');
  });

  test('once in a membership year', () => {
    const state: Partial<TierState> = { held: 'T1', activity: { year: joinedOn, tier: 'T1' } };
    expect(tierFor({ state, facts: { ...active, spendFen: yuan(1_000) } })).toBe('T1');
    const next: Partial<TierState> = { ...state, reviewedOn: '2027-03-05' };
    expect(tierFor({ state: next, facts: { ...active, spendFen: yuan(1_000) }, on: '2027-04-01' })).toBe(
      'T2',
    );
  });

  test('is none where it is switched off', () => {
    expect(tierFor({ rules: withFigures({ 'activity.isOn': 'false' }), facts: active })).toBe('T0');
  });
});

describe('M2.14, C6: three by three', () => {
  test.each([
    [{ bought: 2, risen: 0 }, 'T0'],
    [{ bought: 3, risen: 0 }, 'T2'],
    [{ bought: 3, risen: 2 }, 'T2'],
    [{ bought: 3, risen: 3 }, 'T3'],
    [{ bought: 900, risen: 900 }, 'T3'],
  ])('%j make %s, and never more than gold', (invitees, tier) => {
    expect(tierFor({ facts: { invitees } })).toBe(tier);
  });

  test('from the level on that the rules name', () => {
    const rules = withFigures({ 'threeByThree.from': 'T1' });
    const invitees = { bought: 3, risen: 0 };
    expect(tierFor({ rules, facts: { invitees } })).toBe('T0');
    expect(tierFor({ rules, facts: { invitees }, state: { held: 'T1' } })).toBe('T2');
  });
});

describe('M1.6, C5: the fast track', () => {
  const rules = preset('fast-track');
  const fast: Partial<TierFacts> = { fastSpendFen: { one: yuan(800), two: yuan(800) }, spendFen: yuan(800) };

  test('is off until somebody switches it on', () => {
    expect(tierFor({ facts: fast })).toBe('T0');
  });

  test('carries to gold until the membership year is over, and what is held stays as it was', () => {
    const ridden = decide({ rules, facts: fast });
    expect(ridden).toMatchObject({
      tier: 'T3',
      rules: ['FAST_TRACK'],
      state: { held: 'T0', fast: { until: '2027-03-05' } },
    });
    expect(decide({ rules, state: ridden.state, on: '2027-03-04' })).toMatchObject({ tier: 'T3', rules: [] });
    expect(decide({ rules, state: ridden.state, on: '2027-03-05' })).toMatchObject({
      tier: 'T0',
      rules: ['GRANT_ENDED'],
    });
  });

  test('¥2000 within 30 days do, too, and ¥1999.99 do not', () => {
    expect(tierFor({ rules, facts: { fastSpendFen: { one: 0, two: yuan(2_000) } } })).toBe('T3');
    expect(tierFor({ rules, facts: { fastSpendFen: { one: 0, two: yuan(2_000) - 1 } } })).toBe('T0');
  });

  test('is not carried over by the same purchase', () => {
    const state: Partial<TierState> = { fast: { tier: 'T3', until: '2027-03-05', isOver: true } };
    const facts: Partial<TierFacts> = { fastSpendFen: { one: 0, two: yuan(2_000) } };
    expect(tierFor({ rules, state, facts, on: '2027-04-02' })).toBe('T0');
    expect(tierFor({ rules, state, facts, on: '2027-04-03' })).toBe('T3');
  });
});

describe('M2.15, C15: the yearly review', () => {
  const gold: Partial<TierState> = { held: 'T3' };
  const enough: Partial<TierFacts> = { spendFen: yuan(10_000) };

  test('nobody falls before it, however little there is', () => {
    expect(decide({ state: gold, on: '2027-03-04' })).toMatchObject({ tier: 'T3', rules: [] });
  });

  test('keeps what is still deserved', () => {
    expect(decide({ state: gold, facts: enough, on: '2027-03-05' })).toMatchObject({
      tier: 'T3',
      rules: ['KEPT'],
      state: { reviewedOn: '2027-03-05' },
    });
  });

  test('gives thirty days of grace, and then takes one level at most', () => {
    const warned = decide({ state: gold, on: '2027-03-05' });
    expect(warned).toMatchObject({ tier: 'T3', rules: ['GRACE'], state: { grace: { until: '2027-04-04' } } });
    expect(decide({ state: warned.state, on: '2027-04-03' })).toMatchObject({ tier: 'T3', rules: [] });
    const fallen = decide({ state: warned.state, on: '2027-04-04' });
    expect(fallen).toMatchObject({
      tier: 'T2',
      rules: ['DOWN'],
      state: { reviewedOn: '2027-03-05', grace: null },
    });
    expect(decide({ state: fallen.state, on: '2027-12-31' })).toMatchObject({ tier: 'T2', rules: [] });
    expect(decide({ state: fallen.state, on: '2028-03-05' }).rules).toEqual(['GRACE']);
  });

  test('what is mended within the grace is kept', () => {
    const warned = decide({ state: gold, on: '2027-03-05' });
    expect(decide({ state: warned.state, facts: enough, on: '2027-03-20' })).toMatchObject({
      tier: 'T3',
      rules: ['KEPT'],
      state: { grace: null },
    });
  });

  test('who rises within the grace is not asked again this year', () => {
    const warned = decide({ state: gold, on: '2027-03-05' });
    const risen = decide({ state: warned.state, facts: { spendFen: yuan(20_000) }, on: '2027-03-20' });
    expect(risen).toMatchObject({ tier: 'T4', rules: ['SPEND'], state: { grace: null } });
    expect(decide({ state: risen.state, on: '2028-03-04' }).rules).toEqual([]);
  });

  test('falls by more levels where the rules say so, and without grace where there is none', () => {
    const rules = withFigures({ 'qualifying.graceDays': '0', 'qualifying.stepsDownMax': '4' });
    expect(decide({ rules, state: gold, on: '2027-03-05' })).toMatchObject({ tier: 'T0', rules: ['DOWN'] });
  });

  test('the lowest level is not reviewed: it cannot be lost', () => {
    expect(decide({ on: '2030-01-01' }).rules).toEqual([]);
  });

  test('on New Year’s Day for everybody, where the rules say so', () => {
    expect(decide({ rules: preset('new-year'), state: gold, on: '2027-01-01' }).rules).toEqual(['GRACE']);
  });

  test.each([
    { joined: '2026-03-05', on: '2027-03-04', last: '2026-03-05', next: '2027-03-05' },
    { joined: '2026-03-05', on: '2027-03-05', last: '2027-03-05', next: '2028-03-05' },
    { joined: '2028-02-29', on: '2029-02-28', last: '2029-02-28', next: '2030-02-28' },
    { joined: '2028-02-29', on: '2032-02-28', last: '2031-02-28', next: '2032-02-29' },
  ])('who joined on $joined has on $on had that of $last and waits for that of $next', (days) => {
    const { joined, on } = days;
    const last = lastReview(joined, programmeDefaults, on);
    expect({ joined, on, last, next: nextReview(joined, programmeDefaults, on) }).toEqual(days);
  });
});

describe('C16: a trial', () => {
  const inputs = (
    state: Partial<TierState> = {},
    trial: { tier: TierCode; until: string } | null = null,
  ) => ({
    state: { ...newcomer(joinedOn), ...state },
    facts: nothing,
    trial,
  });

  test('counts while it lasts and leaves what is held as it was', () => {
    const tried = evaluateTier(
      inputs({}, { tier: 'T2', until: '2026-07-01' }),
      programmeDefaults,
      '2026-06-01',
    );
    expect(tried).toMatchObject({ tier: 'T2', rules: ['TRIAL'], state: { held: 'T0' } });
    expect(decide({ state: tried.state, on: '2026-06-30' }).tier).toBe('T2');
    expect(decide({ state: tried.state, on: '2026-07-01' })).toMatchObject({
      tier: 'T0',
      rules: ['GRANT_ENDED'],
    });
  });

  test('is not shortened by a lesser one', () => {
    const running: Partial<TierState> = { trial: { tier: 'T3', until: '2026-09-01' } };
    const tried = evaluateTier(
      inputs(running, { tier: 'T2', until: '2026-12-01' }),
      programmeDefaults,
      '2026-06-01',
    );
    expect(tried).toMatchObject({ tier: 'T3', rules: [] });
  });
});

describe('other rules from one day to the next', () => {
  test('a level that is not used any more becomes the one below it', () => {
    const rules = preset('s3-three');
    expect(decide({ rules, state: { held: 'T4' } })).toMatchObject({ tier: 'T3', rules: ['LEVEL_GONE'] });
  });

  test('a rise by activity to a level that is gone is not made again', () => {
    const rules = preset('s3-three');
    const state: Partial<TierState> = { held: 'T1', activity: { year: joinedOn, tier: 'T1' } };
    const facts: Partial<TierFacts> = { loginDays: 10, orders: 1 };
    const placed = decide({ rules, state, facts });
    expect(placed).toMatchObject({ tier: 'T0', rules: ['LEVEL_GONE'], state: { activity: { tier: 'T0' } } });
    expect(decide({ rules, state: placed.state, facts }).rules).toEqual([]);
  });

  test('nothing is left to be mended at the lowest level', () => {
    const grace = { until: '2026-06-20', reviewOn: joinedOn };
    const placed = decide({ rules: preset('s3-three'), state: { held: 'T1', grace } });
    expect(placed).toMatchObject({ tier: 'T0', state: { grace: null } });
  });

  test('a higher threshold takes nothing away at once', () => {
    const rules = withFigures({ 'tiers.T3.spendFen': '15000' });
    expect(decide({ rules, state: { held: 'T3' }, facts: { spendFen: yuan(10_000) } })).toMatchObject({
      tier: 'T3',
      rules: [],
    });
  });
});

describe('what is told', () => {
  test('M2.16: how far it is to the next level, by each way', () => {
    const state = newcomer(joinedOn);
    const facts = { ...nothing, spendFen: yuan(600), loginDays: 4, invitees: { bought: 1, risen: 0 } };
    const { next, ways } = distanceToNext({ state, facts, year: joinedOn }, programmeDefaults);
    expect([next, ways.map(({ text }) => text.en)]).toEqual([
      'T1',
      [
        'spend CNY 400 more',
        'log in on 6 more days, and pay for an order',
        'join 6 more campaigns, and pay for an order',
        '2 more members whom you invited buy for good',
      ],
    ]);
  });

  test('at the top there is no next level, and activity leads no higher than its cap', () => {
    const top = distanceToNext(
      { state: { ...newcomer(joinedOn), held: 'T4' }, facts: nothing, year: joinedOn },
      programmeDefaults,
    );
    expect(top).toEqual({ next: null, ways: [] });
    const gold = distanceToNext(
      { state: { ...newcomer(joinedOn), held: 'T3' }, facts: nothing, year: joinedOn },
      programmeDefaults,
    );
    expect(gold.ways.map(({ kind }) => kind)).toEqual(['SPEND', 'POINTS']);
  });

  test('M2.16: activity is no way up for whoever holds more than the other ways give', () => {
    const state = { ...newcomer(joinedOn), held: 'T2' as const };
    const kinds = (spendFen: number) =>
      distanceToNext({ state, facts: { ...nothing, spendFen }, year: joinedOn }, programmeDefaults).ways.map(
        ({ kind }) => kind,
      );
    expect(kinds(yuan(1_000))).toEqual(['SPEND', 'POINTS', 'INVITATIONS']);
    expect(kinds(yuan(5_000))).toEqual(['SPEND', 'POINTS', 'LOGIN_DAYS', 'CAMPAIGNS', 'INVITATIONS']);
  });

  test('M2.16: why, with the figures, in both languages', () => {
    const facts = { ...nothing, spendFen: yuan(5_200) };
    const { rules, tier, state } = decide({ facts });
    expect(explain({ rules, before: 'T0', after: tier, facts, state }, programmeDefaults)).toEqual({
      zh: '最近 12 个月消费 5,200 元，达到 5,000 元；等级由注册会员变为银卡会员。',
      en: 'CNY 5,200 were spent within 12 months, and 5,000 are asked for. The level went from Registered to Silver.',
    });
  });

  test('a fall without days of grace speaks of none', () => {
    const rules = withFigures({ 'qualifying.graceDays': '0' });
    const fallen = decide({ rules, state: { held: 'T3' }, on: '2027-03-05' });
    const told = {
      rules: fallen.rules,
      before: 'T3',
      after: fallen.tier,
      facts: nothing,
      state: fallen.state,
    };
    expect(explain(told as Parameters<typeof explain>[0], rules).en).toMatch(
      /^The yearly review found too little, so the level falls\./,
    );
  });

  test.each([
    [0, 'NONE'],
    [1, 'LOW'],
    [4, 'LOW'],
    [5, 'MIDDLE'],
    [9, 'MIDDLE'],
    [10, 'HIGH'],
  ])('M2.2, C17: %i orders a year are %s', (orders, band) => {
    expect(frequencyBand(orders, programmeDefaults)).toBe(band);
  });
});
