import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { keepBooks } from '../ledger/books.ts';
import { balanceOf, createCardBatch, newCards, newKey, redeemCard, voidCardBatch } from './shop.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();
keepBooks(world);
const operator = await world.operator();

describe('making a batch of cards', () => {
  test('hands out as many different codes as asked for, and keeps none of them', async () => {
    const { batch, codes } = await createCardBatch(operator, {
      count: 1_000,
      points: 60,
      note: '秋季活动',
      idempotencyKey: newKey(),
    });
    expect(batch).toMatchObject({
      count: 1_000,
      points: 60,
      note: '秋季活动',
      redeemedCount: 0,
      voidedAt: null,
    });
    expect(new Set(codes).size).toBe(1_000);
    for (const code of codes) expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
    const everything = await world.sql(
      `select row_to_json(c)::text as row from top_up_cards c where batch_id = $1`,
      [batch.id],
    );
    expect(everything).toHaveLength(1_000);
    const kept = everything.map(({ row }) => row).join();
    for (const code of codes.slice(0, 50)) expect(kept).not.toContain(code.replaceAll('-', ''));
  });

  test('with one key makes one batch; whoever asks again gets no codes', async () => {
    const request = { count: 3, points: 60, idempotencyKey: newKey() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => createCardBatch(operator, request)));
    const made = answers.filter(({ __typename }) => __typename === 'CreateCardBatchSuccess');
    expect(made).toHaveLength(1);
    const others = answers.filter(({ __typename }) => __typename === 'CardBatchAlreadyCreated');
    expect(others).toHaveLength(9);
    for (const other of others) expect(other.batch).toEqual({ id: made[0].batch.id, count: 3 });
    expect((await createCardBatch(operator, { ...request, count: 4 })).__typename).toBe(
      'IdempotencyConflict',
    );
  });

  test.each([
    ['count', { count: 0 }],
    ['count', { count: -1 }],
    ['count', { count: 1_001 }],
    ['points', { points: 0 }],
    ['points', { points: 100_001 }],
    ['points', { points: 2_147_483_647 }],
    ['note', { note: '注'.repeat(201) }],
    ['note', { note: 'a\u0007b' }],
    ['idempotencyKey', { idempotencyKey: 'short' }],
  ])('refuses a %s out of bounds: %j', async (field, part) => {
    const refused = await createCardBatch(operator, {
      count: 1,
      points: 1,
      idempotencyKey: newKey(),
      ...part,
    });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', field });
  });

  test.each([1.5, '1e3', 2 ** 31, 2 ** 53, '１２', null, [1, 2]])(
    'refuses %j where a whole number is due',
    async (count) => {
      const { errors } = await operator.request(
        `mutation ($input: CreateCardBatchInput!) { createCardBatch(input: $input) { __typename } }`,
        {
          input: { count, points: 1, idempotencyKey: newKey() },
        },
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
    },
  );
});

describe('voiding a batch', () => {
  test('takes its unused cards out of the world and leaves redeemed ones their points', async () => {
    const member = await world.member();
    const { batch, codes } = await createCardBatch(operator, {
      count: 3,
      points: 40,
      idempotencyKey: newKey(),
    });
    await redeemCard(member, { code: codes[0], idempotencyKey: newKey() });
    expect(await voidCardBatch(operator, { batchId: batch.id })).toMatchObject({
      voidedCount: 2,
      batch: { redeemedCount: 1, voidedAt: expect.any(String) },
    });
    expect(await redeemCard(member, { code: codes[1], idempotencyKey: newKey() })).toMatchObject({
      __typename: 'CardNotRedeemable',
      problem: 'VOID',
    });
    expect(await balanceOf(member)).toBe(100);
  });

  test('again voids nothing more', async () => {
    const { batch } = await createCardBatch(operator, { count: 2, points: 40, idempotencyKey: newKey() });
    const first = await voidCardBatch(operator, { batchId: batch.id });
    expect(await voidCardBatch(operator, { batchId: batch.id })).toMatchObject({
      voidedCount: 0,
      batch: first.batch,
    });
  });

  test('or redeeming: at the same moment each card goes one way only', async () => {
    const member = await world.member();
    const { batch, codes } = await createCardBatch(operator, {
      count: 9,
      points: 1,
      idempotencyKey: newKey(),
    });
    const [voided, ...redeemed] = await Promise.all([
      voidCardBatch(operator, { batchId: batch.id }),
      ...codes.map((code: string) => redeemCard(member, { code, idempotencyKey: newKey() })),
    ]);
    const used = redeemed.filter(({ __typename }) => __typename === 'RedeemCardSuccess').length;
    expect(voided.voidedCount + used).toBe(9);
    expect(await balanceOf(member)).toBe(60 + used);
  });
});

describe('the list of batches', () => {
  test('is paged, the newest first, with what was redeemed', async () => {
    const member = await world.member();
    const [code] = await newCards(operator, { count: 2 });
    await redeemCard(member, { code, idempotencyKey: newKey() });
    const { cardBatches } = await operator.data<Wire>(
      `{ cardBatches(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { id count redeemedCount } } } }`,
    );
    expect(cardBatches.edges[0].node).toMatchObject({ count: 2, redeemedCount: 1 });
    const { cardBatches: rest } = await operator.data<Wire>(
      `query ($after: String) { cardBatches(first: 100, after: $after) { edges { node { id } } } }`,
      {
        after: cardBatches.pageInfo.endCursor,
      },
    );
    expect(rest.edges).toHaveLength(cardBatches.totalCount - 1);
    expect(rest.edges).not.toContainEqual({ node: { id: cardBatches.edges[0].node.id } });
  });
});
