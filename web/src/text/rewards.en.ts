import { formatNumber } from './format.ts';
import type { RewardsText } from './rewards.zh.ts';

export const rewardsEn: RewardsText = {
  title: 'Reward points',
  back: 'Balance',
  now: {
    title: 'To spend now',
    unit: 'points',
    pending: 'Pending',
    pendingHint: 'Yours to spend once the refund period is over; the dates are below.',
    held: 'Set aside',
    heldHint: 'For something under way; what is not used comes back.',
    debt: (points) =>
      `You owe ${formatNumber(points)}: points that you had spent were taken back with a refund. The next ones you get pay them first.`,
    soon: (points, date) => `${formatNumber(points)} of them are to be spent by ${date}.`,
    order: 'What expires first is spent first.',
  },
  entries: 'History',
  lots: {
    rewardTitle: 'What your reward points are made of',
    cardTitle: 'What your card points are made of',
    empty: 'There is nothing to spend now.',
    availableOn: (date) => `pending until ${date}`,
    until: (date) => `to be spent by ${date}`,
    never: 'never expires',
    kind: { PAID: 'Bought', GIFT: 'Gift', EARNED: 'Earned', PROMO: 'Added by staff' },
    more: 'Only the 100 that are spent first are listed.',
  },
};
