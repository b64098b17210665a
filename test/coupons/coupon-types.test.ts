import { describe, expect, test } from '@jest/globals';
import { giveBirthdayCoupons } from '../../src/features/coupons/coupon-issue.service.ts';
import { keepBooks } from '../ledger/books.ts';
import { confirmPayment, newKey, newOrder } from '../orders/shop.ts';
import { startWorld } from '../support/world.ts';
import { register } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import {
  askForType,
  claimCoupon,
  claimCouponByCode,
  couponsOf,
  fiveOff,
  issueCoupons,
  newCode,
  newType,
} from './counter.ts';

const world = await startWorld();
keepBooks(world);
const operator = await world.operator();

describe('a type of coupon is refused with the field at fault (M6.3)', () => {
  test.each([
    ['name', { name: ' ' }],
    ['name', { name: '字'.repeat(41) }],
    ['amountFen', { amountFen: 0 }],
    ['amountFen', { amountFen: -1 }],
    ['amountFen', { amountFen: 500_001 }],
    ['amountFen', { amountFen: 2_147_483_647 }],
    ['amountFen', { amountFen: null }],
    ['payBasisPoints', { kind: 'DISCOUNT', amountFen: null, payBasisPoints: 10_000 }],
    ['payBasisPoints', { kind: 'DISCOUNT', amountFen: null, payBasisPoints: 0 }],
    ['kind', { kind: 'FEE_WAIVER', amountFen: null, minutes: 10 }],
    ['minSpendFen', { kind: 'FULL_REDUCTION', minSpendFen: 500 }],
    ['minSpendFen', { minSpendFen: 1 }],
    ['maxOffFen', { maxOffFen: 100 }],
    ['daysValid', { daysValid: null }],
    ['daysValid', { daysValid: 1_096 }],
    ['validFrom', { validFrom: '2026-02-29' }],
    ['validFrom', { validFrom: '２０２６-０１-０１' }],
    ['validUntil', { validFrom: '2026-12-02', validUntil: '2026-12-01' }],
    ['claimCode', { claimCode: 'abc' }],
    ['claimCode', { claimCode: '口令口令' }],
    ['capTotal', { capTotal: 0 }],
    ['capTotal', { capTotal: 1_000_001 }],
    ['issueCap', { issueCap: -1 }],
    ['capPerMember', { capPerMember: 101 }],
    ['planIds', { planIds: ['no id'] }],
    ['pack', { kind: 'PACK', amountFen: null, pack: [] }],
    ['pack', { kind: 'PACK', amountFen: null, pack: [{ typeId: 'no id', count: 1 }] }],
  ])('%s in %j', async (field, over) => {
    expect(await askForType(operator, { ...fiveOff, ...over })).toMatchObject({
      __typename: 'InvalidInput',
      field,
    });
  });

  test.each([1.5, 2 ** 31, 2 ** 53, 2 ** 63, '500', '５００', 'NaN', true])(
    'an amount of %j never reaches it',
    async (amountFen) => {
      const { errors } = await operator.request(
        `mutation ($input: CreateCouponTypeInput!) { createCouponType(input: $input) { __typename } }`,
        { input: { ...fiveOff, amountFen } },
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
    },
  );
});

describe('a type of coupon', () => {
  test('says all its terms in sentences, in the reader’s language', async () => {
    const made = await newType(operator, {
      kind: 'FULL_REDUCTION',
      amountFen: 2_000,
      minSpendFen: 10_000,
      stacksWithPoints: false,
      capTotal: 100,
    });
    expect(made.benefit).toBe('¥20.00 off');
    expect(made.terms).toEqual([
      'For orders of ¥100.00 or more before the coupon.',
      'One coupon an order; at least ¥0.01 is always paid.',
      'Can be combined with: your level’s price, member day and other campaigns.',
      'Cannot be combined with: paying with reward points.',
      'Good for 30 days from issue (Beijing time).',
      'At most 1 for one member.',
      '100 uses in all, first come, first served.',
      'Comes back when the order is cancelled or wholly refunded; its time stays.',
    ]);
    const { couponTypes } = await operator.data<Wire>(
      `{ couponTypes(first: 1) { edges { node { benefit terms } } } }`,
      {},
    );
    expect(couponTypes.edges[0].node).toEqual({ benefit: made.benefit, terms: made.terms });
  });

  test('has a code of its own, however it is typed', async () => {
    const code = newCode();
    await newType(operator, { claimCode: code.toLowerCase() });
    expect(await askForType(operator, { ...fiveOff, claimCode: ` ${code} ` })).toMatchObject({
      field: 'claimCode',
    });
    const member = await world.member();
    const claimed = await claimCouponByCode(member, {
      code: `${code.slice(0, 4)} - ${code.slice(4).toLowerCase()}`,
    });
    expect(claimed).toMatchObject({ coupons: [{ source: 'CODE', standing: 'USABLE' }] });
  });

  test('does not show its code to members', async () => {
    await newType(operator, { claimCode: newCode(), isClaimable: true });
    const member = await world.member();
    const { claimableCoupons } = await member.data<Wire>(
      `{ claimableCoupons { claimCode issueRules figures { issued } } }`,
    );
    for (const type of claimableCoupons)
      expect(type).toEqual({ claimCode: null, issueRules: [], figures: null });
  });
});

describe('coupons come to members (M6.2)', () => {
  test('on registration, at once and once (M1.7)', async () => {
    const { id } = await newType(operator, { isOnRegistration: true });
    const member = await register(world.url, 'fresh');
    expect(await couponsOf(member)).toMatchObject([{ source: 'REGISTRATION', type: { id } }]);
    const { setCouponTypeActive } = await operator.data<Wire>(
      `mutation ($input: SetCouponTypeActiveInput!) { setCouponTypeActive(input: $input) { type { isActive } } }`,
      { input: { id, isActive: false } },
    );
    expect(setCouponTypeActive.type.isActive).toBe(false);
    expect(await couponsOf(await register(world.url, 'later'))).toEqual([]);
  });

  test('for a paid order of so much or more, once an order', async () => {
    const { id } = await newType(operator, { onSpendFen: 3_000, capPerMember: 5 });
    await newType(operator, { onSpendFen: 3_001 });
    const buyer = await world.member();
    const order = await newOrder(buyer);
    await confirmPayment(operator, { orderId: order.id, idempotencyKey: newKey() });
    const [message] = await world.sql(
      `select payload from outbox_messages where kind = 'orderCompleted' and payload->>'orderId' = $1`,
      [order.id],
    );
    expect(message).toBeDefined();
    // Heard a second time, as after a crash.
    const { giveSpendCoupons } = await import('../../src/features/coupons/index.ts');
    await giveSpendCoupons(world.system(), { orderId: order.id, memberId: buyer.id, amountFen: 3_000 });
    await giveSpendCoupons(world.system(), { orderId: order.id, memberId: buyer.id, amountFen: 3_000 });
    expect(await couponsOf(buyer)).toMatchObject([{ source: 'SPEND', type: { id } }]);
  });

  test('by claiming, as often as one member can', async () => {
    const { id: typeId } = await newType(operator, { isClaimable: true });
    const member = await world.member();
    expect(await claimCoupon(member, { typeId })).toMatchObject({ coupons: [{ source: 'CLAIM' }] });
    expect(await claimCoupon(member, { typeId })).toMatchObject({ problem: 'HAD_ALREADY' });
    const { claimableCoupons } = await member.data<Wire>(`{ claimableCoupons { id } }`);
    expect(claimableCoupons.map(({ id }: Wire) => id)).not.toContain(typeId);
  });

  test('not by claiming what is not offered on the page, as if it were not there', async () => {
    const { id: typeId } = await newType(operator);
    const member = await world.member();
    const { errors } = await member.request(
      `mutation ($input: ClaimCouponInput!) { claimCoupon(input: $input) { __typename } }`,
      { input: { typeId, idempotencyKey: newKey() } },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });

  test('by code, and whoever guesses is stopped after ten', async () => {
    const guesser = await world.member();
    for (let n = 0; n < 10; n += 1)
      expect(await claimCouponByCode(guesser, { code: newCode() })).toMatchObject({
        problem: 'UNKNOWN_CODE',
      });
    expect((await claimCouponByCode(guesser, { code: newCode() })).__typename).toBe('TooManyAttempts');
  });

  test('from staff, each as far as the caps allow; the others are named', async () => {
    const { id: typeId } = await newType(operator, { issueCap: 1 });
    const [one, other] = [await world.member(), await world.member()];
    const key = newKey();
    const wish = {
      typeId,
      usernames: [one.username, 'nobody-of-this-name', other.username],
      idempotencyKey: key,
    };
    const given = await issueCoupons(operator, wish);
    expect(given).toMatchObject({ issuedCount: 1 });
    expect(given.failures.map(({ id }: Wire) => id)).toEqual(['nobody-of-this-name', other.username]);
    expect(await issueCoupons(operator, wish)).toEqual(given);
    expect((await issueCoupons(operator, { ...wish, usernames: [other.username] })).__typename).toBe(
      'IdempotencyConflict',
    );
    expect(await couponsOf(other)).toEqual([]);
  });

  test('in a pack, everything in it at once', async () => {
    const [a, b] = [
      await newType(operator, { capPerMember: 3 }),
      await newType(operator, { amountFen: 100 }),
    ];
    const pack = await newType(operator, {
      kind: 'PACK',
      amountFen: null,
      isClaimable: true,
      pack: [
        { typeId: a.id, count: 2 },
        { typeId: b.id, count: 1 },
      ],
    });
    const member = await world.member();
    expect((await claimCoupon(member, { typeId: pack.id })).coupons).toHaveLength(3);
    const held = (await couponsOf(member)) as readonly Wire[];
    expect(held.map(({ type }) => type.id).toSorted()).toEqual([a.id, a.id, b.id].toSorted());
  });

  test('in the month of the birthday, once a year and member, until the month is over (C10, I17)', async () => {
    const { id } = await newType(operator, { kind: 'BIRTHDAY', daysValid: null });
    const [now, other] = [await world.member(), await world.member()];
    const month = new Date(world.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(5, 7);
    const otherMonth = String((Number(month) % 12) + 1).padStart(2, '0');
    await world.sql(`update members set birthday = $2::date where id = $1`, [now.id, `1990-${month}-15`]);
    await world.sql(`update members set birthday = $2::date where id = $1`, [
      other.id,
      `1990-${otherMonth}-15`,
    ]);
    await Promise.all([giveBirthdayCoupons(world.system()), giveBirthdayCoupons(world.system())]);
    await giveBirthdayCoupons(world.system());
    const [coupon, ...more] = await couponsOf(now);
    expect(more).toEqual([]);
    expect(coupon).toMatchObject({ source: 'BIRTHDAY', type: { id } });
    const end = new Date(coupon.validUntil);
    expect(new Date(end.getTime() + 8 * 3_600_000).getUTCDate()).toBe(1);
    expect(await couponsOf(other)).toEqual([]);
  });
});

describe('the database itself refuses', () => {
  test('edges that a coupon does not have (I15)', async () => {
    const { id: typeId } = await newType(operator);
    const member = await world.member();
    await issueCoupons(operator, { typeId, usernames: [member.username] });
    const [{ id }] = await couponsOf(member);
    await world.sql(`update coupons set state = 'VOID' where id = $1`, [id]);
    await expect(world.sql(`update coupons set state = 'ISSUED' where id = $1`, [id])).rejects.toThrow(
      /does not go from VOID/,
    );
    await expect(world.sql(`delete from coupons where id = $1`, [id])).rejects.toThrow(/append-only/);
    await expect(world.sql(`delete from coupon_moves`)).rejects.toThrow(/append-only/);
  });

  test('more uses than the cap (I14)', async () => {
    const { id } = await newType(operator, { capTotal: 1 });
    await expect(world.sql(`update coupon_types set taken_count = 2 where id = $1`, [id])).rejects.toThrow(
      /cap_total/,
    );
  });
});
