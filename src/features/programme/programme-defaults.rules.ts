import type { Privilege, ProgrammeRules, TierRules } from './programme.rules.ts';

const basics: readonly Privilege[] = ['BIRTHDAY_GIFT', 'EARLY_ACCESS', 'MEMBER_PRICE'];
const silver: readonly Privilege[] = [...basics, 'MEMBER_DAY_OFFER'];
const gold: readonly Privilege[] = [...silver, 'PRIORITY_BOOKING', 'LIMITED_FIRST', 'DEDICATED_SERVICE'];
const diamond: readonly Privilege[] = [...gold, 'REBATE_UPGRADE', 'CUSTOM_EVENTS'];

const level = (nameZh: string, nameEn: string, given: Partial<TierRules>): TierRules => ({
  isUsed: true,
  nameZh,
  nameEn,
  spendFen: 0,
  orders: 0,
  points: 0,
  payBp: 10_000,
  timesBp: 10_000,
  privileges: basics,
  ...given,
});

/** What the programme begins with; every figure is there to be changed by an operator. */
export const programmeDefaults: ProgrammeRules = {
  tiers: {
    T0: level('注册会员', 'Registered', {}),
    T1: level('普通会员', 'Regular', { spendFen: 100_000 }),
    T2: level('银卡会员', 'Silver', {
      spendFen: 500_000,
      points: 2_000,
      payBp: 9_000,
      timesBp: 12_000,
      privileges: silver,
    }),
    T3: level('金卡会员', 'Gold', {
      spendFen: 1_000_000,
      points: 4_000,
      payBp: 8_500,
      timesBp: 15_000,
      privileges: gold,
    }),
    T4: level('钻石会员', 'Diamond', {
      spendFen: 2_000_000,
      points: 8_000,
      payBp: 8_000,
      timesBp: 20_000,
      privileges: diamond,
    }),
  },
  qualifying: { windowMonths: 12, review: 'ANNIVERSARY', graceDays: 30, stepsDownMax: 1 },
  frequency: { middle: 5, high: 10 },
  activity: { isOn: true, loginDays: 10, campaignJoins: 6, paidOrders: 1, cap: 'T3' },
  fastTrack: {
    one: { isOn: false, days: 1, amountFen: 80_000, tier: 'T3' },
    two: { isOn: false, days: 30, amountFen: 200_000, tier: 'T3' },
  },
  threeByThree: { isOn: true, from: 'T0', invitees: 3, first: 'T2', second: 'T3' },
  earn: {
    pointsPerYuan: 1,
    combine: 'HIGHEST',
    registration: { isOn: true, points: 50 },
    profile: { isOn: true, points: 20 },
    birthdayMonth: { isOn: true, points: 100 },
    invitation: { isOn: false, points: 50 },
    checkIn: { isOn: true, points: 1 },
    campaign: { isOn: true, points: 20, perDayMax: 3 },
    share: { isOn: true, points: 5, perDayMax: 3 },
    feedback: { isOn: true, points: 10, perDayMax: 1 },
    hoursOne: { isOn: false, weekdays: ['SAT', 'SUN'], fromHour: 0, toHour: 24, timesBp: 15_000 },
    hoursTwo: { isOn: false, weekdays: ['MON'], fromHour: 9, toHour: 12, timesBp: 15_000 },
  },
  expiry: {
    kind: 'ROLLING',
    months: 12,
    firstReminderDays: 30,
    secondReminderDays: 7,
    lastReminderDays: 1,
    giftedCardPointMonths: 12,
  },
  pricing: {
    offsetPointsPerYuan: 100,
    offsetMaxBp: 5_000,
    floorFen: 1,
    orderMaxFen: 500_000,
    bigSpender: { isOn: false, spendFen: 3_000_000, payBp: 9_500 },
  },
  refund: { windowDays: 7 },
  memberDay: { isOn: true, dayOfMonth: 8, timesBp: 20_000, payBp: 9_500, stacking: 'STACKABLE' },
  birthday: {
    isOn: true,
    couponFen: 1_000,
    dayPayBp: 9_000,
    firstGreetingDays: 30,
    secondGreetingDays: 7,
    leapDay: 'FEB_28',
  },
  referral: { isOn: true, inviterPoints: 200, inviteePoints: 100, holdDays: 7, perYearMax: 50 },
  care: { dormantDays: 90 },
  notifications: { quietFromHour: 22, quietToHour: 8, perDayMax: 3 },
  quotas: {
    themesPerYear: 10,
    interactivePerMonth: 2,
    crossIndustryPerYear: 3,
    jointPromotionsPerYear: 5,
    salonsPerYear: 4,
    launchesPerYear: 2,
    tripsPerYear: 2,
    offersPerMonth: 2,
  },
};
