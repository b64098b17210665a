import { formatNumber } from './format.ts';

export const rewardsZh = {
  title: '我的积分',
  back: '余额查询',
  now: {
    title: '可用积分',
    unit: '分',
    pending: '待生效',
    pendingHint: '退款期过后即可使用，日期见下表。',
    held: '预留中',
    heldHint: '正在办理的事项占用，用不完会退回。',
    debt: (points: number) =>
      `欠 ${formatNumber(points)} 分：已用掉的积分因订单退款而收回，下次得到的积分先归还。`,
    soon: (points: number, date: string) => `${formatNumber(points)} 分的有效期至 ${date}。`,
    order: '先到期的先用。',
  },
  entries: '积分明细',
  lots: {
    rewardTitle: '积分的构成与有效期',
    cardTitle: '卡点的构成与有效期',
    empty: '现在没有可用的点数。',
    availableOn: (date: string) => `${date}起可用`,
    until: (date: string) => `有效期至 ${date}`,
    never: '永不过期',
    kind: { PAID: '购买', GIFT: '赠送', EARNED: '获得', PROMO: '补发' },
    more: '只列出最先使用的 100 笔。',
  },
};

export type RewardsText = typeof rewardsZh;
