import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { charge, keepBooks } from '../ledger/books.ts';
import { balanceOf, newCards, newKey, redeemCard } from './shop.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();
keepBooks(world);
const operator = await world.operator();

describe('redeeming a card', () => {
  test('adds its points, and says where they came from', async () => {
    const member = await world.member();
    const [code] = await newCards(operator, { points: 50 });
    expect(await redeemCard(member, { code, idempotencyKey: newKey() })).toEqual({
      __typename: 'RedeemCardSuccess',
      points: 50,
      balance: 110,
    });
    const { me } = await member.data<Wire>(
      `{ me { cardPoints { entries(first: 1) { edges { node { kind amount balanceAfter reason } } } } } }`,
    );
    expect(me.cardPoints.entries.edges[0].node).toEqual({
      kind: 'TOP_UP_CARD',
      amount: 50,
      balanceAfter: 110,
      reason: 'Top-up card redeemed',
    });
  });

  test.each([
    ['lower case', (code: string) => code.toLowerCase()],
    ['without dashes', (code: string) => code.replaceAll('-', '')],
    ['with spaces', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    [
      'full width',
      (code: string) => code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
  ])('understands a code typed in %s', async (_, typed) => {
    const member = await world.member();
    const [code = ''] = await newCards(operator);
    expect((await redeemCard(member, { code: typed(code), idempotencyKey: newKey() })).__typename).toBe(
      'RedeemCardSuccess',
    );
  });

  test('works once: of a hundred members who try it at the same moment one gets the points', async () => {
    const members = await Promise.all(Array.from({ length: 10 }, () => world.member()));
    const [code] = await newCards(operator);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => redeemCard(members[i % 10]!, { code, idempotencyKey: newKey() })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'RedeemCardSuccess')).toHaveLength(1);
    const balances = await Promise.all(members.map(balanceOf));
    expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(10 * 60 + 50);
  });

  test('with one key is one redemption in a storm of a hundred, with identical answers', async () => {
    const member = await world.member();
    const [code = ''] = await newCards(operator);
    const idempotencyKey = newKey();
    const bodies = await Promise.all(
      Array.from({ length: 100 }, async (_, i) =>
        JSON.stringify(await redeemCard(member, { code: i % 2 ? code : code.toLowerCase(), idempotencyKey })),
      ),
    );
    expect(new Set(bodies)).toEqual(
      new Set([JSON.stringify({ __typename: 'RedeemCardSuccess', points: 50, balance: 110 })]),
    );
    await charge(world, member.id, { minutes: [0, 1, 2] });
    // The answer is the one that was given, not one for the balance of today.
    expect(JSON.stringify(await redeemCard(member, { code, idempotencyKey }))).toBe(bodies[0]);
    const count = await world.sql(
      `select count(*)::int as count from ledger_transactions where member_id = $1 and kind = 'TOP_UP_CARD'`,
      [member.id],
    );
    expect(count).toEqual([{ count: 1 }]);
  });

  test('with a used key for another card conflicts, and that card stays good', async () => {
    const member = await world.member();
    const [first, second] = await newCards(operator, { count: 2 });
    const idempotencyKey = newKey();
    await redeemCard(member, { code: first, idempotencyKey });
    expect((await redeemCard(member, { code: second, idempotencyKey })).__typename).toBe(
      'IdempotencyConflict',
    );
    expect((await redeemCard(member, { code: second, idempotencyKey: newKey() })).__typename).toBe(
      'RedeemCardSuccess',
    );
  });

  test('pays a debt first', async () => {
    const member = await world.member();
    await charge(world, member.id, { minutes: Array.from({ length: 70 }, (_, minute) => minute) });
    const [code] = await newCards(operator, { points: 50 });
    expect(await redeemCard(member, { code, idempotencyKey: newKey() })).toMatchObject({
      points: 50,
      balance: 40,
    });
  });

  test('says what is wrong with a card, and the same again to the same key', async () => {
    const [member, other] = await Promise.all([world.member(), world.member()]);
    const [code] = await newCards(operator);
    await redeemCard(other, { code, idempotencyKey: newKey() });
    const used = { code, idempotencyKey: newKey() };
    expect(await redeemCard(member, used)).toMatchObject({
      __typename: 'CardNotRedeemable',
      problem: 'USED',
    });
    expect(await redeemCard(member, used)).toMatchObject({
      __typename: 'CardNotRedeemable',
      problem: 'USED',
    });
    const unknown = { code: 'ABCD-EFGH-JKMN-PQRS', idempotencyKey: newKey() };
    expect(await redeemCard(member, unknown)).toMatchObject({
      __typename: 'CardNotRedeemable',
      problem: 'UNKNOWN',
    });
  });

  test.each(['', '   ', 'A'.repeat(101), 'ABCD\u0000'])('refuses %j as a code', async (code) => {
    const member = await world.member();
    expect(await redeemCard(member, { code, idempotencyKey: newKey() })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'code',
    });
  });
});
