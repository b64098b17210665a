import type { Text } from '../../platform/text/text.ts';
import { addDays, dayOf, startOfDay } from '../../platform/time/programme-day.rules.ts';

/** Why an order cannot be refunded. */
export type RefundProblem =
  'NOT_PAID' | 'REFUNDED_ALREADY' | 'WINDOW_CLOSED' | 'NOTHING_UNUSED' | 'TOO_MANY_POINTS';

/** Why not, in words. */
export const refundProblemTexts: Readonly<Record<RefundProblem, Text>> = {
  NOT_PAID: { zh: '这笔订单没有付款，请直接取消。', en: 'This order has not been paid. Cancel it instead.' },
  REFUNDED_ALREADY: { zh: '这笔订单已经退过款。', en: 'This order has been refunded.' },
  WINDOW_CLOSED: { zh: '已过退款期限。', en: 'The time for a refund is over.' },
  NOTHING_UNUSED: {
    zh: '这笔订单的卡点已经全部用完，没有可退的部分。',
    en: 'All points of this order have been used; nothing is left to refund.',
  },
  TOO_MANY_POINTS: {
    zh: '这笔订单剩下的卡点没有这么多。',
    en: 'Fewer points of this order than that are left.',
  },
};

/** The first moment at which it is too late: the end, in Shanghai, of so many days after the payment (C22). */
export const refundableUntil = (completedAt: Date, windowDays: number): Date =>
  startOfDay(addDays(dayOf(completedAt), windowDays + 1));

interface Sold {
  readonly amountFen: number;
  readonly points: number;
}

/** The money for so many unused points: their share of what was paid, half up; for all of them exactly all. */
export const refundFen = ({ amountFen, points }: Sold, unused: number): number =>
  shareOf(amountFen, unused, points);

/** The reward points that go back with so much of the money: their share, half up; with all of it all. */
export const reversedFor = (earned: number, refundedFen: number, amountFen: number): number =>
  shareOf(earned, refundedFen, amountFen);

const shareOf = (amount: number, part: number, all: number): number =>
  Number((BigInt(amount) * BigInt(part) * 2n + BigInt(all)) / (BigInt(all) * 2n));
