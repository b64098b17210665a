/** The levels' codes, the lowest first; what they are called is configuration (C3). */
export const tierCodes = ['T0', 'T1', 'T2', 'T3', 'T4'] as const;
export type TierCode = (typeof tierCodes)[number];

/** What a level may open besides its price and its points (M2.6, M2.11). */
export const privileges = [
  'BIRTHDAY_GIFT',
  'EARLY_ACCESS',
  'MEMBER_PRICE',
  'MEMBER_DAY_OFFER',
  'PRIORITY_BOOKING',
  'LIMITED_FIRST',
  'DEDICATED_SERVICE',
  'REBATE_UPGRADE',
  'CUSTOM_EVENTS',
] as const;
export type Privilege = (typeof privileges)[number];

/** One level. A way up whose figure is 0 does not exist. */
export interface TierRules {
  readonly isUsed: boolean;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Net spend within the window, in fen. */
  readonly spendFen: number;
  /** Paid orders within the window that were not wholly refunded. */
  readonly orders: number;
  /** Reward points earned within the window. */
  readonly points: number;
  /** What of the list price is paid, in basis points: 9000 is 9 折. */
  readonly payBp: number;
  /** What the points of a purchase are multiplied by, in basis points. */
  readonly timesBp: number;
  readonly privileges: readonly Privilege[];
}

/** A purchase on one day, or within some days, that leads straight to a level (C5). */
export interface FastTrack {
  readonly isOn: boolean;
  readonly days: number;
  readonly amountFen: number;
  readonly tier: TierCode;
}

/** Hours on some weekdays in which purchases earn more (M3.4). */
export interface BonusHours {
  readonly isOn: boolean;
  readonly weekdays: readonly Weekday[];
  /** From this hour on, 0–23. */
  readonly fromHour: number;
  /** Up to this hour, 1–24. */
  readonly toHour: number;
  readonly timesBp: number;
}

export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof weekdays)[number];

/** An act that earns points (M3.3). */
export interface EarnSource {
  readonly isOn: boolean;
  readonly points: number;
}

export interface DailyEarnSource extends EarnSource {
  readonly perDayMax: number;
}

/** All rules and figures of the membership programme, as one document that is only ever replaced as a whole. */
export interface ProgrammeRules {
  readonly tiers: Readonly<Record<TierCode, TierRules>>;
  readonly qualifying: {
    readonly windowMonths: number;
    readonly review: 'ANNIVERSARY' | 'NEW_YEAR';
    readonly graceDays: number;
    readonly stepsDownMax: number;
  };
  /** From how many orders a year on somebody buys in the middle, or often (M2.2). */
  readonly frequency: { readonly middle: number; readonly high: number };
  readonly activity: {
    readonly isOn: boolean;
    readonly loginDays: number;
    readonly campaignJoins: number;
    readonly paidOrders: number;
    readonly cap: TierCode;
  };
  readonly fastTrack: { readonly one: FastTrack; readonly two: FastTrack };
  readonly threeByThree: {
    readonly isOn: boolean;
    readonly from: TierCode;
    readonly invitees: number;
    readonly first: TierCode;
    readonly second: TierCode;
  };
  readonly earn: {
    readonly pointsPerYuan: number;
    /** Of several multipliers besides the level's: the highest alone, or all of them multiplied. */
    readonly combine: 'HIGHEST' | 'PRODUCT';
    readonly registration: EarnSource;
    readonly profile: EarnSource;
    readonly birthdayMonth: EarnSource;
    readonly invitation: EarnSource;
    readonly checkIn: EarnSource;
    readonly campaign: DailyEarnSource;
    readonly share: DailyEarnSource;
    readonly feedback: DailyEarnSource;
    readonly hoursOne: BonusHours;
    readonly hoursTwo: BonusHours;
  };
  readonly expiry: {
    readonly kind: 'ROLLING' | 'YEAR_END';
    readonly months: number;
    readonly firstReminderDays: number;
    readonly secondReminderDays: number;
    readonly lastReminderDays: number;
    /** Card points that were given, not bought; bought ones never expire (C22). */
    readonly giftedCardPointMonths: number;
  };
  readonly pricing: {
    /** How many points are worth one yuan when they offset a price. */
    readonly offsetPointsPerYuan: number;
    /** At most this part of what is left to pay, in basis points (C20). */
    readonly offsetMaxBp: number;
    readonly floorFen: number;
    readonly orderMaxFen: number;
    readonly bigSpender: { readonly isOn: boolean; readonly spendFen: number; readonly payBp: number };
  };
  readonly refund: { readonly windowDays: number };
  readonly memberDay: {
    readonly isOn: boolean;
    readonly dayOfMonth: number;
    readonly timesBp: number;
    readonly payBp: number;
    readonly stacking: 'EXCLUSIVE' | 'STACKABLE';
  };
  readonly birthday: {
    readonly isOn: boolean;
    readonly couponFen: number;
    readonly dayPayBp: number;
    readonly firstGreetingDays: number;
    readonly secondGreetingDays: number;
    readonly leapDay: 'FEB_28' | 'MAR_1';
  };
  readonly referral: {
    readonly isOn: boolean;
    readonly inviterPoints: number;
    readonly inviteePoints: number;
    readonly holdDays: number;
    readonly perYearMax: number;
  };
  readonly care: { readonly dormantDays: number };
  readonly notifications: {
    readonly quietFromHour: number;
    readonly quietToHour: number;
    readonly perDayMax: number;
  };
  /** How many campaigns of a kind a year or a month should see (M8.3–M8.7); shown as meters. */
  readonly quotas: {
    readonly themesPerYear: number;
    readonly interactivePerMonth: number;
    readonly crossIndustryPerYear: number;
    readonly jointPromotionsPerYear: number;
    readonly salonsPerYear: number;
    readonly launchesPerYear: number;
    readonly tripsPerYear: number;
    readonly offersPerMonth: number;
  };
}

/** A version of the rules that was saved. */
export interface ProgrammeConfig {
  readonly version: number;
  readonly rules: ProgrammeRules;
  readonly effectiveFrom: Date;
}

/** The levels in use, the lowest first. */
export const levelsOf = ({ tiers }: ProgrammeRules): readonly TierCode[] =>
  tierCodes.filter((code) => tiers[code].isUsed);

/** How high a level stands. */
export const rankOf = (code: TierCode): number => tierCodes.indexOf(code);

/** The higher of two levels. */
export const higherOf = (a: TierCode, b: TierCode): TierCode => (rankOf(a) >= rankOf(b) ? a : b);
