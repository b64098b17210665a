import { beforeEach, describe, expect, test } from '@jest/globals';
import { brokenInvariants } from '../../src/features/ledger/index.ts';
import { startWorld } from '../support/world.ts';
import { charge, issue } from './books.ts';
import { earn, restore, spend } from './reward-books.ts';
import { emptyBooks, tamper } from './tampering.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
let memberId = '';

/** Sound books of one member: three purchases, minutes, and a spend that was undone. */
beforeEach(async () => {
  await emptyBooks(world);
  ({ id: memberId } = await world.member());
  for (const points of [5, 6, 7]) await issue(world, memberId, { points });
  await charge(world, memberId, { minutes: [0, 1] });
  await earn(world, memberId, { points: 9 });
  await spend(world, memberId, { points: 4, name: `test:${memberId}` });
  await restore(world, `test:${memberId}`);
  expect(await brokenInvariants(world.system())).toEqual([]);
});

interface Finding {
  readonly what: string;
  readonly id: string;
  readonly place?: number;
  readonly finding: string;
}

/** What the verifier of the chain and of the rows says, and nothing of the other invariants. */
const findings = async (): Promise<readonly Finding[]> =>
  (await brokenInvariants(world.system()))
    .filter(({ invariant }) => invariant.startsWith('invariant_i10_'))
    .map(({ row }) => row as Finding);

const one = async (text: string): Promise<string> => String((await world.sql(text))[0]?.['id']);

/** The second entry of the member's chain of card points, and the one behind it. */
const entryAt = (place: number): Promise<string> =>
  one(`select id from ledger_entries where currency = 'CARD' and place = ${place}`);

describe('a superuser who puts the guards aside is found out, and the row is named, when they', () => {
  test('change an amount on both sides, and the account with it', async () => {
    const id = await entryAt(3);
    await tamper(
      world,
      `update ledger_entries set amount = amount + 100, balance_after = balance_after + 100 where id = ${id}`,
      `update ledger_entries set amount = amount - 100 where place = 4 and currency = 'CARD'`,
      `update accounts set balance = balance + 100 where kind = 'CARD_POINTS'`,
    );
    expect(await findings()).toContainEqual(
      expect.objectContaining({ what: 'entry', id, finding: 'it was changed, moved or made up' }),
    );
  });

  test('delete an entry out of the middle', async () => {
    const [gone, next] = [await entryAt(3), await entryAt(4)];
    await tamper(world, `delete from ledger_entries where id = ${gone}`);
    expect(await findings()).toEqual([
      expect.objectContaining({
        what: 'entry',
        id: next,
        place: 4,
        finding: expect.stringContaining('gone'),
      }),
    ]);
  });

  test('delete the newest entries', async () => {
    const last = await one(`select max(place) as id from ledger_entries where currency = 'CARD'`);
    await tamper(world, `delete from ledger_entries where currency = 'CARD' and place = ${last}`);
    expect(await findings()).toEqual([
      expect.objectContaining({ what: `chain of CARD of member ${memberId}`, place: Number(last) }),
    ]);
  });

  test('make up an entry, with a hash that fits itself', async () => {
    await tamper(
      world,
      `insert into ledger_entries (transaction_id, account_id, currency, amount, balance_after, place, previous_hash, hash)
       select e.transaction_id, (select id from accounts where kind = 'DEBT' and currency = 'CARD'), 'CARD', 1, 1, 4, e.hash, e.hash
       from ledger_entries e where e.currency = 'CARD' and e.place = 3`,
    );
    const made = await one(`select max(id) as id from ledger_entries`);
    expect(await findings()).toContainEqual(expect.objectContaining({ what: 'entry', id: made }));
  });

  test('exchange the places of two entries', async () => {
    const [a, b] = [await entryAt(1), await entryAt(3)];
    await tamper(
      world,
      `update ledger_entries set place = -place where id in (${a}, ${b})`,
      `update ledger_entries set place = case id when ${a} then 3 else 1 end where id in (${a}, ${b})`,
    );
    const named = (await findings()).map(({ id }) => id);
    expect(named).toEqual(expect.arrayContaining([a, b]));
  });

  test.each([
    [
      'the reason of a transaction',
      'transaction',
      `update ledger_transactions set reason = '{"plan": "x"}' where kind = 'PURCHASE'`,
      3,
    ],
    [
      'the moment of a transaction',
      'transaction',
      `update ledger_transactions set created_at = created_at - interval '1 hour' where kind = 'TRANSCRIPTION'`,
      1,
    ],
    [
      'how long a lot lasts',
      'lot',
      `update lots set expires_at = expires_at + interval '1 year' where currency = 'REWARD'`,
      1,
    ],
    [
      'what was drawn',
      'consumption',
      `update lot_consumptions set amount = amount + 1 where id = (select min(id) from lot_consumptions)`,
      1,
    ],
    ['what was restored', 'restoration', `update lot_restorations set amount = amount + 1`, 1],
  ])('change %s', async (...[, what, statement, count]) => {
    await tamper(world, statement);
    const found = (await findings()).filter((finding) => finding.what === what);
    expect(found).toHaveLength(count);
    expect(found[0]?.finding).toBe('it was changed or made up');
  });

  test('take a whole transaction away with all that belongs to it', async () => {
    const id = await one(
      `select transaction_id as id from ledger_entries where currency = 'CARD' and place = 3`,
    );
    await tamper(
      world,
      `delete from lots where source_transaction_id = '${id}'`,
      `delete from ledger_entries where transaction_id = '${id}'`,
      `delete from ledger_transactions where id = '${id}'`,
      `update accounts set balance = (select sum(amount) from ledger_entries e where e.account_id = accounts.id)
         where kind = 'CARD_POINTS'`,
    );
    expect(await findings()).toEqual([expect.objectContaining({ what: 'entry', place: 5 })]);
  });

  test('switch a guard off and leave it so', async () => {
    await world.sql(`alter table ledger_entries disable trigger ledger_entries_append_only`);
    const broken = await brokenInvariants(world.system());
    await world.sql(`alter table ledger_entries enable trigger ledger_entries_append_only`);
    expect(broken).toEqual([
      { invariant: 'invariant_i9_history_is_guarded', row: { table_name: 'ledger_entries' } },
    ]);
  });
});

