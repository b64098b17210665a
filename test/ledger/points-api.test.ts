import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { issue, keepBooks } from './books.ts';
import { earn, spend } from './reward-books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
keepBooks(world);

const mine = `query ($first: Int, $after: String) { me { rewardPoints { balance pending held debt
  lots(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { id kind initial remaining isPending availableAt expiresAt } } }
  entries { totalCount edges { node { kind amount balanceAfter reason } } } } } }`;

const adjust = async (operator: SignedInClient, input: object): Promise<Wire> =>
  (
    await operator.data<Wire>(
      `mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { __typename
        ... on AdjustPointsSuccess { account { id rewardPoints { balance debt } cardPoints { balance debt } } }
        ... on NotEnoughPoints { available } ... on InvalidInput { field limit } ... on UserError { message } } }`,
      {
        input: {
          currency: 'REWARD',
          points: 10,
          reason: 'Put right',
          idempotencyKey: randomUUID(),
          ...input,
        },
      },
    )
  ).adjustPoints;

describe('a member’s reward points', () => {
  test('M3.5: tell what can be spent, what is pending until when, and every movement with its reason', async () => {
    const member = await world.member();
    const availableAt = new Date(Date.now() + 7 * 86_400_000);
    await earn(world, member.id, { points: 30 });
    await earn(world, member.id, { points: 20, availableAt });
    await spend(world, member.id, { points: 5 });
    const { me } = await member.data<Wire>(mine);
    expect(me.rewardPoints).toMatchObject({ balance: 25, pending: 20, held: 0, debt: 0 });
    expect(me.rewardPoints.entries).toEqual({
      totalCount: 2,
      edges: [
        { node: { kind: 'SPENT', amount: -5, balanceAfter: 25, reason: 'Test' } },
        { node: { kind: 'EARNED', amount: 30, balanceAfter: 30, reason: 'Test' } },
      ],
    });
    const lots = me.rewardPoints.lots.edges.map(({ node }: Wire) => node);
    expect(lots).toMatchObject([
      { kind: 'EARNED', initial: 30, remaining: 25, isPending: false },
      { kind: 'EARNED', initial: 20, remaining: 20, isPending: true, availableAt: availableAt.toISOString() },
    ]);
  });

  test('show their lots page by page in the order in which they are spent', async () => {
    const member = await world.member();
    for (const months of [5, 1, 3, 2, 4])
      await earn(world, member.id, { points: months, validity: { scheme: 'MONTHS', months } });
    await earn(world, member.id, { points: 6, validity: { scheme: 'NEVER' } });
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { me }: Wire = await member.data(mine, { first: 2, after });
      const { lots } = me.rewardPoints;
      expect(lots.totalCount).toBe(6);
      seen.push(...lots.edges.map(({ node }: Wire) => node.remaining));
      after = lots.pageInfo.hasNextPage ? lots.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('are news for the member’s open pages', async () => {
    const member = await world.member();
    const feed = member.subscribe<Wire>(
      `subscription { memberFeed { __typename ... on RewardsChanged { balance pending held debt } } }`,
    );
    await feed.connected();
    // The operation is on its way when the socket is open, so the first points may come before it.
    while (feed.items.length === 0) await earn(world, member.id, { points: 30 });
    const [{ memberFeed }] = (await feed.first(1)) as [Wire];
    expect(memberFeed).toMatchObject({ __typename: 'RewardsChanged', pending: 0, held: 0, debt: 0 });
    expect(memberFeed.balance % 30).toBe(0);
    await feed.close();
  });
});

describe('staff put points right', () => {
  test('in both currencies, with a reason that the member reads, and once by its key', async () => {
    const [operator, member] = [await world.operator(), await world.member()];
    const input = { memberId: member.id, points: 40, reason: 'Lost in a call', idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => adjust(operator, input)));
    for (const answer of answers) expect(answer.account.rewardPoints).toEqual({ balance: 40, debt: 0 });
    expect(await adjust(operator, { ...input, points: 41 })).toMatchObject({
      __typename: 'IdempotencyConflict',
    });
    const card = await adjust(operator, { memberId: member.id, currency: 'CARD', points: 3 });
    expect(card.account.cardPoints).toEqual({ balance: 3, debt: 0 });
    const { me } = await member.data<Wire>(mine);
    expect(me.rewardPoints.entries.edges[0].node).toEqual({
      kind: 'ADJUSTED',
      amount: 40,
      balanceAfter: 40,
      reason: 'Lost in a call',
    });
    const [posted] = await world.sql(
      `select reason ->> 'by' as by from ledger_transactions where member_id = $1 and kind = 'ADJUSTED' limit 1`,
      [member.id],
    );
    expect(posted).toEqual({ by: operator.id });
  });

  test('never below what there is, and the refusal is kept under its key', async () => {
    const [operator, member] = [await world.operator(), await world.member()];
    await issue(world, member.id, { points: 5 });
    const input = { memberId: member.id, currency: 'CARD', points: -6, idempotencyKey: randomUUID() };
    expect(await adjust(operator, input)).toMatchObject({ __typename: 'NotEnoughPoints', available: 5 });
    await issue(world, member.id, { points: 5 });
    expect(await adjust(operator, input)).toMatchObject({ __typename: 'NotEnoughPoints', available: 5 });
    const taken = await adjust(operator, { memberId: member.id, currency: 'CARD', points: -6 });
    expect(taken.account.cardPoints).toEqual({ balance: 4, debt: 0 });
  });

  test.each([0, 100_001, -100_001])('not by %d', async (points) => {
    const [operator, member] = [await world.operator(), await world.member()];
    expect(await adjust(operator, { memberId: member.id, points })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'points',
    });
  });

  test.each(['1.5', '2147483648', '9007199254740992', '9223372036854775808', '"1e3"', '"５０"', 'null'])(
    'a number such as %s is no number of points',
    async (points) => {
      const [operator, member] = [await world.operator(), await world.member()];
      const answer = await operator.request(
        `mutation { adjustPoints(input: { memberId: "${member.id}", currency: REWARD, points: ${points}, reason: "Put right", idempotencyKey: "${randomUUID()}" }) { __typename } }`,
      );
      expect(answer.errors).toHaveLength(1);
      expect(await world.sql(`select 1 from ledger_transactions where member_id = $1`, [member.id])).toEqual(
        [],
      );
    },
  );

  test.each(['', 'short', 'x'.repeat(10_240), '        ', 'with \u0007 bell'])(
    'the key %p is refused and nothing is written',
    async (idempotencyKey) => {
      const [operator, member] = [await world.operator(), await world.member()];
      expect(await adjust(operator, { memberId: member.id, idempotencyKey })).toMatchObject({
        __typename: 'InvalidInput',
        field: 'idempotencyKey',
      });
      expect(await world.sql(`select 1 from ledger_transactions where member_id = $1`, [member.id])).toEqual(
        [],
      );
    },
  );
});
