import { formatFen, formatNumber } from './format.ts';
import type { RefundsText } from './refunds.zh.ts';

export const refundsEn: RefundsText = {
  title: 'Paid orders',
  intro:
    'A refund takes back points that are not used yet, for their share of what was paid. Reward points that the order earned go with them; with the whole order its coupon comes back, where its terms say so. Send the money yourself.',
  show: 'Show paid orders',
  empty: 'No order has been paid yet.',
  buyer: 'Buyer',
  amount: 'Paid',
  points: 'Points',
  paidAt: 'Confirmed',
  refunded: (fen, points) => `${formatFen(fen)} refunded (${formatNumber(points)} points)`,
  refund: 'Refund',
  refundOf: (reference) => `Refund: ${reference}`,
  dialogTitle: (buyer, reference) => `Refund the order ${reference} of ${buyer}?`,
  field: 'Points to take back',
  fieldHint: 'Empty: all that are not used. An order can be refunded once.',
  reason: 'Reason',
  wholeNumber: 'Please enter a whole number.',
  action: 'Refund',
  done: (fen) => `Refunded. Please send ${formatFen(fen)}.`,
};
