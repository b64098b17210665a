import type { Text } from '../../platform/text/text.ts';
import type { NotificationPurpose } from './notification.rules.ts';

/** What each template has to be told. A day is YYYY-MM-DD in Asia/Shanghai. */
export interface TemplateValues {
  POINTS_EXPIRING: {
    readonly currency: 'CARD' | 'REWARD';
    readonly points: number;
    /** The last day on which they can be spent. */
    readonly lastDay: string;
    readonly daysLeft: number;
  };
  ORDER_COMPLETED: { readonly orderId: string; readonly points: number };
  TIER_CHANGED: { readonly before: Text; readonly after: Text; readonly isUp: boolean };
  TIER_AT_RISK: { readonly tier: Text; readonly until: string };
  COUPON_ISSUED: { readonly name: string; readonly lastDay: string };
  BIRTHDAY_COMING: { readonly days: number };
  BIRTHDAY: Record<never, never>;
  ANNIVERSARY: { readonly years: number };
  NEW_FEATURE: { readonly title: string; readonly body: string };
}
export type TemplateName = keyof TemplateValues;

/** A message before it is in anybody's language. */
export interface Wording {
  readonly title: Text;
  readonly body: Text;
  /** A path of the house that it leads to; null where it leads nowhere. */
  readonly path: string | null;
}

interface Template<Values> {
  readonly purpose: NotificationPurpose;
  readonly name: Text;
  readonly words: (values: Values) => Wording;
  /** For operators: what it looks like. */
  readonly sample: Values;
}

/** Every message that the house knows how to write; a feature that needs another adds it here. */
export const templates: { readonly [Name in TemplateName]: Template<TemplateValues[Name]> } = {
  POINTS_EXPIRING: {
    purpose: 'SERVICE',
    name: { zh: '积分或卡点即将到期', en: 'Points about to expire' },
    words: ({ currency, points, lastDay, daysLeft }) => {
      const zh = currency === 'CARD' ? '卡点' : '积分';
      const en = currency === 'CARD' ? 'card points' : 'reward points';
      return {
        title: {
          zh: daysLeft === 0 ? `${points} ${zh}今天到期` : `${points} ${zh}将在 ${daysLeft} 天后到期`,
          en:
            daysLeft === 0
              ? `${points} ${en} expire today`
              : `${points} ${en} expire in ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}`,
        },
        body: {
          zh: `请在 ${lastDay} 当天结束前使用，逾期作废。`,
          en: `Use them by the end of ${lastDay}; they are gone after that.`,
        },
        path: '/balance',
      };
    },
    sample: { currency: 'REWARD', points: 120, lastDay: '2027-01-31', daysLeft: 7 },
  },
  ORDER_COMPLETED: {
    purpose: 'SERVICE',
    name: { zh: '订单已完成', en: 'Order completed' },
    words: ({ orderId, points }) => ({
      title: { zh: `充值成功：${points} 点已到账`, en: `${points} points have been added` },
      body: {
        zh: '已确认收到你的付款，感谢支持。',
        en: 'Your payment has been confirmed. Thank you.',
      },
      path: `/balance/orders/${orderId}`,
    }),
    sample: { orderId: '019d0000-0000-7000-8000-000000000000', points: 60 },
  },
  TIER_CHANGED: {
    purpose: 'SERVICE',
    name: { zh: '等级变动', en: 'Level changed' },
    words: ({ before, after, isUp }) => ({
      title: isUp
        ? { zh: `恭喜升级为${after.zh}`, en: `You are ${after.en} now` }
        : { zh: `等级调整为${after.zh}`, en: `Your level is ${after.en} now` },
      body: {
        zh: `你的会员等级由${before.zh}变为${after.zh}，权益随之调整。`,
        en: `Your level changed from ${before.en} to ${after.en}, and what it brings with it.`,
      },
      path: '/membership',
    }),
    sample: { before: { zh: '银卡', en: 'Silver' }, after: { zh: '金卡', en: 'Gold' }, isUp: true },
  },
  TIER_AT_RISK: {
    purpose: 'SERVICE',
    name: { zh: '等级即将下调', en: 'Level about to be lost' },
    words: ({ tier, until }) => ({
      title: { zh: `${tier.zh}保留到 ${until}`, en: `${tier.en} is yours until ${until}` },
      body: {
        zh: '年度核算未达到保级条件。在此日期前补足，等级不变。',
        en: 'The yearly review found too little for this level. Make up for it by then and you keep it.',
      },
      path: '/membership',
    }),
    sample: { tier: { zh: '金卡', en: 'Gold' }, until: '2027-01-30' },
  },
  COUPON_ISSUED: {
    purpose: 'PROMOTION',
    name: { zh: '收到优惠券', en: 'Coupon received' },
    words: ({ name, lastDay }) => ({
      title: { zh: `收到一张优惠券：${name}`, en: `A coupon for you: ${name}` },
      body: { zh: `有效期至 ${lastDay}。`, en: `It can be used until ${lastDay}.` },
      path: '/coupons',
    }),
    sample: { name: '满 100 减 10', lastDay: '2027-01-31' },
  },
  BIRTHDAY_COMING: {
    purpose: 'CARE',
    name: { zh: '生日将至', en: 'Birthday coming' },
    words: ({ days }) => ({
      title: {
        zh: days === 1 ? '明天就是你的生日' : `还有 ${days} 天就是你的生日`,
        en: `Your birthday is ${days === 1 ? 'tomorrow' : `${days} days away`}`,
      },
      body: {
        zh: '生日当月有专属礼遇，记得来看看。',
        en: 'There is something for you in your birthday month.',
      },
      path: '/dashboard',
    }),
    sample: { days: 7 },
  },
  BIRTHDAY: {
    purpose: 'CARE',
    name: { zh: '生日祝福', en: 'Birthday' },
    words: () => ({
      title: { zh: '生日快乐！', en: 'Happy birthday!' },
      body: {
        zh: '感谢一路同行，今天有为你准备的优惠。',
        en: 'Thank you for being with us. Today there is a gift for you.',
      },
      path: '/dashboard',
    }),
    sample: {},
  },
  ANNIVERSARY: {
    purpose: 'CARE',
    name: { zh: '入会周年', en: 'Anniversary' },
    words: ({ years }) => ({
      title: { zh: `入会 ${years} 周年`, en: years === 1 ? 'One year with us' : `${years} years with us` },
      body: { zh: '感谢你一直以来的信任。', en: 'Thank you for your trust.' },
      path: '/dashboard',
    }),
    sample: { years: 1 },
  },
  NEW_FEATURE: {
    purpose: 'PROMOTION',
    name: { zh: '新功能', en: 'New feature' },
    words: ({ title, body }) => ({
      title: { zh: `新功能：${title}`, en: `New: ${title}` },
      body: { zh: body, en: body },
      path: '/announcements',
    }),
    sample: { title: '略码词典 · Briefs', body: '' },
  },
};

export const templateNames = Object.keys(templates) as readonly TemplateName[];

/** A stored message in words. */
export function wordingOf(template: TemplateName, values: TemplateValues[TemplateName]): Wording {
  const { words } = templates[template] as Template<unknown>;
  return words(values);
}
