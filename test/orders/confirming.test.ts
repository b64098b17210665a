import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { keepBooks } from '../ledger/books.ts';
import { balanceOf, cancelOrder, confirmPayment, newKey, newOrder } from './shop.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();
keepBooks(world);

describe('confirming a payment', () => {
  test('issues the points once, however many of staff confirm it at the same moment', async () => {
    const buyer = await world.member();
    const staff = await Promise.all([world.operator(), world.operator(), world.operator()]);
    const order = await newOrder(buyer);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        confirmPayment(staff[i % 3]!, { orderId: order.id, idempotencyKey: newKey() }),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'ConfirmPaymentSuccess')).toHaveLength(1);
    expect(
      answers.filter(({ __typename, status }) => __typename === 'OrderNotOpen' && status === 'COMPLETED'),
    ).toHaveLength(29);
    expect(await balanceOf(buyer)).toBe(120);
    expect(
      await world.sql(`select count(*)::int as count from ledger_transactions where subject_id = $1`, [
        order.id,
      ]),
    ).toEqual([{ count: 1 }]);
  });

  test('gives one key the same answer again and again', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const order = await newOrder(buyer);
    const request = { orderId: order.id, idempotencyKey: newKey() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirmPayment(operator, request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].__typename).toBe('ConfirmPaymentSuccess');
    const other = await newOrder(buyer);
    expect((await confirmPayment(operator, { ...request, orderId: other.id })).__typename).toBe(
      'IdempotencyConflict',
    );
    expect(await balanceOf(buyer)).toBe(120);
  });

  test('or cancelling: of the two at the same moment one wins', async () => {
    const operator = await world.operator();
    for (let round = 0; round < 10; round += 1) {
      const buyer = await world.member();
      const order = await newOrder(buyer);
      const [confirmed, cancelled] = await Promise.all([
        confirmPayment(operator, { orderId: order.id, idempotencyKey: newKey() }),
        cancelOrder(buyer, { orderId: order.id }),
      ]);
      const isConfirmed = confirmed.__typename === 'ConfirmPaymentSuccess';
      expect(cancelled.__typename).toBe(isConfirmed ? 'OrderNotOpen' : 'CancelOrderSuccess');
      expect(await balanceOf(buyer)).toBe(isConfirmed ? 120 : 60);
    }
  });

  test('records the news of the completed order once', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const order = await newOrder(buyer);
    await confirmPayment(operator, { orderId: order.id, idempotencyKey: newKey() });
    const news = await world.sql(
      `select payload from outbox_messages where kind = 'orderCompleted' and payload ->> 'orderId' = $1`,
      [order.id],
    );
    expect(news).toEqual([
      { payload: { orderId: order.id, memberId: buyer.id, points: 60, amountFen: 3_000 } },
    ]);
  });

  test('tells the buyer’s open pages, once it stands', async () => {
    const [buyer, operator] = await Promise.all([world.member(), world.operator()]);
    const order = await newOrder(buyer);
    const feed = buyer.subscribe<Wire>(
      `subscription { memberFeed { __typename ... on BalanceChanged { balance debt } ... on OrderChanged { order { id status } } } }`,
    );
    await feed.connected();
    await confirmPayment(operator, { orderId: order.id, idempotencyKey: newKey() });
    await feed.until(({ items }) =>
      items.some(({ memberFeed }) => memberFeed.__typename === 'BalanceChanged'),
    );
    const heard = feed.items.map(({ memberFeed }) => memberFeed);
    expect(heard).toContainEqual({ __typename: 'BalanceChanged', balance: 120, debt: 0 });
    await feed.until(({ items }) => items.some(({ memberFeed }) => memberFeed.order?.status === 'COMPLETED'));
    await feed.close();
  });
});
