import { formatNumber } from './format.ts';

export const adjustingZh = {
  title: '积分',
  balance: '可用积分',
  pending: '待生效',
  debt: '欠分',
  entries: '积分明细',
  noEntries: '还没有积分往来。',
  adjust: '调整点数',
  currency: '调整哪一种',
  card: '卡点',
  reward: '积分',
  points: '点数',
  pointsHint: '正数为增加，负数为扣减，例如 50 或 -50；单次最多 100,000。',
  reason: '原因',
  reasonHint: '会员会看到这段话。',
  action: '调整',
  wholeNumber: '请填写不带小数的数字，例如 50 或 -50。',
  done: (points: number) =>
    points > 0 ? `已增加 ${formatNumber(points)} 点` : `已扣减 ${formatNumber(-points)} 点`,
};

export type AdjustingText = typeof adjustingZh;
