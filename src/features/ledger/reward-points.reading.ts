import type { Context } from '../../platform/context.ts';
import { toOne } from '../../platform/reading/one.ts';
import { rewardsOfMany } from './ledger.queries.ts';
import { rewardBalances, type RewardPointsRow } from './reward-points.source.ts';

/** The reward points of members, each where its id stands; for batched(). */
const rewardPointsOf = async (
  ctx: Context,
  memberIds: readonly string[],
): Promise<readonly RewardPointsRow[]> =>
  (await rewardsOfMany(ctx, memberIds)).map((balance, i) => ({ ...balance, memberId: memberIds[i] ?? '' }));

/** The reward points of a member, whose profile or account it is asked of. */
export const rewardPointsReads = toOne<{ readonly id: string }, RewardPointsRow>({
  source: rewardBalances,
  key: 'id',
  by: 'memberId',
  read: rewardPointsOf,
});
