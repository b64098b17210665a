import { formatFen, formatNumber } from './format.ts';

export const refundsZh = {
  title: '已付款订单',
  intro:
    '退款只退未用完的卡点，按实付金额的比例折算；本单送出的积分同时收回，全额退款时优惠券按券的规则退回。款项请另行转账。',
  show: '显示已付款订单',
  empty: '还没有已付款的订单。',
  buyer: '买家',
  amount: '实付',
  points: '卡点',
  paidAt: '付款确认',
  refunded: (fen: number, points: number) => `已退款 ${formatFen(fen)}（${formatNumber(points)} 点）`,
  refund: '退款',
  refundOf: (reference: string) => `退款：${reference}`,
  dialogTitle: (buyer: string, reference: string) => `给 ${buyer} 的订单 ${reference} 退款？`,
  field: '退回卡点',
  fieldHint: '不填则退还全部未用完的卡点。每笔订单只能退款一次。',
  reason: '原因',
  wholeNumber: '请填写整数。',
  action: '退款',
  done: (fen: number) => `已退款，请转账 ${formatFen(fen)}`,
};

export type RefundsText = typeof refundsZh;
