import type { Text } from '../../platform/text/text.ts';
import type { FigureRule, FigureValue, Option } from './figure.rules.ts';
import { programmeDefaults } from './programme-defaults.rules.ts';
import { privilegeNames, weekdayNames } from './programme-names.rules.ts';
import type { ProgrammeRules } from './programme.rules.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const whole = (label: Text, min: number, max: number): FigureRule => ({ kind: 'WHOLE', label, min, max });
/** Bounds in fen. */
const yuan = (label: Text, min: number, max: number): FigureRule => ({ kind: 'YUAN', label, min, max });
/** Of the list price, in basis points. */
const share = (label: Text): FigureRule => ({ kind: 'PERCENT', label, min: 1_000, max: 10_000 });
const times = (label: Text): FigureRule => ({ kind: 'TIMES', label, min: 10_000, max: 100_000 });
const level = (label: Text): FigureRule => ({ kind: 'LEVEL', label });
const isOn: FigureRule = { kind: 'SWITCH', label: t('启用这条规则', 'This rule is on') };
const options = (names: Readonly<Record<string, Text>>): readonly Option[] =>
  Object.entries(names).map(([value, name]) => ({ value, name }));
const choice = (label: Text, names: Readonly<Record<string, Text>>): FigureRule => ({
  kind: 'CHOICE',
  label,
  options: options(names),
});
const days = (label: Text, min = 0, max = 365): FigureRule => whole(label, min, max);
const points = (label: Text = t('积分', 'points')): FigureRule => whole(label, 0, 100_000);
const count = (label: Text, max = 1_000): FigureRule => whole(label, 0, max);
const perDay = whole(t('每天最多次数', 'times a day at most'), 1, 100);

