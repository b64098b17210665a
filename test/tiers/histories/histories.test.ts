import { describe, expect, test } from '@jest/globals';
import { contradictionsIn } from '../../../src/features/programme/programme-contradictions.rules.ts';
import { rulesWith } from '../../../src/features/programme/draft.rules.ts';
import { programmeDefaults } from '../../../src/features/programme/programme-defaults.rules.ts';
import { presets } from '../../../src/features/programme/programme-presets.rules.ts';
import { tierCodes, type ProgrammeRules } from '../../../src/features/programme/programme.rules.ts';
import { evaluateTier, newcomer } from '../../../src/features/tiers/tier.rules.ts';
import { addDays } from '../../../src/platform/time/programme-day.rules.ts';
import { Chance } from './chance.ts';
import { factsOn } from './facts.ts';
import { madeUpHistory, type History } from './history.ts';
import { referenceTiers } from './reference.ts';

/** Under each of the programmes; `npm run tiers:histories` asks for 100,000. */
const histories = Number(process.env['TIER_HISTORIES'] ?? '400');

const rulesFor = (figures: Readonly<Record<string, string>>): ProgrammeRules =>
  rulesWith(
    programmeDefaults,
    Object.entries(figures).map(([key, value]) => ({ key, value })),
  );

/** Every preset, and figures that no preset has. */
const programmes: readonly (readonly [string, ProgrammeRules])[] = [
  ...presets.map(({ id, figures }) => [id, rulesFor(figures)] as const),
  ['no grace, all the way down', rulesFor({ 'qualifying.graceDays': '0', 'qualifying.stepsDownMax': '4' })],
  [
    'half a year, by the calendar, with both fast tracks',
    rulesFor({
      'qualifying.windowMonths': '6',
      'qualifying.review': 'NEW_YEAR',
      'qualifying.graceDays': '60',
      'fastTrack.one.isOn': 'true',
      'fastTrack.two.isOn': 'true',
      'fastTrack.two.tier': 'T2',
      'threeByThree.from': 'T1',
      'activity.cap': 'T4',
    }),
  ],
];

/** The levels that the product decides for, one decision upon the other. */
function decidedTiers(history: History, rules: ProgrammeRules): readonly string[] {
  let state = newcomer(history.joinedOn);
  return history.looks.map((look) => {
    const facts = factsOn(history, rules, look);
    const trials = history.trials.filter(({ on }) => on === look);
    // A trial is an act of its own; where there are none the day is decided all the same.
    const turns = trials.length === 0 ? [null] : trials;
    const decided = turns.map((turn) => {
      const trial = turn && { tier: tierCodes[turn.rank] ?? 'T0', until: addDays(look, turn.days) };
      const outcome = evaluateTier({ state, facts, trial }, rules, look);
      state = outcome.state;
      return outcome.tier;
    });
    return decided.at(-1) ?? 'T0';
  });
}

describe('made-up histories', () => {
  test('come to rest on each day, however the rules change from one look to the next', () => {
    const rulesOf = programmes.map(([, rules]) => rules);
    for (let seed = 1; seed <= histories; seed += 1) {
      const chance = new Chance(seed);
      const history = madeUpHistory(chance);
      let state = newcomer(history.joinedOn);
      let rules = programmeDefaults;
      for (const look of history.looks) {
        if (chance.below(4) === 0) rules = rulesOf[chance.below(rulesOf.length)] ?? rules;
        const facts = factsOn(history, rules, look);
        // Three by three may be open from a level on that was just reached.
        const turns = Array.from({ length: 4 }, () => {
          const outcome = evaluateTier({ state, facts, trial: null }, rules, look);
          state = outcome.state;
          return outcome.rules.join();
        });
        if (turns.at(-1) !== '')
          expect({ seed, look, state, turns }).toEqual({ seed, look, state, turns: [] });
      }
    }
    expect(rulesOf.length).toBeGreaterThan(presets.length);
  });

  test.each(programmes)('under %s come to the same levels by brute force', (name, rules) => {
    expect(contradictionsIn(rules)).toEqual([]);
    const seen = new Set<string>();
    for (let seed = 1; seed <= histories; seed += 1) {
      const history = madeUpHistory(new Chance(seed));
      const [decided, reference] = [decidedTiers(history, rules), referenceTiers(history, rules)];
      if (decided.join() !== reference.join())
        expect({ name, seed, history, decided }).toEqual({ name, seed, history, decided: reference });
      for (const tier of decided) seen.add(tier);
    }
    // Otherwise the histories would prove little.
    expect(seen.size).toBe(Object.values(rules.tiers).filter(({ isUsed }) => isUsed).length);
  });
});
