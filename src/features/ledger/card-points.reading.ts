import type { Context } from '../../platform/context.ts';
import { toOne } from '../../platform/reading/one.ts';
import { cardBalances, type CardBalance } from './card-points.source.ts';
import { balancesOf } from './ledger.queries.ts';

/** The card points of members, each where its id stands; for batched(). */
const cardPointsOf = async (ctx: Context, memberIds: readonly string[]): Promise<readonly CardBalance[]> =>
  (await balancesOf(ctx, memberIds)).map((balance, i) => ({ ...balance, memberId: memberIds[i] ?? '' }));

/** The card points of a member, whose profile or account it is asked of. */
export const cardPointsReads = toOne<{ readonly id: string }, CardBalance>({
  source: cardBalances,
  key: 'id',
  by: 'memberId',
  read: cardPointsOf,
});
