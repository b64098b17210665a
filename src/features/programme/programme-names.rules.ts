import type { Text } from '../../platform/text/text.ts';
import type { Privilege, ProgrammeRules, TierCode, Weekday } from './programme.rules.ts';

/** What privileges are called. */
export const privilegeNames: Readonly<Record<Privilege, Text>> = {
  BIRTHDAY_GIFT: { zh: '生日礼遇', en: 'birthday gift' },
  EARLY_ACCESS: { zh: '新品优先', en: 'early access to new features' },
  MEMBER_PRICE: { zh: '会员价', en: 'member price' },
  MEMBER_DAY_OFFER: { zh: '会员日专属优惠', en: 'member day offers' },
  PRIORITY_BOOKING: { zh: '优先预约', en: 'priority booking' },
  LIMITED_FIRST: { zh: '限量优先', en: 'first choice of what is limited' },
  DEDICATED_SERVICE: { zh: '专属客服', en: 'a contact of their own' },
  REBATE_UPGRADE: { zh: '返利升级', en: 'higher rebates' },
  CUSTOM_EVENTS: { zh: '私人订制活动', en: 'events made for them' },
};

export const weekdayNames: Readonly<Record<Weekday, Text>> = {
  MON: { zh: '周一', en: 'Mon' },
  TUE: { zh: '周二', en: 'Tue' },
  WED: { zh: '周三', en: 'Wed' },
  THU: { zh: '周四', en: 'Thu' },
  FRI: { zh: '周五', en: 'Fri' },
  SAT: { zh: '周六', en: 'Sat' },
  SUN: { zh: '周日', en: 'Sun' },
};

/** What a level is called in these rules (C3). */
export const tierName = ({ tiers }: ProgrammeRules, code: TierCode): Text => ({
  zh: tiers[code].nameZh,
  en: tiers[code].nameEn,
});
