import { source } from '../../platform/reading/source.ts';
import type { RewardBalance } from './accounts.rules.ts';

/** What a member has of reward points, and who they are. */
export interface RewardPointsRow extends RewardBalance {
  readonly memberId: string;
}

/** Where reward points are read from: a view with one row for every member. */
export const rewardBalances = source<RewardPointsRow>('reward_balances', {
  memberId: '@.member_id',
  balance: '@.balance',
  pending: '@.pending',
  held: '@.held',
  debt: '@.debt',
});