/** What each figure may be, by its path in the document; a `*` stands for one name. */
const rulesByPath: Readonly<Record<string, FigureRule>> = {
  'tiers.*.isUsed': { kind: 'SWITCH', label: t('使用这一级', 'This level is used') },
  'tiers.*.nameZh': { kind: 'NAME', label: t('中文名称', 'Chinese name'), max: 20 },
  'tiers.*.nameEn': { kind: 'NAME', label: t('英文名称', 'English name'), max: 30 },
  'tiers.*.spendFen': yuan(t('消费满（元）', 'spend, CNY'), 0, 1_000_000_000),
  'tiers.*.orders': count(t('订单数', 'paid orders')),
  'tiers.*.points': whole(t('获得积分', 'points earned'), 0, 100_000_000),
  'tiers.*.payBp': share(t('支付标价的百分比', 'per cent of the list price')),
  'tiers.*.timesBp': times(t('积分倍数', 'points multiplier')),
  'tiers.*.privileges': {
    kind: 'SET',
    label: t('专属权益', 'privileges'),
    options: options(privilegeNames),
  },
  'qualifying.windowMonths': whole(t('考核月数', 'months'), 1, 36),
  'qualifying.review': choice(t('年度评定的日子', 'day of the yearly review'), {
    ANNIVERSARY: t('入会周年日', 'the anniversary of joining'),
    NEW_YEAR: t('每年 1 月 1 日', '1 January'),
  }),
  'qualifying.graceDays': days(t('宽限天数', 'days of grace'), 0, 180),
  'qualifying.stepsDownMax': whole(t('每次最多降几级', 'levels down at most'), 1, 4),
  'frequency.middle': whole(t('中频订单数', 'orders for the middle band'), 2, 1_000),
  'frequency.high': whole(t('高频订单数', 'orders for the high band'), 3, 1_000),
  '*.isOn': isOn,
  '*.*.isOn': isOn,
  'activity.loginDays': whole(t('登录天数', 'login days'), 1, 366),
  'activity.campaignJoins': whole(t('参加活动次数', 'campaigns joined'), 1, 1_000),
  'activity.paidOrders': whole(t('付款订单数', 'paid orders'), 0, 100),
  'activity.cap': level(t('活跃晋级封顶', 'highest level by activity')),
  'fastTrack.*.days': whole(t('天数', 'days'), 1, 365),
  'fastTrack.*.amountFen': yuan(t('消费满（元）', 'spend, CNY'), 100, 1_000_000_000),
  'fastTrack.*.tier': level(t('直达级别', 'level reached')),
  'threeByThree.from': level(t('起点级别', 'level to start from')),
  'threeByThree.invitees': whole(t('邀请人数', 'members invited'), 1, 100),
  'threeByThree.first': level(t('第一步级别', 'first level reached')),
  'threeByThree.second': level(t('第二步级别', 'second level reached')),
  'earn.pointsPerYuan': whole(t('每元积分', 'points a yuan'), 1, 100),
  'earn.combine': choice(t('多个倍数同时适用时', 'when several multipliers apply'), {
    HIGHEST: t('取最高的一个', 'the highest alone counts'),
    PRODUCT: t('相乘', 'they are multiplied'),
  }),
  'earn.*.points': points(),
  'earn.*.perDayMax': perDay,
  'earn.*.weekdays': { kind: 'SET', label: t('星期', 'weekdays'), options: options(weekdayNames) },
  'earn.*.fromHour': whole(t('开始（时）', 'from, hour'), 0, 23),
  'earn.*.toHour': whole(t('结束（时）', 'to, hour'), 1, 24),
  'earn.*.timesBp': times(t('积分倍数', 'points multiplier')),
  'expiry.kind': choice(t('有效期方式', 'how points expire'), {
    ROLLING: t('滚动有效期，到当月月底', 'rolling, up to the end of the month'),
    YEAR_END: t('年度清零', 'all at the end of a year'),
  }),
  'expiry.months': whole(t('有效月数', 'months'), 1, 60),
  'expiry.*ReminderDays': days(t('提前天数', 'days before'), 1, 180),
  'expiry.giftedCardPointMonths': whole(t('赠送卡点有效月数', 'months for gifted card points'), 1, 60),
  'pricing.offsetPointsPerYuan': whole(t('抵 1 元所需积分', 'points for one yuan'), 1, 100_000),
  'pricing.offsetMaxBp': {
    kind: 'PERCENT',
    label: t('抵扣上限（%）', 'offset at most, %'),
    min: 0,
    max: 10_000,
  },
  'pricing.floorFen': yuan(t('实付下限（元）', 'least to pay, CNY'), 1, 10_000),
  'pricing.orderMaxFen': yuan(t('单笔上限（元）', 'one order at most, CNY'), 100, 500_000),
  'pricing.bigSpender.spendFen': yuan(t('年消费满（元）', 'yearly spend, CNY'), 100, 1_000_000_000),
  'pricing.bigSpender.payBp': share(t('支付百分比', 'per cent paid')),
  'refund.windowDays': days(t('可退款天数', 'days for refunds'), 0, 90),
  'memberDay.dayOfMonth': whole(t('每月几日', 'day of the month'), 1, 28),
  'memberDay.timesBp': times(t('积分倍数', 'points multiplier')),
  'memberDay.payBp': share(t('支付百分比', 'per cent paid')),
  'memberDay.stacking': choice(t('与其他优惠', 'with other offers'), {
    EXCLUSIVE: t('不可同享', 'not combined'),
    STACKABLE: t('可以同享', 'combined'),
  }),
  'birthday.couponFen': yuan(t('生日券面额（元）', 'birthday coupon, CNY'), 0, 100_000),
  'birthday.dayPayBp': share(t('生日当天支付百分比', 'per cent paid on the day')),
  'birthday.*GreetingDays': days(t('提前天数', 'days before'), 1, 60),
  'birthday.leapDay': choice(t('2 月 29 日生日在平年', '29 February in a common year'), {
    FEB_28: t('按 2 月 28 日', 'kept on 28 February'),
    MAR_1: t('按 3 月 1 日', 'kept on 1 March'),
  }),
  'referral.inviterPoints': points(t('邀请人积分', 'points for the inviter')),
  'referral.inviteePoints': points(t('被邀请人积分', 'points for the invited')),
  'referral.holdDays': days(t('等待天数', 'days to wait'), 0, 180),
  'referral.perYearMax': count(t('每年最多人数', 'people a year at most'), 10_000),
  'care.dormantDays': days(t('未消费天数', 'days without an order'), 7, 730),
  'notifications.quietFromHour': whole(t('免打扰开始（时）', 'quiet from, hour'), 0, 23),
  'notifications.quietToHour': whole(t('免打扰结束（时）', 'quiet to, hour'), 0, 23),
  'notifications.perDayMax': whole(t('每天最多条数', 'messages a day at most'), 1, 50),
  'quotas.*': count(t('场次', 'how many'), 100),
};

const patterns = Object.entries(rulesByPath).map(
  ([path, rule]) =>
    [new RegExp(`^${path.replaceAll('.', '[.]').replaceAll('*', '[A-Za-z0-9]+')}$`), rule] as const,
);

/** What the figure of this key may be; null when the document has no such figure. */
export function figureRule(key: string): FigureRule | null {
  return patterns.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** A document as its figures, by their keys. */
export type Figures = ReadonlyMap<string, FigureValue>;

/** Every figure of a document by its path, such as `tiers.T2.spendFen`. */
export function figuresOf(rules: ProgrammeRules): Figures {
  return new Map(leavesOf(rules, ''));
}

function leavesOf(part: unknown, path: string): readonly (readonly [string, FigureValue])[] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [[path, part as FigureValue]];
  return Object.entries(part).flatMap(([name, inner]) =>
    leavesOf(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** The document that has these figures, and the house's own wherever there is none. */
export function rulesFrom(figures: Figures): ProgrammeRules {
  return withFigures(programmeDefaults, '', figures) as ProgrammeRules;
}

function withFigures(part: unknown, path: string, figures: Figures): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return figures.get(path) ?? part;
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]) => [
      name,
      withFigures(inner, path === '' ? name : `${path}.${name}`, figures),
    ]),
  );
}

/** Whether two values of a figure are the same. */
export const isSameFigure = (a: FigureValue | undefined, b: FigureValue | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
