import { describe, expect, test } from '@jest/globals';
import { couponFor, couponsOf, newType, orderWith, wait } from '../coupons/counter.ts';
import { charge, keepBooks } from '../ledger/books.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import type { Client } from '../support/client.ts';
import type { Wire } from '../support/wire.ts';
import { balanceOf, confirmPayment, newKey, newOrder } from './shop.ts';

const world = await startWorld();
keepBooks(world);
const operator = await world.operator();

const refund = async (orderId: string, over: object = {}, by: Client = operator): Promise<Wire> =>
  (
    await by.data<Wire>(
      `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename
        ... on RefundOrderSuccess { order { id status refundedFen refundedPoints amountFen } }
        ... on OrderNotRefundable { problem } ... on UserError { message } ... on InvalidInput { field } } }`,
      { input: { orderId, reason: '买错了', idempotencyKey: newKey(), ...over } },
    )
  )['refundOrder'];

const paid = async (buyer: SignedInClient, wish: object = {}): Promise<string> => {
  const { order } = await orderWith(buyer, wish);
  await confirmPayment(operator, { orderId: order.id, idempotencyKey: newKey() });
  return order.id;
};
describe('a refund (C22)', () => {
  test('of an untouched order gives all back: money, points, earned points and coupon', async () => {
    const buyer = await world.member();
    const { id: typeId } = await newType(operator);
    const couponId = await couponFor(operator, buyer, typeId);
    const orderId = await paid(buyer, { couponId });
    expect(await balanceOf(buyer)).toBe(120);
    expect(await refund(orderId)).toMatchObject({
      order: { status: 'COMPLETED', refundedFen: 2_500, refundedPoints: 60 },
    });
    expect(await balanceOf(buyer)).toBe(60);
    expect(await couponsOf(buyer)).toMatchObject([{ id: couponId, standing: 'USABLE' }]);
  });

  test('leaves the coupon used where its type says so', async () => {
    const buyer = await world.member();
    const { id: typeId } = await newType(operator, { isRestoredOnRefund: false });
    const orderId = await paid(buyer, { couponId: await couponFor(operator, buyer, typeId) });
    await refund(orderId);
    expect(await couponsOf(buyer, 'USED')).toMatchObject([{ standing: 'REDEEMED' }]);
  });

  test('of an order that is partly used gives back the unused principal and its share of the money', async () => {
    const buyer = await world.member();
    const orderId = await paid(buyer);
    // The gift of 60 goes first, then 20 of the order.
    await charge(world, buyer.id, { minutes: Array.from({ length: 80 }, (_, n) => n) });
    expect(await refund(orderId)).toMatchObject({ order: { refundedFen: 2_000, refundedPoints: 40 } });
    expect(await balanceOf(buyer)).toBe(0);
  });

  test('of a part takes that part', async () => {
    const buyer = await world.member();
    const orderId = await paid(buyer);
    expect(await refund(orderId, { points: 61 })).toMatchObject({ problem: 'TOO_MANY_POINTS' });
    expect(await balanceOf(buyer)).toBe(120);
    expect(await refund(orderId, { points: 30 })).toMatchObject({
      order: { refundedFen: 1_500, refundedPoints: 30 },
    });
    expect(await balanceOf(buyer)).toBe(90);
    expect(await refund(orderId)).toMatchObject({ problem: 'REFUNDED_ALREADY' });
  });

  test('happens once, however many ask at the same time; a repeated key gets its answer', async () => {
    const buyer = await world.member();
    const orderId = await paid(buyer);
    const key = newKey();
    const [first, ...others] = await Promise.all([
      refund(orderId, { idempotencyKey: key }),
      refund(orderId, { idempotencyKey: key }),
      ...Array.from({ length: 6 }, () => refund(orderId)),
    ]);
    const done = [first, ...others].filter((answer) => answer?.__typename === 'RefundOrderSuccess');
    expect(done.length).toBeGreaterThanOrEqual(1);
    expect(done.length).toBeLessThanOrEqual(2);
    const refunds = await world.sql(`select amount_fen, points from order_refunds where order_id = $1`, [
      orderId,
    ]);
    expect(refunds).toEqual([{ amount_fen: 3_000, points: 60 }]);
    expect(await balanceOf(buyer)).toBe(60);
  });

  test('conflicts when its key stands for another one, and writes nothing', async () => {
    const buyer = await world.member();
    const [one, other] = [await paid(buyer), await paid(buyer)];
    const idempotencyKey = newKey();
    await refund(one, { idempotencyKey, points: 1 });
    expect((await refund(other, { idempotencyKey, points: 1 })).__typename).toBe('IdempotencyConflict');
    expect(await balanceOf(buyer)).toBe(179);
  });

  test('is possible within the window and not after it', async () => {
    const buyer = await world.member();
    const [early, late] = [await paid(buyer), await paid(buyer)];
    await wait(world, 6 * 86_400_000);
    expect((await refund(early)).__typename).toBe('RefundOrderSuccess');
    await wait(world, 2 * 86_400_000);
    expect(await refund(late)).toMatchObject({ problem: 'WINDOW_CLOSED' });
  });

  test('is refused for an order that is not paid, and for one that is used up', async () => {
    const buyer = await world.member();
    const open = await newOrder(buyer);
    expect(await refund(open.id)).toMatchObject({ problem: 'NOT_PAID' });
    const used = await paid(buyer);
    await charge(world, buyer.id, { minutes: Array.from({ length: 120 }, (_, n) => n) });
    expect(await refund(used)).toMatchObject({ problem: 'NOTHING_UNUSED' });
  });

  test.each([0, -1, 100_001, 2_147_483_647])('of %d points is refused at the field', async (points) => {
    const buyer = await world.member();
    expect(await refund((await newOrder(buyer)).id, { points })).toMatchObject({ field: 'points' });
  });

  test.each([1.5, 2 ** 31, 2 ** 53, 2 ** 63, '１０', 'NaN'])(
    'of %j points never reaches it',
    async (points) => {
      const { errors } = await operator.request(
        `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`,
        { input: { orderId: 'x', points, reason: 'r', idempotencyKey: newKey() } },
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
    },
  );
});