describe('the invariants see', () => {
  const numbers = async (): Promise<readonly string[]> => [
    ...new Set(
      (await brokenInvariants(world.system())).map(({ invariant }) => invariant.split('_')[1] ?? ''),
    ),
  ];

  test('a lot that expired twice (I12)', async () => {
    await tamper(
      world,
      `update ledger_transactions set kind = 'EXPIRED' where kind in ('TRANSCRIPTION', 'SPENT')`,
      `update lot_consumptions set lot_id = (select id from lots where currency = 'REWARD')`,
      `delete from lot_restorations`,
    );
    expect(await numbers()).toContain('i12');
  });

  test('more taken back than was given (I13)', async () => {
    await tamper(world, `update lot_restorations set amount = 5`);
    expect(await numbers()).toContain('i13');
  });

  test('a hold that does not add up, and one that outlived its end (I20)', async () => {
    await tamper(
      world,
      `insert into accounts (id, member_id, kind, currency) values (gen_random_uuid(), '${memberId}', 'HOLD', 'CARD')`,
      `insert into holds (id, member_id, currency, points, transaction_id, ends_at)
         select gen_random_uuid(), '${memberId}', 'CARD', 3, id, now() - interval '61 seconds'
         from ledger_transactions where kind = 'TRANSCRIPTION'`,
    );
    const broken = (await brokenInvariants(world.system())).map(({ invariant }) => invariant);
    expect(broken).toEqual(
      expect.arrayContaining(['invariant_i20_holds_add_up', 'invariant_i20_no_hold_outlives_its_end']),
    );
  });

  test('a movement that nobody was told of, and news that nobody heard (I21)', async () => {
    await world.sql(
      `delete from outbox_messages where id = (select max(id) from outbox_messages where kind = 'pointsMoved')`,
    );
    expect(await numbers()).toEqual(['i21']);
    await world.sql(
      `update outbox_messages set delivered_at = null, created_at = now() - interval '2 hours' where kind = 'pointsMoved'`,
    );
    expect(await brokenInvariants(world.system())).toHaveLength(7);
  });

  test('time that goes backwards (I23)', async () => {
    await tamper(
      world,
      `update ledger_transactions set created_at = created_at + interval '1 hour' where ordinal = (select min(ordinal) from ledger_transactions)`,
    );
    expect(await numbers()).toContain('i23');
  });
});
