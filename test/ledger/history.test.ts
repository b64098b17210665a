import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { charge, issue, keepBooks } from './books.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();
keepBooks(world);

const page = `query ($first: Int, $after: String) { me { cardPoints { entries(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id amount balanceAfter } } } } } }`;

describe('the history of card points', () => {
  test('is paged, the newest first, each movement once, though new ones arrive meanwhile', async () => {
    const member = await world.member();
    for (let n = 1; n <= 6; n += 1) await issue(world, member.id, { points: n });
    const amounts: number[] = [];
    let after: string | null = null;
    do {
      const { me }: Wire = await member.data(page, { first: 2, after });
      amounts.push(...me.cardPoints.entries.edges.map(({ node }: Wire) => node.amount));
      after = me.cardPoints.entries.pageInfo.hasNextPage ? me.cardPoints.entries.pageInfo.endCursor : null;
      await charge(world, member.id);
    } while (after);
    expect(amounts).toEqual([6, 5, 4, 3, 2, 1, 60]);
  });

  test('adds up: every balance is the one before it and the amount', async () => {
    const member = await world.member();
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        n % 2 ? charge(world, member.id) : issue(world, member.id, { points: n + 1 }),
      ),
    );
    const { me } = await member.data<Wire>(page, { first: 100 });
    const moves = me.cardPoints.entries.edges.map(({ node }: Wire) => node).reverse();
    moves.reduce((balance: number, move: Wire) => {
      expect(move.balanceAfter).toBe(balance + move.amount);
      return move.balanceAfter;
    }, 0);
    expect(me.cardPoints.entries.totalCount).toBe(11);
    expect(new Set(moves.map(({ id }: Wire) => id)).size).toBe(11);
  });

  test.each([0, -1, 101])('refuses pages of %i', async (first) => {
    const member = await world.member();
    const { errors } = await member.request(page, { first });
    expect(errors?.[0]?.extensions?.['code']).toMatch(/BAD_INPUT|TOO_COSTLY/);
  });

  test.each([
    'nonsense',
    Buffer.from('["x"]').toString('base64url'),
    Buffer.from('[1e300]').toString('base64url'),
  ])('refuses the cursor %s', async (after) => {
    const member = await world.member();
    const { errors } = await member.request(page, { first: 1, after });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
  });

  test('of every member on a page is read by staff, each their own', async () => {
    const members = await Promise.all([world.member(), world.member()]);
    await issue(world, members[0].id, { points: 7 });
    const operator = await world.operator();
    const { memberAccounts } = await operator.data<Wire>(
      `{ memberAccounts(first: 50) { edges { node { id cardPoints { balance debt entries(first: 5) { totalCount edges { node { amount } } } } } } } }`,
    );
    const seen = (id: string): unknown =>
      memberAccounts.edges.find(({ node }: Wire) => node.id === id).node.cardPoints;
    const amounts = (...all: number[]): object => ({
      totalCount: all.length,
      edges: all.map((amount) => ({ node: { amount } })),
    });
    expect(seen(members[0].id)).toEqual({ balance: 67, debt: 0, entries: amounts(7, 60) });
    expect(seen(members[1].id)).toEqual({ balance: 60, debt: 0, entries: amounts(60) });
  });
});
