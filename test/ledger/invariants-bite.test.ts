import { beforeEach, describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { charge, issue } from './books.ts';
import { brokenNumbers, emptyBooks, tamper } from './tampering.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
beforeEach(async () => {
  await emptyBooks(world);
  const { id } = await world.member();
  await issue(world, id, { points: 5 });
  await charge(world, id, { minutes: [0, 1] });
  expect(await brokenNumbers(world)).toEqual([]);
});

describe('the invariants see', () => {
  test.each([
    [
      'an entry that was changed',
      ['i1', 'i10', 'i2'],
      [`update ledger_entries set amount = amount + 1 where id = (select min(id) from ledger_entries)`],
    ],
    ['a transaction whose entries are gone', ['i10', 'i2'], [`delete from ledger_entries`]],
    [
      'a balance out of nowhere',
      ['i2', 'i3'],
      [`update accounts set balance = balance + 1 where kind = 'CARD_POINTS'`],
    ],
    ['a lot that was refilled', ['i3', 'i5'], [`update lots set remaining = initial`]],
    [
      'a lot above what it began with',
      ['i3', 'i4', 'i5'],
      [
        `alter table lots drop constraint lots_remaining_within_initial`,
        `update lots set remaining = initial + 1`,
      ],
    ],
    [
      'a balance below zero',
      ['i2', 'i3', 'i6'],
      [
        `alter table accounts drop constraint accounts_no_negative_balance`,
        `update accounts set balance = -1 where kind = 'CARD_POINTS'`,
      ],
    ],
    [
      'a lot that was drawn after its end',
      ['i10', 'i11'],
      [`update lots set kind = 'GIFT', expires_at = (select min(created_at) from ledger_transactions)`],
    ],
    [
      'a minute that was billed and not paid',
      ['i22'],
      [
        `insert into billed_minutes
      select gen_random_uuid(), 9, transcript_id, 1, transaction_id, billed_at from billed_minutes limit 1`,
      ],
    ],
    // The last: without this constraint nothing can be posted any more.
    [
      'one key with two transactions',
      ['i10', 'i7'],
      [
        `alter table ledger_transactions drop constraint ledger_transactions_actor_idempotency_key_key`,
        `update ledger_transactions set actor = 'x', idempotency_key = 'x'`,
      ],
    ],
  ] as const)('%s', async (_, invariants, statements) => {
    await tamper(world, ...statements);
    expect(await brokenNumbers(world)).toEqual(invariants);
  });
});
