import type { Text } from '../../platform/text/text.ts';
import { writeFigure } from './figure.rules.ts';
import { figureRule, figuresOf } from './figures.rules.ts';
import { programmeDefaults } from './programme-defaults.rules.ts';

/** Figures that belong together, to be filled into the rules at once. */
export interface Preset {
  readonly id: string;
  readonly name: Text;
  readonly about: Text;
  /** As they are written into the blanks. */
  readonly figures: Readonly<Record<string, string>>;
}

/** Everything as a new house has it. */
const houseFigures = Object.fromEntries(
  [...figuresOf(programmeDefaults)].map(([key, value]) => {
    const rule = figureRule(key);
    if (rule === null) throw new Error(`A figure without a rule: ${key}`);
    return [key, writeFigure(rule, value)];
  }),
);

/** What the sources say of the programme where they contradict each other (section 20), ready to be chosen. */
export const presets: readonly Preset[] = [
  {
    id: 'house',
    name: { zh: '出厂设置', en: 'As the house began' },
    about: { zh: '全部规则恢复为最初的数字。', en: 'All rules with the figures they began with.' },
    figures: houseFigures,
  },
  {
    id: 's0-tenfold',
    name: { zh: '每元 10 积分', en: 'Ten points a yuan' },
    about: {
      zh: '每元 10 积分，积分升级门槛和抵扣比例同样乘以十。',
      en: 'Ten points a yuan; the points that levels ask for, and that one yuan costs, are tenfold too.',
    },
    figures: {
      'earn.pointsPerYuan': '10',
      'tiers.T2.points': '20000',
      'tiers.T3.points': '40000',
      'tiers.T4.points': '80000',
      'pricing.offsetPointsPerYuan': '1000',
    },
  },
  {
    id: 's4-firstbuy',
    name: { zh: '首购即银卡', en: 'Silver on the first purchase' },
    about: {
      zh: '注册并完成首次购买即为银卡，金卡、钻石按消费额；不设普通一级。',
      en: 'Whoever has registered and bought once is silver; gold and diamond go by spend. There is no regular level.',
    },
    figures: {
      'tiers.T1.isUsed': 'false',
      'tiers.T2.orders': '1',
      'tiers.T2.spendFen': '0',
      'tiers.T2.points': '0',
      'tiers.T3.points': '0',
      'tiers.T4.points': '0',
    },
  },
  {
    id: 'fast-track',
    name: { zh: '快速通道', en: 'Fast track' },
    about: {
      zh: '单日消费 800 元或 30 天消费 2000 元，直达金卡到下次评定。',
      en: 'CNY 800 in one day or CNY 2,000 in 30 days make gold until the next review.',
    },
    figures: {
      'fastTrack.one.isOn': 'true',
      'fastTrack.one.days': '1',
      'fastTrack.one.amountFen': '800',
      'fastTrack.one.tier': 'T3',
      'fastTrack.two.isOn': 'true',
      'fastTrack.two.days': '30',
      'fastTrack.two.amountFen': '2000',
      'fastTrack.two.tier': 'T3',
    },
  },
  {
    id: 'year-clear',
    name: { zh: '积分年度清零', en: 'Points cleared each year' },
    about: {
      zh: '积分在每年年底清零，而不是滚动到期。',
      en: 'Points expire at the end of a year instead of one by one.',
    },
    figures: { 'expiry.kind': 'YEAR_END' },
  },
  {
    id: 's2-vip',
    name: { zh: '普通 / VIP / SVIP', en: 'Regular / VIP / SVIP' },
    about: {
      zh: '三级，名称为普通、VIP、SVIP。',
      en: 'Three levels, called Regular, VIP and SVIP.',
    },
    figures: {
      'tiers.T0.nameZh': '普通会员',
      'tiers.T0.nameEn': 'Regular',
      'tiers.T1.isUsed': 'false',
      'tiers.T2.nameZh': 'VIP',
      'tiers.T2.nameEn': 'VIP',
      'tiers.T3.nameZh': 'SVIP',
      'tiers.T3.nameEn': 'SVIP',
      'tiers.T4.isUsed': 'false',
    },
  },
  {
    id: 's3-three',
    name: { zh: '普通 / 银卡 / 金卡', en: 'Regular / Silver / Gold' },
    about: { zh: '三级：普通、银卡、金卡。', en: 'Three levels: regular, silver and gold.' },
    figures: {
      'tiers.T0.nameZh': '普通会员',
      'tiers.T0.nameEn': 'Regular',
      'tiers.T1.isUsed': 'false',
      'tiers.T4.isUsed': 'false',
    },
  },
  {
    id: 'new-year',
    name: { zh: '元旦统一评定', en: 'Reviews on New Year’s Day' },
    about: {
      zh: '所有会员在 1 月 1 日按最近的评定期评定，而不是各自的入会周年日。',
      en: 'Everybody is reviewed on 1 January instead of the day they joined on.',
    },
    figures: { 'qualifying.review': 'NEW_YEAR' },
  },
];
