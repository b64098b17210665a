import { addDays, addMonths, type Day } from '../../../src/platform/time/programme-day.rules.ts';
import type { ProgrammeRules } from '../../../src/features/programme/programme.rules.ts';
import type { TierFacts } from '../../../src/features/tiers/tier.rules.ts';
import type { History } from './history.ts';

/** The facts of a day, as the database would tell them. */
export function factsOn(history: History, rules: ProgrammeRules, asOf: Day): TierFacts {
  const first = addDays(addMonths(asOf, -rules.qualifying.windowMonths), 1);
  const within = (from: Day) => (on: Day) => on >= from && on <= asOf;
  const inWindow = within(first);
  const spent = (from: Day): number =>
    history.orders.filter(({ on }) => within(from)(on)).reduce((sum, { fen }) => sum + fen, 0);
  const { one, two } = rules.fastTrack;
  return {
    joinedOn: history.joinedOn,
    spendFen: spent(first),
    orders: history.orders.filter(({ on }) => inWindow(on)).length,
    loginDays: new Set(history.logins.filter(inWindow)).size,
    campaignJoins: history.joins.filter(inWindow).length,
    points: history.points.filter(({ on }) => inWindow(on)).reduce((sum, { points }) => sum + points, 0),
    fastSpendFen: { one: spent(addDays(asOf, 1 - one.days)), two: spent(addDays(asOf, 1 - two.days)) },
    invitees: {
      bought: history.bought.filter((on) => on <= asOf).length,
      risen: history.risen.filter((on) => on <= asOf).length,
    },
  };
}
