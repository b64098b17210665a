import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { charge, issue, keepBooks } from './books.ts';
import { holdLedgerClock } from './ledger-clock.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
keepBooks(world);

const gift = (
  months: number,
): { readonly reason: { readonly kind: 'WELCOME_GIFT'; readonly facts: { readonly months: number } } } => ({
  reason: { kind: 'WELCOME_GIFT', facts: { months } },
});

/** What is left in the member's lots, in the order in which they were issued. */
const left = async (memberId: string): Promise<readonly unknown[]> =>
  (
    await world.sql(`select remaining::int from lots where member_id = $1 order by available_at, id`, [
      memberId,
    ])
  ).map(({ remaining }) => remaining);

describe('points are drawn', () => {
  test('from gifts before what was paid, the earliest expiry first and never last, then the oldest', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 2 });
    await issue(world, id, { points: 2 });
    await issue(world, id, { points: 2, ...gift(0) });
    await issue(world, id, { points: 2, ...gift(12) });
    await issue(world, id, { points: 2, ...gift(1) });
    const spends: (readonly unknown[])[] = [];
    for (let spend = 0; spend < 10; spend += 1) {
      await charge(world, id);
      spends.push(await left(id));
    }
    expect(spends).toEqual([
      [2, 2, 2, 2, 1],
      [2, 2, 2, 2, 0],
      [2, 2, 2, 1, 0],
      [2, 2, 2, 0, 0],
      [2, 2, 1, 0, 0],
      [2, 2, 0, 0, 0],
      [1, 2, 0, 0, 0],
      [0, 2, 0, 0, 0],
      [0, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  test('across lots in one movement, each drawn once', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 5 });
    await issue(world, id, { points: 3, ...gift(12) });
    await charge(world, id, { minutes: [0, 1, 2, 3] });
    expect(await left(id)).toEqual([4, 0]);
  });

  test('never from a lot that has expired, which the balance still counts until its expiry is posted', async () => {
    const { id } = await world.member();
    const clock = await holdLedgerClock(world, '2026-03-15T04:00:00Z');
    await issue(world, id, { points: 5, ...gift(1) });
    await issue(world, id, { points: 1 });
    await clock.set('2026-04-15T16:00:00Z');
    expect(await charge(world, id, { minutes: [0, 1] })).toEqual({ pointsSpent: 2, balance: 5, debt: 1 });
    expect(await left(id)).toEqual([5, 0]);
  });
});
