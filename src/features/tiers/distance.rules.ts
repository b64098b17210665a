import type { Text } from '../../platform/text/text.ts';
import { nextReview } from './review.rules.ts';
import { levelsOf, rankOf, type ProgrammeRules, type TierCode } from '../programme/programme.rules.ts';
import type { Day } from '../../platform/time/programme-day.rules.ts';
import type { TierFacts, TierState } from './tier.rules.ts';
import { earnedLevel } from './ways.rules.ts';

/** One way up, and how much of it is done. */
export interface WayUp {
  readonly kind: 'SPEND' | 'ORDERS' | 'POINTS' | 'LOGIN_DAYS' | 'CAMPAIGNS' | 'INVITATIONS';
  readonly have: number;
  readonly need: number;
  readonly text: Text;
}

export interface Distance {
  /** Null at the top. */
  readonly next: TierCode | null;
  readonly ways: readonly WayUp[];
}

export interface Standing {
  readonly state: TierState;
  readonly facts: TierFacts;
  /** The membership year, by the day on which it began. */
  readonly year: Day;
}

/** How far it is to the next level, by each way that leads there; any one of them is enough. */
export function distanceToNext({ state, facts, year }: Standing, rules: ProgrammeRules): Distance {
  const levels = levelsOf(rules);
  const next = levels[levels.indexOf(state.held) + 1] ?? null;
  if (next === null) return { next, ways: [] };
  const { spendFen, orders, points } = rules.tiers[next];
  const ways: readonly (WayUp | false)[] = [
    spendFen > 0 && {
      kind: 'SPEND',
      have: facts.spendFen,
      need: spendFen,
      text: left(spendFen - facts.spendFen, (rest) => ({
        zh: `再消费 ${yuan(rest)} 元`,
        en: `spend CNY ${yuan(rest)} more`,
      })),
    },
    orders > 0 && {
      kind: 'ORDERS',
      have: facts.orders,
      need: orders,
      text: left(orders - facts.orders, (rest) => ({
        zh: `再付款 ${rest} 单`,
        en: `pay for ${rest} more orders`,
      })),
    },
    points > 0 && {
      kind: 'POINTS',
      have: facts.points,
      need: points,
      text: left(points - facts.points, (rest) => ({
        zh: `再获得 ${number(rest)} 积分`,
        en: `earn ${number(rest)} more points`,
      })),
    },
    ...activityWays({ state, facts, year }, rules, next),
    threeByThreeWay({ state, facts, year }, rules, next),
  ];
  return { next, ways: ways.filter((way) => way !== false) };
}

/** Activity lifts once a year what the other ways give, be it less than what is held, and not above its cap (C7). */
function activityWays(
  { state, facts, year }: Standing,
  rules: ProgrammeRules,
  next: TierCode,
): readonly WayUp[] {
  const { isOn, loginDays, campaignJoins, paidOrders, cap } = rules.activity;
  if (!isOn || state.activity?.year === year || rankOf(next) > rankOf(cap)) return [];
  const base = earnedLevel(facts, rules, state.held).tier;
  if (rankOf(base) < rankOf(state.held)) return [];
  const lacking = Math.max(0, paidOrders - facts.orders);
  const also: Text =
    lacking === 0
      ? { zh: '', en: '' }
      : {
          zh: `，并付款 ${lacking} 单`,
          en: `, and pay for ${lacking === 1 ? 'an order' : `${lacking} orders`}`,
        };
  const joined = (text: Text): Text => ({ zh: text.zh + also.zh, en: text.en + also.en });
  return [
    {
      kind: 'LOGIN_DAYS',
      have: facts.loginDays,
      need: loginDays,
      text: joined(
        left(loginDays - facts.loginDays, (rest) => ({
          zh: `再在 ${rest} 个不同的日子登录`,
          en: `log in on ${rest} more days`,
        })),
      ),
    },
    {
      kind: 'CAMPAIGNS',
      have: facts.campaignJoins,
      need: campaignJoins,
      text: joined(
        left(campaignJoins - facts.campaignJoins, (rest) => ({
          zh: `再参加 ${rest} 次活动`,
          en: `join ${rest} more campaigns`,
        })),
      ),
    },
  ];
}

function threeByThreeWay({ state, facts }: Standing, rules: ProgrammeRules, next: TierCode): WayUp | false {
  const { isOn, from, first, second, invitees } = rules.threeByThree;
  if (!isOn || rankOf(state.held) < rankOf(from) || rankOf(next) > rankOf(second)) return false;
  const isFirst = rankOf(next) <= rankOf(first);
  const have = isFirst ? facts.invitees.bought : facts.invitees.risen;
  return {
    kind: 'INVITATIONS',
    have,
    need: invitees,
    text: left(invitees - have, (rest) =>
      isFirst
        ? { zh: `再有 ${rest} 位你邀请的会员付款`, en: `${rest} more members whom you invited buy for good` }
        : {
            zh: `再有 ${rest} 位你邀请的会员升级`,
            en: `${rest} more members whom you invited rise themselves`,
          },
    ),
  };
}

const number = (value: number): string => value.toLocaleString('en-US');
const yuan = (fen: number): string => number(fen / 100);

/** What is done already is told as done. */
const left = (rest: number, words: (rest: number) => Text): Text =>
  rest > 0 ? words(rest) : { zh: '已达到', en: 'done' };

/** When the level is looked at next; the lowest one never is. */
export const reviewAhead = (standing: Standing, rules: ProgrammeRules, asOf: Day): Day | null =>
  standing.state.held === 'T0' ? null : nextReview(standing.facts.joinedOn, rules, asOf);

export type FrequencyBand = 'NONE' | 'LOW' | 'MIDDLE' | 'HIGH';

/** M2.2: how often somebody buys, by their orders within the window. */
export function frequencyBand(orders: number, { frequency }: ProgrammeRules): FrequencyBand {
  if (orders === 0) return 'NONE';
  if (orders >= frequency.high) return 'HIGH';
  return orders >= frequency.middle ? 'MIDDLE' : 'LOW';
}
