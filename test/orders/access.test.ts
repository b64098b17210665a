import { describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { startWorld } from '../support/world.ts';
import { newCards, newKey, newOrder, starterPlanId } from './shop.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();

const codeOf = async (client: Client, query: string, variables: object = {}): Promise<unknown> =>
  (await client.request(query, variables)).errors?.[0]?.extensions?.['code'] ?? 'ALLOWED';

const mutation = (name: string, selection = '__typename'): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;

const staffOnly: readonly (readonly [string, string, object])[] = [
  [
    'confirmPayment',
    mutation('confirmPayment'),
    { input: { orderId: starterPlanId, idempotencyKey: newKey() } },
  ],
  [
    'createCardBatch',
    mutation('createCardBatch'),
    { input: { count: 1, points: 1, idempotencyKey: newKey() } },
  ],
  ['voidCardBatch', mutation('voidCardBatch', 'voidedCount'), { input: { batchId: starterPlanId } }],
  [
    'savePointPlan',
    mutation('savePointPlan'),
    { input: { name: 'x', points: 1, priceFen: 1, isOnSale: false } },
  ],
  ['ordersAwaitingConfirmation', `{ ordersAwaitingConfirmation { totalCount } }`, {}],
  ['cardBatches', `{ cardBatches { totalCount } }`, {}],
];

describe('what is staff’s', () => {
  test.each(staffOnly)('%s is closed to visitors and members', async (_, document, variables) => {
    const member = await world.member();
    expect(await codeOf(world.visitor(), document, variables)).toBe('UNAUTHENTICATED');
    expect(await codeOf(member, document, variables)).toBe('FORBIDDEN');
  });

  test('unknown ids are not found for staff too', async () => {
    const operator = await world.operator();
    for (const id of [starterPlanId, 'no id']) {
      expect(
        await codeOf(operator, mutation('confirmPayment'), {
          input: { orderId: id, idempotencyKey: newKey() },
        }),
      ).toBe('NOT_FOUND');
      expect(
        await codeOf(operator, mutation('voidCardBatch', 'voidedCount'), { input: { batchId: id } }),
      ).toBe('NOT_FOUND');
    }
    const plan = { id: newKey(), name: 'x', points: 1, priceFen: 1, isOnSale: false };
    expect(await codeOf(operator, mutation('savePointPlan'), { input: plan })).toBe('NOT_FOUND');
  });
});

describe('somebody else’s order', () => {
  test.each(['reportPayment', 'cancelOrder'])('looks to %s as one that is not there', async (name) => {
    const [buyer, stranger] = await Promise.all([world.member(), world.member()]);
    const order = await newOrder(buyer);
    const theirs = await stranger.request(mutation(name), { input: { orderId: order.id } });
    const nobodys = await stranger.request(mutation(name), { input: { orderId: starterPlanId } });
    expect(theirs.errors).toEqual(nobodys.errors);
    expect(theirs.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    expect(await codeOf(world.visitor(), mutation(name), { input: { orderId: order.id } })).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('is not reported as paid by staff, who are not its buyer', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const order = await newOrder(buyer);
    expect(await codeOf(operator, mutation('reportPayment'), { input: { orderId: order.id } })).toBe(
      'NOT_FOUND',
    );
  });

  test('is on nobody else’s list', async () => {
    const [buyer, stranger] = await Promise.all([world.member(), world.member()]);
    await newOrder(buyer);
    const { me } = await stranger.data<Wire>(`{ me { orders { totalCount edges { node { id } } } } }`);
    expect(me.orders).toEqual({ totalCount: 0, edges: [] });
  });
});

describe('visitors', () => {
  test('see the plans on sale and the ways to pay, and nothing that is retired', async () => {
    const operator = await world.operator();
    await operator.data(mutation('savePointPlan'), {
      input: { name: 'Retired', points: 1, priceFen: 1, isOnSale: false },
    });
    const document = `{ pointPlans(includeRetired: true) { name isOnSale } paymentOptions { method name instructions } }`;
    const seen = await world.visitor().data<Wire>(document);
    expect(seen.pointPlans.map(({ name }: Wire) => name)).toEqual([
      '入门 Starter',
      '标准 Standard',
      '专业 Studio',
    ]);
    expect(seen.paymentOptions).toEqual([
      {
        method: 'BANK_TRANSFER',
        name: 'Bank transfer',
        instructions: 'After ordering, please ask our staff for the account to transfer to.',
      },
    ]);
    const staffSees = await operator.data<Wire>(document);
    expect(staffSees.pointPlans).toContainEqual({ name: 'Retired', isOnSale: false });
  });

  test('redeem and order nothing', async () => {
    const [code] = await newCards(await world.operator());
    expect(
      await codeOf(world.visitor(), mutation('redeemCard'), { input: { code, idempotencyKey: newKey() } }),
    ).toBe('UNAUTHENTICATED');
    const wish = { planId: starterPlanId, paymentMethod: 'BANK_TRANSFER', idempotencyKey: newKey() };
    expect(await codeOf(world.visitor(), mutation('orderPoints'), { input: wish })).toBe('UNAUTHENTICATED');
  });
});
