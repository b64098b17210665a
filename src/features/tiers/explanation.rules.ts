import type { Text } from '../../platform/text/text.ts';
import { tierName } from '../programme/programme-names.rules.ts';
import type { ProgrammeRules, TierCode } from '../programme/programme.rules.ts';
import type { TierFacts, TierRule, TierState } from './tier.rules.ts';

/** What an explanation is made of: a decision, and the rules that it was made by. */
export interface Explained {
  readonly rules: readonly TierRule[];
  readonly before: TierCode;
  readonly after: TierCode;
  readonly facts: TierFacts;
  readonly state: TierState;
}

/** Why a level is what it is, in words that name the figures (M2.16). */
export function explain(decision: Explained, rules: ProgrammeRules): Text {
  const reasons = decision.rules.map((rule) => reasonFor(rule, decision, rules));
  const change = outcomeOf(decision, rules);
  return {
    zh: [...reasons.map(({ zh }) => zh), change.zh].join('；') + '。',
    en: [...reasons.map(({ en }) => capital(en)), capital(change.en)].map((each) => `${each}.`).join(' '),
  };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const yuan = (fen: number): string => (fen / 100).toLocaleString('en-US');

function outcomeOf({ before, after }: Explained, rules: ProgrammeRules): Text {
  const [was, is] = [tierName(rules, before), tierName(rules, after)];
  if (before === after) return { zh: `等级为${is.zh}`, en: `the level is ${is.en}` };
  return { zh: `等级由${was.zh}变为${is.zh}`, en: `the level went from ${was.en} to ${is.en}` };
}

function reasonFor(rule: TierRule, { facts, state, after }: Explained, rules: ProgrammeRules): Text {
  const { windowMonths } = rules.qualifying;
  const level = rules.tiers[state.held];
  switch (rule) {
    case 'JOINED':
      return { zh: '注册即得', en: 'it comes with the account' };
    case 'SPEND':
      return {
        zh: `最近 ${windowMonths} 个月消费 ${yuan(facts.spendFen)} 元，达到 ${yuan(level.spendFen)} 元`,
        en: `CNY ${yuan(facts.spendFen)} were spent within ${windowMonths} months, and ${yuan(level.spendFen)} are asked for`,
      };
    case 'ORDERS':
      return {
        zh: `最近 ${windowMonths} 个月付款 ${facts.orders} 单，达到 ${level.orders} 单`,
        en: `${facts.orders} orders were paid within ${windowMonths} months, and ${level.orders} are asked for`,
      };
    case 'POINTS':
      return {
        zh: `最近 ${windowMonths} 个月获得 ${facts.points} 积分，达到 ${level.points} 积分`,
        en: `${facts.points} points were earned within ${windowMonths} months, and ${level.points} are asked for`,
      };
    case 'THREE_BY_THREE':
      return {
        zh: `邀请的会员中 ${facts.invitees.bought} 人已付款且过了退款期，其中 ${facts.invitees.risen} 人已升级（三三晋制）`,
        en: `${facts.invitees.bought} invited members have bought for good, ${facts.invitees.risen} of whom have risen (three by three)`,
      };
    case 'ACTIVITY':
      return {
        zh: `最近 ${windowMonths} 个月登录 ${facts.loginDays} 天、参加活动 ${facts.campaignJoins} 次，活跃晋级一级（本会员年度不再重复）`,
        en: `${facts.loginDays} login days and ${facts.campaignJoins} campaigns within ${windowMonths} months lift by one level, once in this membership year`,
      };
    case 'FAST_TRACK':
      return {
        zh: `短期消费达到快速通道，享有到 ${state.fast?.until ?? ''} 为止`,
        en: `a fast track was reached; it carries until ${state.fast?.until ?? ''}`,
      };
    case 'TRIAL':
      return {
        zh: `兑换了体验等级，到 ${state.trial?.until ?? ''} 为止`,
        en: `a trial level was taken until ${state.trial?.until ?? ''}`,
      };
    case 'GRANT_ENDED':
      return { zh: '临时等级已到期', en: 'a level that was given for a time has ended' };
    case 'KEPT':
      return { zh: '年度评定通过，等级保留', en: 'the yearly review was passed and the level stays' };
    case 'GRACE':
      return {
        zh: `年度评定未达到标准（最近 ${windowMonths} 个月消费 ${yuan(facts.spendFen)} 元），宽限到 ${state.grace?.until ?? ''}`,
        en: `the yearly review found too little (CNY ${yuan(facts.spendFen)} within ${windowMonths} months); there is time until ${state.grace?.until ?? ''}`,
      };
    case 'DOWN':
      if (rules.qualifying.graceDays === 0)
        return {
          zh: '年度评定未达到标准，按规则降级',
          en: 'the yearly review found too little, so the level falls',
        };
      return {
        zh: '宽限期满仍未达到标准，按规则降级',
        en: 'the days of grace are over and it is still too little, so the level falls',
      };
    case 'LEVEL_GONE':
      return {
        zh: `原来的等级已停用，归入${tierName(rules, after).zh}`,
        en: `the former level is not used any more; the nearest is ${tierName(rules, after).en}`,
      };
  }
}
