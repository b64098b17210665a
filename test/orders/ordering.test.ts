import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { keepBooks } from '../ledger/books.ts';
import {
  balanceOf,
  confirmPayment,
  newKey,
  newOrder,
  orderPoints,
  reportPayment,
  savePointPlan,
  starterPlanId,
} from './shop.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();
keepBooks(world);

const wish = (over: object = {}): object => ({
  planId: starterPlanId,
  paymentMethod: 'BANK_TRANSFER',
  idempotencyKey: newKey(),
  ...over,
});

describe('an order', () => {
  test('is made at the house’s price, with a reference that its instructions quote', async () => {
    const buyer = await world.member();
    const { order } = await orderPoints(buyer, wish());
    expect(order).toMatchObject({
      status: 'AWAITING_PAYMENT',
      points: 60,
      amountFen: 3_000,
      paymentMethod: 'BANK_TRANSFER',
      completedAt: null,
      buyer: null,
    });
    expect(order.reference).toMatch(/^SC-[2-9A-HJKMNP-Z]{8}$/);
    expect(order.instructions).toContain(order.reference);
    expect(order.instructions).toContain('¥30.00');
  });

  test('brings no points until staff have seen the money', async () => {
    const buyer = await world.member();
    const order = await newOrder(buyer);
    await reportPayment(buyer, { orderId: order.id });
    expect(await balanceOf(buyer)).toBe(60);
    const operator = await world.operator();
    const confirmed = await confirmPayment(operator, { orderId: order.id, idempotencyKey: newKey() });
    expect(confirmed.order).toMatchObject({
      status: 'COMPLETED',
      completedAt: expect.any(String),
      buyer: { id: buyer.id },
    });
    expect(await balanceOf(buyer)).toBe(120);
  });

  test('keeps what was sold when the plan changes afterwards', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const { plan } = await savePointPlan(operator, {
      name: 'Small',
      points: 10,
      priceFen: 100,
      isOnSale: true,
    });
    const { order } = await orderPoints(buyer, wish({ planId: plan.id }));
    await savePointPlan(operator, { id: plan.id, name: 'Large', points: 99, priceFen: 999, isOnSale: false });
    const { me } = await buyer.data<Wire>(
      `{ me { orders { edges { node { id planName points amountFen } } } } }`,
    );
    expect(me.orders.edges[0].node).toEqual({ id: order.id, planName: 'Small', points: 10, amountFen: 100 });
    await confirmPayment(operator, { orderId: order.id, idempotencyKey: newKey() });
    expect(await balanceOf(buyer)).toBe(70);
  });

  test('of a plan that is not sold Wire more is refused, and the refusal stands for its key', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const plan = { name: 'Gone', points: 10, priceFen: 100 };
    const { plan: saved } = await savePointPlan(operator, { ...plan, isOnSale: false });
    const request = wish({ planId: saved.id });
    const refused = await orderPoints(buyer, request);
    expect(refused.__typename).toBe('PlanNotOnSale');
    await savePointPlan(operator, { id: saved.id, ...plan, isOnSale: true });
    expect(await orderPoints(buyer, request)).toEqual(refused);
    expect((await orderPoints(buyer, wish({ planId: saved.id }))).__typename).toBe('OrderPointsSuccess');
  });

  test('of a plan that does not exist is not found', async () => {
    const buyer = await world.member();
    for (const planId of ['019d0000-0000-7000-8000-00000000ffff', 'no id', '']) {
      const { errors } = await buyer.request(
        `mutation ($input: OrderPointsInput!) { orderPoints(input: $input) { __typename } }`,
        { input: wish({ planId }) },
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    }
  });

  test('can be one of twenty open ones, not of more', async () => {
    const buyer = await world.member();
    for (let n = 0; n < 20; n += 1) expect(await newOrder(buyer)).toBeDefined();
    expect(await orderPoints(buyer, wish())).toMatchObject({ __typename: 'InvalidInput', limit: 20 });
  });
});

describe('the key of an order', () => {
  test('orders once in a storm of a hundred, with identical answers', async () => {
    const buyer = await world.member();
    const request = wish();
    const answers = await Promise.all(Array.from({ length: 100 }, () => orderPoints(buyer, request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { me } = await buyer.data<Wire>(`{ me { orders { totalCount } } }`);
    expect(me.orders.totalCount).toBe(1);
  });

  test('conflicts with another wish, and orders nothing', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const { plan } = await savePointPlan(operator, {
      name: 'Other',
      points: 10,
      priceFen: 100,
      isOnSale: true,
    });
    const idempotencyKey = newKey();
    await orderPoints(buyer, wish({ idempotencyKey }));
    expect((await orderPoints(buyer, wish({ idempotencyKey, planId: plan.id }))).__typename).toBe(
      'IdempotencyConflict',
    );
    const { me } = await buyer.data<Wire>(`{ me { orders { totalCount } } }`);
    expect(me.orders.totalCount).toBe(1);
  });

  test('is each member’s own', async () => {
    const [one, other] = await Promise.all([world.member(), world.member()]);
    const request = wish();
    const orders = await Promise.all([orderPoints(one, request), orderPoints(other, request)]);
    expect(new Set(orders.map(({ order }) => order.id)).size).toBe(2);
  });

  test.each(['', '1234567', 'k'.repeat(201), 'k'.repeat(10_240), 'new\nline-key', 'half\ud800-a-key'])(
    'cannot be %j',
    async (idempotencyKey) => {
      const buyer = await world.member();
      expect(await orderPoints(buyer, wish({ idempotencyKey }))).toMatchObject({
        __typename: 'InvalidInput',
        field: 'idempotencyKey',
      });
    },
  );
});

describe('a member’s orders', () => {
  test('are paged, the newest first, each once', async () => {
    const buyer = await world.member();
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.push((await newOrder(buyer)).id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { me }: Wire = await buyer.data(
        `query ($after: String) { me { orders(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }`,
        { after },
      );
      expect(me.orders.totalCount).toBe(5);
      seen.push(...me.orders.edges.map(({ node }: Wire) => node.id));
      after = me.orders.pageInfo.hasNextPage ? me.orders.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(made.toReversed());
  });
});
