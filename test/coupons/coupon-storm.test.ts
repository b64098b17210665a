import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { keepBooks } from '../ledger/books.ts';
import { cancelOrder } from '../orders/shop.ts';
import { startWorld } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import type { Client } from '../support/client.ts';
import { claimCoupon, figuresOf, newType, orderWith } from './counter.ts';
import { crowd, stock, type Shopper } from './crowd.ts';

/** `npm run coupons:storm` plays a thousand trials; CI a few. */
const trials = Number(process.env['COUPON_TRIALS'] ?? 3);
const ordersAtOnce = 200;

const world = await startWorld();
keepBooks(world);
let operator: Client;
let shoppers: readonly Shopper[];

beforeAll(async () => {
  operator = await world.operator();
  shoppers = await crowd(world, ordersAtOnce);
}, 60_000);

/** What a storm may never do, whoever counts: more uses than the cap allows, or fewer than it could have had. */
function expectExactly(uses: number, cap: number): void {
  expect(uses).toBe(cap);
}

const successes = (answers: readonly Wire[]): readonly Wire[] =>
  answers.filter(({ __typename }) => __typename === 'OrderPointsSuccess');

/** Leaves nothing open, so that nobody has too many open orders in the next trial. */
const clear = (orders: readonly Wire[]): Promise<unknown> =>
  Promise.all(orders.map(({ order }) => cancelOrder(operator, { orderId: order.id })));

describe('two hundred orders at once (ledger test 11)', () => {
  test.each([1, 10])(
    'for a coupon that can be used %i times use it so often, and the others are told',
    async (capTotal) => {
      for (let trial = 0; trial < trials; trial += 1) {
        const { id: typeId } = await newType(operator, { capTotal });
        const coupons = await stock(world, typeId, shoppers);
        const answers = await Promise.all(
          shoppers.map(({ id, client }) => orderWith(client, { couponId: coupons.get(id) })),
        );
        expectExactly(successes(answers).length, capTotal);
        const refused = answers.filter(({ __typename }) => __typename === 'CouponNotUsable');
        expect(new Set(refused.map(({ problem }) => problem))).toEqual(new Set(['GONE']));
        expect(refused).toHaveLength(ordersAtOnce - capTotal);
        expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: capTotal, redeemed: 0 });
        await clear(successes(answers));
        expect(await figuresOf(operator, typeId)).toMatchObject({ reserved: 0 });
        await world.sql(`update coupon_types set is_active = false where id = $1`, [typeId]);
      }
    },
    120_000 + trials * 60_000,
  );

  test(
    'by one member with one coupon make one order',
    async () => {
      for (let trial = 0; trial < trials; trial += 1) {
        const { id: typeId } = await newType(operator);
        const [shopper] = shoppers;
        if (!shopper) throw new Error('Nobody came.');
        const couponId = (await stock(world, typeId, [shopper])).get(shopper.id);
        const answers = await Promise.all(
          Array.from({ length: ordersAtOnce }, () => orderWith(shopper.client, { couponId })),
        );
        expectExactly(successes(answers).length, 1);
        const problems = answers.flatMap(({ problem }) => (problem ? [problem] : []));
        expect(new Set(problems)).toEqual(new Set(['RESERVED']));
        await clear(successes(answers));
      }
    },
    120_000 + trials * 60_000,
  );

  test('claims of a coupon of which there are ten give out ten', async () => {
    const { id: typeId } = await newType(operator, { isClaimable: true, issueCap: 10 });
    const answers = await Promise.all(shoppers.map(({ client }) => claimCoupon(client, { typeId })));
    expectExactly(answers.filter(({ __typename }) => __typename === 'ClaimCouponSuccess').length, 10);
    expect(new Set(answers.flatMap(({ problem }) => (problem ? [problem] : [])))).toEqual(
      new Set(['ALL_GONE']),
    );
  }, 60_000);

  test('claims by one member end with what one member can have', async () => {
    const { id: typeId } = await newType(operator, { isClaimable: true, capPerMember: 2 });
    const [shopper] = shoppers;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => claimCoupon(shopper!.client, { typeId })),
    );
    expectExactly(answers.filter(({ __typename }) => __typename === 'ClaimCouponSuccess').length, 2);
  }, 60_000);
});

describe('the control (ledger test 18)', () => {
  test.each([1, 10])('a counter that is read and then written sells more than %i', async (cap) => {
    const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 8 });
    await pool.query(`create table if not exists naive_types (id int primary key, cap int, taken int)`);
    await pool.query(`create table if not exists naive_uses (type_id int)`);
    await pool.query(`insert into naive_types values ($1, $1, 0)`, [cap]);
    const take = async (): Promise<void> => {
      const { rows } = await pool.query<{ taken: number }>(`select taken from naive_types where id = $1`, [
        cap,
      ]);
      const taken = rows[0]?.taken ?? 0;
      if (taken >= cap) return;
      await pool.query(`update naive_types set taken = $2 where id = $1`, [cap, taken + 1]);
      await pool.query(`insert into naive_uses values ($1)`, [cap]);
    };
    await Promise.all(Array.from({ length: ordersAtOnce }, take));
    const { rows } = await pool.query<{ uses: number }>(
      `select count(*)::int as uses from naive_uses where type_id = $1`,
      [cap],
    );
    await pool.end();
    expect(() => expectExactly(rows[0]?.uses ?? 0, cap)).toThrow();
  });
});
