import type { World } from '../support/world.ts';

/**
 * How points are spent where nobody thought of two at once (test 18): a balance is read, looked at and written back.
 * Kept so that the tests of races are seen to catch what they are there for.
 */
export async function naiveSpend(world: World, memberId: string, points: number): Promise<boolean> {
  const [account] = await world.sql(`select balance, spent from naive_points where member_id = $1`, [
    memberId,
  ]);
  const balance = Number(account?.['balance']);
  if (balance < points) return false;
  await world.sql(`update naive_points set balance = $2, spent = spent + $3 where member_id = $1`, [
    memberId,
    balance - points,
    points,
  ]);
  return true;
}

/** Expires what it read, whatever was done `meanwhile`; returns how many points it says expired. */
export async function naiveExpiry(
  world: World,
  memberId: string,
  meanwhile: () => Promise<unknown>,
): Promise<number> {
  const [account] = await world.sql(`select balance from naive_points where member_id = $1`, [memberId]);
  await meanwhile();
  await world.sql(`update naive_points set balance = 0 where member_id = $1`, [memberId]);
  return Number(account?.['balance']);
}
