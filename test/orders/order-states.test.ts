import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { cancelOrder, confirmPayment, newKey, newOrder, reportPayment } from './shop.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();

describe('reporting a payment', () => {
  test('moves the order to staff, and again is the same', async () => {
    const buyer = await world.member();
    const { id: orderId } = await newOrder(buyer);
    const reported = await reportPayment(buyer, { orderId });
    expect(reported.order.status).toBe('AWAITING_CONFIRMATION');
    expect(await reportPayment(buyer, { orderId })).toEqual(reported);
  });

  test('is too late for an order that is closed', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const [cancelled, completed] = [await newOrder(buyer), await newOrder(buyer)];
    await cancelOrder(buyer, { orderId: cancelled.id });
    await confirmPayment(operator, { orderId: completed.id, idempotencyKey: newKey() });
    expect(await reportPayment(buyer, { orderId: cancelled.id })).toMatchObject({
      __typename: 'OrderNotOpen',
      status: 'CANCELLED',
    });
    expect(await reportPayment(buyer, { orderId: completed.id })).toMatchObject({
      __typename: 'OrderNotOpen',
      status: 'COMPLETED',
    });
  });
});

describe('cancelling an order', () => {
  test('is its buyer’s until they report the payment, then staff’s', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const { id: orderId } = await newOrder(buyer);
    await reportPayment(buyer, { orderId });
    expect(await cancelOrder(buyer, { orderId })).toMatchObject({
      __typename: 'OrderNotOpen',
      status: 'AWAITING_CONFIRMATION',
    });
    expect(await cancelOrder(operator, { orderId })).toMatchObject({
      __typename: 'CancelOrderSuccess',
      order: { status: 'CANCELLED' },
    });
    expect(await cancelOrder(buyer, { orderId })).toMatchObject({ __typename: 'CancelOrderSuccess' });
  });

  test('is too late once the points are issued', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const { id: orderId } = await newOrder(buyer);
    await confirmPayment(operator, { orderId, idempotencyKey: newKey() });
    for (const who of [buyer, operator])
      expect(await cancelOrder(who, { orderId })).toMatchObject({ status: 'COMPLETED' });
  });

  test('ends the hope of confirming it', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const { id: orderId } = await newOrder(buyer);
    await cancelOrder(buyer, { orderId });
    const refused = await confirmPayment(operator, { orderId, idempotencyKey: newKey() });
    expect(refused).toMatchObject({ __typename: 'OrderNotOpen', status: 'CANCELLED' });
  });
});

describe('the list of orders that wait for staff', () => {
  test('has those reported as paid first, each part the oldest first, and no closed one', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const orders: string[] = [];
    for (let n = 0; n < 6; n += 1) orders.push((await newOrder(buyer)).id);
    for (const n of [4, 1]) await reportPayment(buyer, { orderId: orders[n] });
    await cancelOrder(buyer, { orderId: orders[2] });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { ordersAwaitingConfirmation: page }: Wire = await operator.data(
        `query ($after: String) { ordersAwaitingConfirmation(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id buyer { id username cardPoints { balance } } } } } }`,
        { after },
      );
      for (const { node } of page.edges) {
        if (node.buyer.id !== buyer.id) continue;
        expect(node.buyer).toMatchObject({ username: buyer.username, cardPoints: { balance: 60 } });
        seen.push(node.id);
      }
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    const [o0, o1, , o3, o4, o5] = orders;
    const mine = [o4, o1, o0, o3, o5];
    expect(seen.filter((id) => mine.includes(id))).toEqual(mine);
    expect(seen).not.toContain(orders[2]);
  });

  test.each([
    'nonsense',
    Buffer.from('[0,"never","x"]').toString('base64url'),
    Buffer.from('[1,2,3]').toString('base64url'),
  ])('answers BAD_INPUT to the cursor %s', async (after) => {
    const operator = await world.operator();
    const { errors } = await operator.request(
      `query ($after: String) { ordersAwaitingConfirmation(after: $after) { totalCount } }`,
      { after },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
  });
});
