import { describe, expect, test } from '@jest/globals';
import { keepBooks } from '../ledger/books.ts';
import { cancelOrder, confirmPayment, newKey, reportPayment, savePointPlan } from '../orders/shop.ts';
import { cancelUnpaidOrders } from '../../src/features/orders/orders.service.ts';
import { grantTrialTier } from '../../src/features/tiers/index.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { startWorld } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { couponFor, couponsOf, figuresOf, newType, orderWith, wait } from './counter.ts';

const world = await startWorld();
keepBooks(world);

const cast = async () => {
  const [buyer, operator] = await Promise.all([world.member('buyer'), world.operator()]);
  return { buyer, operator };
};

describe('an order with a coupon', () => {
  test('costs what was shown, line by line, and holds the coupon', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator);
    const couponId = await couponFor(operator, buyer, typeId);
    const { orderPrice } = await buyer.data<Wire>(
      `query ($planId: ID!, $couponId: ID) { orderPrice(planId: $planId, couponId: $couponId) {
        listFen totalFen bestCouponId lines { kind label amountFen afterFen } coupons { coupon { id } totalFen problem } } }`,
      { planId: '019d0000-0000-7000-8000-000000000001', couponId },
    );
    expect(orderPrice).toMatchObject({ listFen: 3_000, totalFen: 2_500, bestCouponId: couponId });
    const { order } = await orderWith(buyer, { couponId });
    expect(order).toMatchObject({
      listFen: 3_000,
      amountFen: 2_500,
      coupon: { id: couponId, standing: 'RESERVED' },
    });
    expect(order.priceLines).toEqual(orderPrice.lines);
    expect(order.priceLines.map(({ amountFen }: Wire) => amountFen)).toEqual([3_000, -500]);
    expect(await figuresOf(operator, typeId)).toEqual({ issued: 1, reserved: 1, redeemed: 0, void: 0 });
    expect(await couponsOf(buyer)).toEqual([]);
    expect(await couponsOf(buyer, 'USED')).toMatchObject([{ id: couponId, orderId: order.id }]);
  });

  test('uses it up when staff have seen the money', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator);
    const couponId = await couponFor(operator, buyer, typeId);
    const { order } = await orderWith(buyer, { couponId });
    await confirmPayment(operator, { orderId: order.id, idempotencyKey: newKey() });
    expect(await couponsOf(buyer, 'USED')).toMatchObject([{ standing: 'REDEEMED' }]);
    expect(await orderWith(buyer, { couponId })).toMatchObject({
      __typename: 'CouponNotUsable',
      problem: 'USED',
    });
  });

  test('gives it back when it is cancelled, and another order may have it', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator, { capTotal: 1 });
    const couponId = await couponFor(operator, buyer, typeId);
    const first = await orderWith(buyer, { couponId });
    expect(await orderWith(buyer, { couponId })).toMatchObject({ problem: 'RESERVED' });
    await cancelOrder(buyer, { orderId: first.order.id });
    await cancelOrder(buyer, { orderId: first.order.id });
    expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: 0, redeemed: 0 });
    expect(await orderWith(buyer, { couponId })).toMatchObject({ __typename: 'OrderPointsSuccess' });
  });

  test('that fails after the coupon was taken gives it back with all the rest', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator);
    const couponId = await couponFor(operator, buyer, typeId);
    await world.sql(
      `create function no_orders() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await world.sql(
      `create trigger no_orders before insert on orders for each row execute function no_orders()`,
    );
    const key = newKey();
    const { errors } = await buyer.request(
      `mutation ($input: OrderPointsInput!) { orderPoints(input: $input) { __typename } }`,
      {
        input: {
          planId: '019d0000-0000-7000-8000-000000000001',
          paymentMethod: 'BANK_TRANSFER',
          couponId,
          idempotencyKey: key,
        },
      },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL');
    await world.sql(`drop trigger no_orders on orders`);
    expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: 0 });
    expect(await orderWith(buyer, { couponId, idempotencyKey: key })).toMatchObject({
      __typename: 'OrderPointsSuccess',
      order: { amountFen: 2_500 },
    });
  });

  test('that is not paid within a day is cancelled and gives it back; one that was reported is not', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator, { capPerMember: 2 });
    const [one, other] = [await couponFor(operator, buyer, typeId), await couponFor(operator, buyer, typeId)];
    const [unpaid, reported] = [
      await orderWith(buyer, { couponId: one }),
      await orderWith(buyer, { couponId: other }),
    ];
    const plain = await orderWith(buyer, {});
    await reportPayment(buyer, { orderId: reported.order.id });
    expect(plain.order.payBy).toBeNull();
    await wait(world, 23 * 3_600_000);
    await cancelUnpaidOrders(world.system());
    expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: 2 });
    await wait(world, 3_600_000);
    await cancelUnpaidOrders(world.system());
    expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: 1 });
    const statuses = await world.sql(`select id, status from orders where member_id = $1`, [buyer.id]);
    const statusOf = ({ order }: Wire) => statuses.find(({ id }) => id === order.id)?.['status'];
    expect([unpaid, reported, plain].map(statusOf)).toEqual([
      'CANCELLED',
      'AWAITING_CONFIRMATION',
      'AWAITING_PAYMENT',
    ]);
  });

  test('is either paid or expired, however closely the two race', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator, { capPerMember: 20 });
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1)
      ids.push((await orderWith(buyer, { couponId: await couponFor(operator, buyer, typeId) })).order.id);
    await wait(world, 24 * 3_600_000);
    await Promise.all([
      cancelUnpaidOrders(world.system()),
      ...ids.map((orderId) => confirmPayment(operator, { orderId, idempotencyKey: newKey() })),
      cancelUnpaidOrders(world.system()),
    ]);
    const found = await world.sql(
      `select o.status, c.state from orders o join coupons c on c.id = o.coupon_id where o.id = any($1)`,
      [ids],
    );
    const pairs = new Set(found.map(({ status, state }) => `${String(status)} ${String(state)}`));
    for (const pair of pairs) expect(['COMPLETED REDEEMED', 'CANCELLED RELEASED']).toContain(pair);
    const { redeemed, reserved } = await figuresOf(operator, typeId);
    expect(reserved).toBe(0);
    expect(redeemed).toBe(found.filter(({ status }) => status === 'COMPLETED').length);
  });
});

describe('a coupon is refused for an order, with the reason, and nothing is ordered', () => {
  test.each([
    ['below its minimum', { kind: 'FULL_REDUCTION', minSpendFen: 3_001 }, 'BELOW_MINIMUM'],
    ['for another plan', { planIds: ['019d0000-0000-7000-8000-000000000002'] }, 'OTHER_PLAN'],
  ])('%s', async (_, over, problem) => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator, over);
    const couponId = await couponFor(operator, buyer, typeId);
    expect(await orderWith(buyer, { couponId })).toMatchObject({ __typename: 'CouponNotUsable', problem });
    expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: 0 });
    const { me } = await buyer.data<Wire>(`{ me { orders { totalCount } } }`);
    expect(me.orders.totalCount).toBe(0);
  });

  test('once it has expired, at midnight in Shanghai', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator, { daysValid: 1, capPerMember: 2 });
    const [one, other] = [await couponFor(operator, buyer, typeId), await couponFor(operator, buyer, typeId)];
    const [{ validUntil }] = await couponsOf(buyer);
    expect(validUntil).toMatch(/T16:00:00.000Z$/);
    await wait(world, new Date(validUntil).getTime() - world.clock.now().getTime() - 600_000);
    expect(await orderWith(buyer, { couponId: one })).toMatchObject({ __typename: 'OrderPointsSuccess' });
    await wait(world, 600_000);
    expect(await orderWith(buyer, { couponId: other })).toMatchObject({ problem: 'EXPIRED' });
    expect(await couponsOf(buyer, 'OVER')).toMatchObject([{ id: other, standing: 'EXPIRED' }]);
  });

  test('where it is for a first order and this is none', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator, { isFirstOrderOnly: true });
    const couponId = await couponFor(operator, buyer, typeId);
    await orderWith(buyer, {});
    expect(await orderWith(buyer, { couponId })).toMatchObject({ problem: 'NOT_FIRST_ORDER' });
  });

  test('that is somebody else’s, as if it were not there', async () => {
    const { buyer, operator } = await cast();
    const other = await world.member('other');
    const { id: typeId } = await newType(operator);
    const couponId = await couponFor(operator, other, typeId);
    for (const named of [couponId, '019d0000-0000-7000-8000-00000000ffff', 'no id']) {
      const { errors } = await buyer.request(
        `mutation ($input: OrderPointsInput!) { orderPoints(input: $input) { __typename } }`,
        {
          input: {
            planId: '019d0000-0000-7000-8000-000000000001',
            paymentMethod: 'BANK_TRANSFER',
            couponId: named,
            idempotencyKey: newKey(),
          },
        },
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    }
  });
});

describe('the key of an order with a coupon', () => {
  test('conflicts with the same order without it, and writes nothing', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator);
    const couponId = await couponFor(operator, buyer, typeId);
    const idempotencyKey = newKey();
    await orderWith(buyer, { idempotencyKey });
    expect((await orderWith(buyer, { idempotencyKey, couponId })).__typename).toBe('IdempotencyConflict');
    expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: 0 });
    const { me } = await buyer.data<Wire>(`{ me { orders { totalCount } } }`);
    expect(me.orders.totalCount).toBe(1);
  });

  test('takes the coupon once in a storm of fifty', async () => {
    const { buyer, operator } = await cast();
    const { id: typeId } = await newType(operator);
    const couponId = await couponFor(operator, buyer, typeId);
    const request = { couponId, idempotencyKey: newKey() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => orderWith(buyer, request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: 1 });
  });
});

test('a price takes the plan’s price of the moment', async () => {
  const { buyer, operator } = await cast();
  const { plan } = await savePointPlan(operator, { name: 'P', points: 10, priceFen: 2, isOnSale: true });
  const couponId = await couponFor(operator, buyer, (await newType(operator)).id);
  const { order } = await orderWith(buyer, { planId: plan.id, couponId });
  expect(order).toMatchObject({ listFen: 2, amountFen: 1 });
});

test('the price is that of the buyer’s level, and the coupon goes on from there (M2.4, C20)', async () => {
  const { buyer, operator } = await cast();
  const { id: typeId } = await newType(operator);
  const couponId = await couponFor(operator, buyer, typeId);
  await unitOfWork(world.system(), (unit) =>
    grantTrialTier(unit, { memberId: buyer.id, tier: 'T3', days: 30 }, world.clock),
  );
  const { order } = await orderWith(buyer, { couponId });
  expect(order.priceLines.map(({ kind, amountFen, afterFen }: Wire) => [kind, amountFen, afterFen])).toEqual([
    ['LIST', 3_000, 3_000],
    ['TIER', -450, 2_550],
    ['COUPON', -500, 2_050],
  ]);
  expect(order.amountFen).toBe(2_050);
});
