import type { Text } from '../../platform/text/text.ts';
import type { Sentence } from './sentences.rules.ts';

const source = (name: string, words: Text): Sentence => ({
  ids: ['M3.3'],
  words,
  switchKey: `earn.${name}.isOn`,
});

const once = (name: string, zh: string, en: string): Sentence =>
  source(name, {
    zh: `${zh}：{earn.${name}.points} 积分。`,
    en: `${en}: {earn.${name}.points} points.`,
  });

const daily = (name: string, zh: string, en: string): Sentence =>
  source(name, {
    zh: `${zh}：每次 {earn.${name}.points} 积分，每天最多 {earn.${name}.perDayMax} 次。`,
    en: `${en}: {earn.${name}.points} points each time, {earn.${name}.perDayMax} times a day at most.`,
  });

const hours = (name: 'hoursOne' | 'hoursTwo'): Sentence => ({
  ids: ['M3.4'],
  words: {
    zh: `加倍时段：{earn.${name}.weekdays} 的 {earn.${name}.fromHour} 时到 {earn.${name}.toHour} 时，消费积分 × {earn.${name}.timesBp}。`,
    en: `Hours with more points: on {earn.${name}.weekdays} from {earn.${name}.fromHour}:00 to {earn.${name}.toHour}:00 purchases earn points × {earn.${name}.timesBp}.`,
  },
  switchKey: `earn.${name}.isOn`,
});

/** M3, C1: where points come from. */
export const earnSentences: readonly Sentence[] = [
  {
    ids: ['M3.1', 'M3.2', 'M3.4', 'C1'],
    words: {
      zh: '每付 1 元得 {earn.pointsPerYuan} 积分，再乘以等级倍数；等级以外有多个倍数时，{earn.combine}。',
      en: 'Every yuan paid earns {earn.pointsPerYuan} points, times the level’s multiplier; of several other multipliers, {earn.combine}.',
    },
  },
  once('registration', '注册', 'Registering'),
  once('profile', '完善资料', 'Completing the profile'),
  once('birthdayMonth', '生日当月', 'The month of the birthday'),
  once('invitation', '邀请好友', 'Inviting a friend'),
  once('checkIn', '每日签到', 'Checking in, once a day'),
  daily('campaign', '参加活动', 'Joining a campaign'),
  daily('share', '分享速录', 'Sharing a transcript'),
  daily('feedback', '评价与反馈', 'Giving feedback'),
  hours('hoursOne'),
  hours('hoursTwo'),
];

/** M4.4, M5, C9, C20, C22: what points and money are worth. */
export const spendSentences: readonly Sentence[] = [
  {
    ids: ['M5', 'C9'],
    words: {
      zh: '积分{expiry.kind}，有效期 {expiry.months} 个月；到期前 {expiry.firstReminderDays} 天、{expiry.secondReminderDays} 天和 {expiry.lastReminderDays} 天各提醒一次。',
      en: 'Points expire ({expiry.kind}) after {expiry.months} months; a reminder comes {expiry.firstReminderDays}, {expiry.secondReminderDays} and {expiry.lastReminderDays} days before.',
    },
  },
  {
    ids: ['C22'],
    words: {
      zh: '购买的卡点永不过期；赠送的卡点有效 {expiry.giftedCardPointMonths} 个月。付款后 {refund.windowDays} 天内可以退回未使用的部分；这笔订单的积分在退款期结束后到账。',
      en: 'Card points that were bought never expire; those that were given are good for {expiry.giftedCardPointMonths} months. What is unused can be refunded within {refund.windowDays} days; the reward points of an order arrive once that time is over.',
    },
  },
  {
    ids: ['M4.1', 'M4.4', 'C20'],
    words: {
      zh: '计价顺序固定：先等级价，再最多一张券，再用积分抵扣。每 {pricing.offsetPointsPerYuan} 积分抵 1 元，最多抵剩余金额的 {pricing.offsetMaxBp}%，实付不低于 {pricing.floorFen} 元；单笔订单最高 {pricing.orderMaxFen} 元。',
      en: 'Prices are worked out in a fixed order: the level’s price, then one coupon at most, then points. {pricing.offsetPointsPerYuan} points are worth one yuan, for at most {pricing.offsetMaxBp}% of what is left; no less than CNY {pricing.floorFen} is paid, and one order is CNY {pricing.orderMaxFen} at most.',
    },
  },
  {
    ids: ['M2.4'],
    words: {
      zh: '年度满额优惠：考核期内消费满 {pricing.bigSpender.spendFen} 元，等级价再按 {pricing.bigSpender.payBp}% 计。',
      en: 'For big spenders: after CNY {pricing.bigSpender.spendFen} within the window, {pricing.bigSpender.payBp}% of the level’s price is paid.',
    },
    switchKey: 'pricing.bigSpender.isOn',
  },
];

