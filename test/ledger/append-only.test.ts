import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { charge, issue, keepBooks } from './books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
keepBooks(world);

describe('history is written once, even for the owner of its tables', () => {
  test.each([
    ['ledger_transactions', `update ledger_transactions set kind = 'PURCHASE'`],
    ['ledger_transactions', `delete from ledger_transactions`],
    ['ledger_transactions', `truncate ledger_transactions cascade`],
    ['ledger_entries', `update ledger_entries set amount = amount + 1`],
    ['ledger_entries', `delete from ledger_entries`],
    ['ledger_entries', `truncate ledger_entries`],
    ['lot_consumptions', `update lot_consumptions set amount = 1`],
    ['lot_consumptions', `delete from lot_consumptions`],
    ['billed_minutes', `update billed_minutes set points = 0`],
    ['billed_minutes', `delete from billed_minutes`],
  ])('%s refuses: %s', async (_, statement) => {
    const { id } = await world.member();
    await issue(world, id, { points: 2 });
    await charge(world, id);
    await expect(world.sql(statement)).rejects.toThrow(/append-only/);
  });

  test.each([
    `update accounts set balance = balance + 1 where member_id is not null`,
    `delete from accounts`,
    `update lots set remaining = initial`,
    `update lots set expires_at = null`,
    `delete from lots`,
  ])('what its rows add up to changes by its rows alone: %s', async (statement) => {
    const { id } = await world.member();
    await issue(world, id, { points: 2 });
    await expect(world.sql(statement)).rejects.toThrow(/changed by ledger rows alone/);
  });
});

describe('the database refuses', () => {
  const head = (memberId: string): string => `insert into ledger_transactions
      (id, actor, idempotency_key, request_hash, kind, member_id, reason, created_at)
    values (gen_random_uuid(), 'test', gen_random_uuid()::text, '', 'PURCHASE', '${memberId}', '{}', now()) returning id`;
  const accountOf = (id: string, kind: string): string =>
    `(select id from accounts where member_id = '${id}' and kind = '${kind}')`;

  test('a movement that does not balance', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 2 });
    const entry = `with t as (${head(id)}) insert into ledger_entries (transaction_id, account_id, amount) select t.id, ${accountOf(id, 'CARD_POINTS')}, 5 from t`;
    await expect(world.sql(entry)).rejects.toThrow(/does not balance/);
  });

  test('a balance below zero, except where points are owed', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 2 });
    const move = (kind: string, amount: number): string =>
      `with t as (${head(id)}) insert into ledger_entries (transaction_id, account_id, amount)
       select t.id, e.account, e.amount from t, (values (${accountOf(id, kind)}, ${amount}),
         ((select id from accounts where kind = 'ISSUE_PAID'), ${-amount})) as e (account, amount)`;
    await expect(world.sql(move('CARD_POINTS', -3))).rejects.toThrow(/accounts_no_negative_balance/);
    await expect(world.sql(move('DEBT', 1))).rejects.toThrow(/accounts_debt_is_owed/);
  });

  test('more out of a lot than is in it', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 2 });
    const draw = `with t as (${head(id)}) insert into lot_consumptions (transaction_id, lot_id, amount)
      select t.id, (select id from lots where member_id = '${id}'), 3 from t`;
    await expect(world.sql(draw)).rejects.toThrow(/lots_remaining_within_initial/);
  });

  test('a balance too large for the contract, and nothing is written', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 2_147_483_647 });
    await expect(issue(world, id, { points: 1 })).rejects.toThrow(/accounts_balance_fits_the_contract/);
    expect(
      await world.sql(`select count(*)::int as count from ledger_transactions where member_id = $1`, [id]),
    ).toEqual([{ count: 1 }]);
  });

  test('an expiry for points that were paid for', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 2 });
    const lot = `insert into lots (id, member_id, currency, kind, initial, remaining, available_at, expires_at, source_transaction_id)
      select gen_random_uuid(), member_id, 'CARD', 'PAID', 1, 1, now(), now(), source_transaction_id from lots where member_id = '${id}'`;
    await expect(world.sql(lot)).rejects.toThrow(/lots_paid_card_points_never_expire/);
  });
});
