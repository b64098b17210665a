import { randomUUID } from 'node:crypto';
import {
  earnPoints,
  restoreSpend,
  reverseIssue,
  rewardsOf,
  settleAllDue,
  spendPoints,
  type Currency,
  type PointEarning,
  type Reversed,
  type RewardBalance,
  type Spent,
} from '../../src/features/ledger/index.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import type { World } from '../support/world.ts';

const reason = { zh: '测试', en: 'Test' };

/** Gives reward points under a name of their own unless it is given. */
export const earn = (
  world: World,
  memberId: string,
  given: Partial<PointEarning> & { readonly points: number },
): Promise<RewardBalance> =>
  unitOfWork(world.system(), (unit) =>
    earnPoints(unit, { memberId, name: `test:${randomUUID()}`, reason, ...given }),
  );

/** Spends points, reward points unless said otherwise. */
export const spend = (
  world: World,
  memberId: string,
  {
    points,
    name = `test:${randomUUID()}`,
    currency = 'REWARD',
  }: { readonly points: number; readonly name?: string; readonly currency?: Currency },
): Promise<Spent> =>
  unitOfWork(world.system(), (unit) => spendPoints(unit, { memberId, currency, points, name, reason }));

/** Undoes a spend. */
export const restore = (world: World, name: string): Promise<number | null> =>
  unitOfWork(world.system(), (unit) => restoreSpend(unit, { name, reason }));

/** Takes back what was given. */
export const reverse = (world: World, name: string, pointsMax?: number): Promise<Reversed | null> =>
  unitOfWork(world.system(), (unit) => reverseIssue(unit, { name, reason, pointsMax }));

/** Posts what is due. */
export const settle = (world: World): Promise<number> => settleAllDue(world.system());

/** What the member has of reward points. */
export const rewards = (world: World, memberId: string): Promise<RewardBalance> =>
  rewardsOf(world.system(), memberId);

/** What is left in the member's lots, oldest first. */
export const lotsOf = async (world: World, memberId: string): Promise<readonly number[]> =>
  (await world.sql(`select remaining::int from lots where member_id = $1 order by id`, [memberId])).map(
    ({ remaining }) => Number(remaining),
  );

/** The kinds and amounts of the member's movements on what they can spend, oldest first. */
export const movesOf = async (world: World, memberId: string): Promise<readonly string[]> =>
  (
    await world.sql(
      `select t.kind || ' ' || e.amount as move from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
         join accounts a on a.id = e.account_id and a.kind in ('CARD_POINTS', 'REWARD_POINTS')
       where a.member_id = $1 order by e.id`,
      [memberId],
    )
  ).map(({ move }) => String(move));