/** M7, M8.1, M8.2, M9, C10, C11: days and invitations. */
export const offerSentences: readonly Sentence[] = [
  {
    ids: ['M8.1', 'M8.2', 'C11'],
    words: {
      zh: '会员日：每月 {memberDay.dayOfMonth} 日，消费积分 × {memberDay.timesBp}，价格按 {memberDay.payBp}% 计，与其他优惠{memberDay.stacking}。',
      en: 'Member day: on day {memberDay.dayOfMonth} of each month purchases earn points × {memberDay.timesBp} and cost {memberDay.payBp}%; {memberDay.stacking} with other offers.',
    },
    switchKey: 'memberDay.isOn',
  },
  {
    ids: ['M9', 'C10'],
    words: {
      zh: '生日：生日当月送 {birthday.couponFen} 元券，生日当天按 {birthday.dayPayBp}% 付款；提前 {birthday.firstGreetingDays} 天、{birthday.secondGreetingDays} 天和当天问候。2 月 29 日的生日在平年{birthday.leapDay}。',
      en: 'Birthdays: a coupon of CNY {birthday.couponFen} for the month, {birthday.dayPayBp}% of prices on the day itself; greetings {birthday.firstGreetingDays} and {birthday.secondGreetingDays} days before, and on the day. 29 February is {birthday.leapDay} in common years.',
    },
    switchKey: 'birthday.isOn',
  },
  {
    ids: ['M7'],
    words: {
      zh: '邀请奖励：被邀请的会员付款并过 {referral.holdDays} 天后，邀请人得 {referral.inviterPoints} 积分，被邀请人得 {referral.inviteePoints} 积分；每人每年最多 {referral.perYearMax} 位。',
      en: 'Referrals: {referral.holdDays} days after somebody invited has paid, who invited them gets {referral.inviterPoints} points and they get {referral.inviteePoints}; for {referral.perYearMax} people a year at most.',
    },
    switchKey: 'referral.isOn',
  },
];

/** M8.3–M8.7, M9, M11: what the house itself keeps to. */
export const careSentences: readonly Sentence[] = [
  {
    ids: ['M9'],
    words: {
      zh: '{care.dormantDays} 天没有消费的会员列入沉睡名单。',
      en: 'Members without an order for {care.dormantDays} days are listed as dormant.',
    },
  },
  {
    ids: ['M11'],
    words: {
      zh: '推广消息在 {notifications.quietFromHour} 时到 {notifications.quietToHour} 时不发送，每人每天最多 {notifications.perDayMax} 条。',
      en: 'No promotional message goes out between {notifications.quietFromHour}:00 and {notifications.quietToHour}:00, and {notifications.perDayMax} a day to anybody at most.',
    },
  },
  {
    ids: ['M8.3', 'M8.4', 'M8.5', 'M8.6', 'M8.7'],
    words: {
      zh: '活动安排：主题活动每年 {quotas.themesPerYear} 场，互动活动每月 {quotas.interactivePerMonth} 场，跨界合作每年 {quotas.crossIndustryPerYear} 次，联合推广每年 {quotas.jointPromotionsPerYear} 次，沙龙每年 {quotas.salonsPerYear} 场，发布会每年 {quotas.launchesPerYear} 场，出游每年 {quotas.tripsPerYear} 次，高频会员优惠每月 {quotas.offersPerMonth} 次。',
      en: 'Campaigns planned: {quotas.themesPerYear} themes a year, {quotas.interactivePerMonth} interactive ones a month, {quotas.crossIndustryPerYear} with other trades and {quotas.jointPromotionsPerYear} joint promotions a year, {quotas.salonsPerYear} salons, {quotas.launchesPerYear} launches and {quotas.tripsPerYear} trips a year, {quotas.offersPerMonth} offers for frequent buyers a month.',
    },
  },
];
