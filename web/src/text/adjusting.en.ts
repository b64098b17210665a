import type { AdjustingText } from './adjusting.zh.ts';
import { formatNumber } from './format.ts';

export const adjustingEn: AdjustingText = {
  title: 'Reward points',
  balance: 'To spend',
  pending: 'Pending',
  debt: 'Owed',
  entries: 'History of reward points',
  noEntries: 'No reward points have moved yet.',
  adjust: 'Put points right',
  currency: 'Which points',
  card: 'Card points',
  reward: 'Reward points',
  points: 'Points',
  pointsHint: 'Positive gives, negative takes: 50 or -50. At most 100,000 at a time.',
  reason: 'Reason',
  reasonHint: 'The member reads this.',
  action: 'Put right',
  wholeNumber: 'Enter a whole number, such as 50 or -50.',
  done: (points) =>
    points > 0 ? `${formatNumber(points)} points given` : `${formatNumber(-points)} points taken`,
};
