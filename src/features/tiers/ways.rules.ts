import { addDays, type Day } from '../../platform/time/programme-day.rules.ts';
import { levelsOf, rankOf, type ProgrammeRules, type TierCode } from '../programme/programme.rules.ts';
import type { FastGrant, TierFacts } from './tier.rules.ts';

/** What leads to a level that lasts. */
export type Way = 'JOINED' | 'SPEND' | 'ORDERS' | 'POINTS' | 'THREE_BY_THREE';

export interface EarnedLevel {
  readonly tier: TierCode;
  readonly way: Way;
}

/** The highest level that the facts reach, and by which way; of several ways to it the first counts. */
export function earnedLevel(facts: TierFacts, rules: ProgrammeRules, held: TierCode): EarnedLevel {
  const reached: readonly EarnedLevel[] = [
    { tier: 'T0', way: 'JOINED' },
    ...levelsOf(rules).flatMap((tier): readonly EarnedLevel[] => {
      const { spendFen, orders, points } = rules.tiers[tier];
      return [
        ...(spendFen > 0 && facts.spendFen >= spendFen ? [{ tier, way: 'SPEND' } as const] : []),
        ...(orders > 0 && facts.orders >= orders ? [{ tier, way: 'ORDERS' } as const] : []),
        ...(points > 0 && facts.points >= points ? [{ tier, way: 'POINTS' } as const] : []),
      ];
    }),
    ...threeByThree(facts, rules, held),
  ];
  return reached.reduce((best, next) => (rankOf(next.tier) > rankOf(best.tier) ? next : best));
}

/** M2.14 within C6: a level and nothing else, for people who bought for good, two steps and no third. */
function threeByThree(facts: TierFacts, rules: ProgrammeRules, held: TierCode): readonly EarnedLevel[] {
  const { isOn, from, invitees, first, second } = rules.threeByThree;
  if (!isOn || rankOf(held) < rankOf(from) || facts.invitees.bought < invitees) return [];
  return [{ tier: facts.invitees.risen >= invitees ? second : first, way: 'THREE_BY_THREE' }];
}

/** The level itself, or the highest used one below it. */
export function usedAtMost(rules: ProgrammeRules, code: TierCode): TierCode {
  return levelsOf(rules).findLast((level) => rankOf(level) <= rankOf(code)) ?? 'T0';
}

export interface ActivityQuestion {
  readonly facts: TierFacts;
  readonly rules: ProgrammeRules;
  /** What the other ways give. */
  readonly base: TierCode;
  /** The last rise by activity. */
  readonly spent: { readonly year: Day; readonly tier: TierCode } | null;
  /** The membership year, by the day on which it began. */
  readonly year: Day;
}

/** M2.8, C7: one level above what the other ways give; once a membership year, and not above the cap. */
export function activityLevel({ facts, rules, base, spent, year }: ActivityQuestion): TierCode {
  const { isOn, loginDays, campaignJoins, paidOrders, cap } = rules.activity;
  const isActive = facts.loginDays >= loginDays || facts.campaignJoins >= campaignJoins;
  if (!isOn || !isActive || facts.orders < paidOrders) return base;
  if (spent?.year === year) return usedAtMost(rules, spent.tier);
  const levels = levelsOf(rules);
  const above = levels[levels.indexOf(base) + 1] ?? base;
  return rankOf(above) <= rankOf(cap) ? above : base;
}

export interface FastTrackQuestion {
  readonly facts: TierFacts;
  readonly rules: ProgrammeRules;
  readonly last: FastGrant | null;
  readonly asOf: Day;
}

/**
 * C5: the level that a fast track leads to, if one does. Days that lie before the end of the last grant have had
 * their effect, so a track is open again only when none of its days does.
 */
export function fastTrackLevel({ facts, rules, last, asOf }: FastTrackQuestion): TierCode | null {
  const reached = (['one', 'two'] as const).flatMap((which) => {
    const { isOn, days, amountFen, tier } = rules.fastTrack[which];
    const isOpen = last === null || !last.isOver || addDays(asOf, 1 - days) >= last.until;
    return isOn && isOpen && facts.fastSpendFen[which] >= amountFen ? [tier] : [];
  });
  return reached.toSorted((a, b) => rankOf(b) - rankOf(a))[0] ?? null;
}
