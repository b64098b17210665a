import type { Text } from '../../platform/text/text.ts';
import { tierCodes, type TierRules } from './programme.rules.ts';
import type { Sentence } from './sentences.rules.ts';

/** M2.1, M2.10, M2.13, C2–C4, C8: what the levels are called and what leads to each. */
export const levelSentences: readonly Sentence[] = [
  {
    ids: ['M2.10', 'C3'],
    words: {
      zh: '最低一级叫 {tiers.T0.nameZh}（英文 {tiers.T0.nameEn}），注册即得。',
      en: 'The lowest level is called {tiers.T0.nameEn} (in Chinese {tiers.T0.nameZh}); it comes with an account.',
    },
    readAs: ({ tiers: { T0 } }) => ({
      zh: `${T0.nameZh}：注册即得。`,
      en: `${T0.nameEn}: comes with an account.`,
    }),
  },
  ...tierCodes.slice(1).map((code, i): Sentence => ({
    ids: ['M2.1', 'M2.7', 'M2.9', 'M2.12', 'M2.13', 'M2.17', 'M2.18', 'M2.19', 'C2', 'C3', 'C4', 'C8'],
    switchKey: `tiers.${code}.isUsed`,
    words: {
      zh: `第 ${i + 2} 级叫 {tiers.${code}.nameZh}（英文 {tiers.${code}.nameEn}）：考核期内消费满 {tiers.${code}.spendFen} 元，或付款满 {tiers.${code}.orders} 单，或获得满 {tiers.${code}.points} 积分（0 表示没有这条途径）。`,
      en: `Level ${i + 2} is called {tiers.${code}.nameEn} (in Chinese {tiers.${code}.nameZh}): spend of CNY {tiers.${code}.spendFen} within the window, or {tiers.${code}.orders} paid orders, or {tiers.${code}.points} points earned (0: no such way).`,
    },
    readAs: ({ tiers }) => waysTo(tiers[code]),
  })),
];

/** What leads to a level, in words; a way whose figure is 0 is not told. */
export function waysTo({ nameZh, nameEn, spendFen, orders, points }: TierRules): Text {
  const ways: readonly (readonly [number, string, string])[] = [
    [spendFen, `消费满 ${number(spendFen / 100)} 元`, `spend of CNY ${number(spendFen / 100)}`],
    [orders, `付款满 ${number(orders)} 单`, orders === 1 ? '1 paid order' : `${number(orders)} paid orders`],
    [points, `获得满 ${number(points)} 积分`, `${number(points)} points earned`],
  ];
  const open = ways.filter(([figure]) => figure > 0);
  return {
    zh: `${nameZh}：考核期内${open.map(([, zh]) => zh).join('，或')}。`,
    en: `${nameEn}: ${open.map(([, , en]) => en).join(', or ')} within the window.`,
  };
}

const number = (value: number): string => value.toLocaleString('en-US');

/** M2.4–M2.6, M2.11: what a level brings. */
export const perkSentences: readonly Sentence[] = tierCodes.map((code) => ({
  ids: ['M2.4', 'M2.5', 'M2.6', 'M2.11', 'M3.1'],
  words: {
    zh: `{tiers.${code}.nameZh*}：按标价的 {tiers.${code}.payBp}% 付款，消费积分 × {tiers.${code}.timesBp}，享有 {tiers.${code}.privileges}。`,
    en: `{tiers.${code}.nameEn*} pays {tiers.${code}.payBp}% of list prices, earns points × {tiers.${code}.timesBp}, and has: {tiers.${code}.privileges}.`,
  },
  inForceBy: `tiers.${code}.isUsed`,
}));

/** M2.2, M2.8, M2.14, M2.15, C5–C7, C15: how levels are won and lost. */
export const activitySentences: readonly Sentence[] = [
  {
    ids: ['M2.12', 'M2.15', 'M2.20', 'C15'],
    words: {
      zh: '达到更高一级的条件立即升级，不用申请；考核最近 {qualifying.windowMonths} 个月。只在{qualifying.review}评定是否降级：先给 {qualifying.graceDays} 天宽限期，期满仍未达到才降，每次最多降 {qualifying.stepsDownMax} 级。',
      en: 'Whoever fulfils what a higher level asks for rises at once, without applying; the last {qualifying.windowMonths} months count. Levels are lost only at the review on {qualifying.review}: after {qualifying.graceDays} days of grace, and by {qualifying.stepsDownMax} at most.',
    },
  },
  {
    ids: ['M2.2'],
    words: {
      zh: '购买频次：一年 1 单起为低频，{frequency.middle} 单起为中频，{frequency.high} 单起为高频。',
      en: 'How often people buy: from 1 order a year seldom, from {frequency.middle} regularly, from {frequency.high} often.',
    },
  },
  {
    ids: ['M2.8', 'C7', 'C17'],
    words: {
      zh: '活跃晋级：考核期内在 {activity.loginDays} 个不同的日子登录，或参加 {activity.campaignJoins} 次活动，且至少有 {activity.paidOrders} 笔付款订单，升一级；每个会员年度最多一次，最高升到 {activity.cap}。',
      en: 'Rising by activity: whoever logs in on {activity.loginDays} different days of the window, or joins {activity.campaignJoins} campaigns, with at least {activity.paidOrders} paid orders, rises one level; once in a membership year, and to {activity.cap} at the highest.',
    },
    switchKey: 'activity.isOn',
  },
  ...(['one', 'two'] as const).map((which): Sentence => ({
    ids: ['M1.6', 'C5'],
    words: {
      zh: `快速通道：{fastTrack.${which}.days} 天内消费满 {fastTrack.${which}.amountFen} 元，直达 {fastTrack.${which}.tier}，到下一次年度评定为止。`,
      en: `Fast track: whoever spends CNY {fastTrack.${which}.amountFen} within {fastTrack.${which}.days} days is {fastTrack.${which}.tier} until the next yearly review.`,
    },
    switchKey: `fastTrack.${which}.isOn`,
  })),
  {
    ids: ['M2.14', 'C6'],
    words: {
      zh: '三三晋制：{threeByThree.from} 起，邀请的会员中有 {threeByThree.invitees} 人有已过退款期的付款订单，升为 {threeByThree.first}；这些人中有同样多的人自己也达到 {threeByThree.first*}，升为 {threeByThree.second}，到此为止。只涉及等级，不发任何报酬，也只看两层。',
      en: 'Three by three: from {threeByThree.from} on, whoever invited {threeByThree.invitees} members with a paid order that can no longer be refunded is {threeByThree.first}; once as many of these are {threeByThree.first*} themselves, {threeByThree.second}, and no further. It is a matter of level only: nothing is ever paid for it, and no more than these two steps are looked at.',
    },
    switchKey: 'threeByThree.isOn',
  },
];
