import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { settleDue, spendPoints } from '../../src/features/ledger/index.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { IdempotencyConflict } from '../../src/platform/graphql/user-error.ts';
import { startWorld } from '../support/world.ts';
import { keepBooks } from './books.ts';
import { holdLedgerClock } from './ledger-clock.ts';
import { naiveExpiry, naiveSpend } from './naive.ts';
import { earn, lotsOf, restore, rewards, spend } from './reward-books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
const clock = await holdLedgerClock(world, '2026-03-15T04:00:00Z');
await world.app.house.jobs.close();
keepBooks(world);
await world.sql(
  `create table naive_points (member_id uuid primary key, balance int not null, spent int not null)`,
);

/** From when on the points that were earned under this name are expired. */
const endOf = async (name: string): Promise<number> => {
  const [lot] = await world.sql(
    `select l.expires_at as end from lots l join ledger_transactions t on t.id = l.source_transaction_id
     where t.idempotency_key = $1`,
    [name],
  );
  return (lot?.['end'] as Date).getTime();
};

const many = <T>(count: number, act: (n: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => act(n)));

describe('test 3: of 200 spends at once', () => {
  test('exactly as many succeed as the balance holds', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 100 });
    const spends = await many(200, () => spend(world, id, { points: 7 }));
    expect(spends.filter(({ isSpent }) => isSpent)).toHaveLength(14);
    expect(await rewards(world, id)).toMatchObject({ balance: 2 });
  });

  test('control: whoever reads, decides and writes without the lock lets too many through', async () => {
    const { id } = await world.member();
    await world.sql(`insert into naive_points values ($1, 100, 0)`, [id]);
    const spends = await many(50, () => naiveSpend(world, id, 7));
    expect(spends.filter(Boolean).length).toBeGreaterThan(14);
  });
});

describe('test 4: the same name a hundred times at once', () => {
  test('is one posting and a hundred equal answers', async () => {
    const { id } = await world.member();
    const name = `test:${randomUUID()}`;
    await earn(world, id, { points: 10 });
    const answers = await many(100, () => spend(world, id, { points: 6, name }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"isSpent":true,"balance":4}']),
    );
    await expect(spend(world, id, { points: 5, name })).rejects.toBeInstanceOf(IdempotencyConflict);
    expect(await rewards(world, id)).toMatchObject({ balance: 4 });
  });
});

describe('test 9: a spend and the expiry of the same lot at the same moment', () => {
  const rounds = Number(process.env['LEDGER_ROUNDS'] ?? 60);

  test('what was spent and what expired is what there was, never both', async () => {
    const { id } = await world.member();
    const settleMine = (): Promise<void> =>
      unitOfWork(world.system(), (unit) => settleDue(unit, { memberId: id, currency: 'REWARD' }));
    for (let round = 0; round < rounds; round += 1) {
      const name = `round:${randomUUID()}`;
      await earn(world, id, { points: 10, name, validity: { scheme: 'MONTHS', months: 1 } });
      const end = await endOf(name);
      await clock.set(new Date(end - 1).toISOString());
      const [, ...spends] = await Promise.all([
        clock.set(new Date(end + (round % 3) - 1).toISOString()),
        spend(world, id, { points: 4 }),
        settleMine(),
        spend(world, id, { points: 4 }),
      ]);
      const spent = spends.filter((each) => each?.isSpent).length * 4;
      await clock.set(new Date(end + 1).toISOString());
      await settleMine();
      const [lot] = await world.sql(
        `select l.remaining::int, coalesce(sum(c.amount) filter (where t.kind = 'EXPIRED'), 0)::int as expired,
           coalesce(sum(c.amount) filter (where t.kind = 'SPENT'), 0)::int as spent
         from lots l join ledger_transactions s on s.id = l.source_transaction_id and s.idempotency_key = $1
         left join lot_consumptions c on c.lot_id = l.id left join ledger_transactions t on t.id = c.transaction_id
         group by l.id`,
        [name],
      );
      expect(lot).toEqual({ remaining: 0, expired: 10 - spent, spent });
    }
  });

  test('control: an expiry that reads first and writes later takes what was spent in between', async () => {
    const { id } = await world.member();
    await world.sql(`insert into naive_points values ($1, 10, 0)`, [id]);
    const [expired] = await Promise.all([naiveExpiry(world, id, () => naiveSpend(world, id, 4))]);
    const [left] = await world.sql(`select spent from naive_points where member_id = $1`, [id]);
    expect(expired + Number(left?.['spent'])).toBeGreaterThan(10);
  });
});

describe('test 12: two members whose lots are drawn in opposite order', () => {
  test('lose no spend, also when an act moves the points of both', async () => {
    const [a, b] = [await world.member(), await world.member()];
    for (const { id } of [a, b]) await many(5, () => earn(world, id, { points: 20 }));
    const both = (first: string, second: string, n: number): Promise<void> =>
      unitOfWork(world.system(), async (unit) => {
        for (const memberId of [first, second])
          await spendPoints(unit, {
            memberId,
            currency: 'REWARD',
            points: 2,
            name: `both:${a.id}:${n}:${memberId}`,
            reason: { zh: '测试', en: 'Test' },
          });
      });
    const again = async (act: () => Promise<void>): Promise<void> => {
      // A unit of work that loses every one of its attempts to a deadlock says so; the client asks again.
      for (;;) {
        try {
          return await act();
        } catch (error) {
          if ((error as { code?: unknown }).code !== '40P01') throw error;
        }
      }
    };
    await many(6, (n) => again(() => (n % 2 ? both(a.id, b.id, n) : both(b.id, a.id, n))));
    expect(await rewards(world, a.id)).toMatchObject({ balance: 88 });
    expect(await rewards(world, b.id)).toMatchObject({ balance: 88 });
  });
});

describe('test 17', () => {
  test('a spend in n equal parts takes the same lots as one spend', async () => {
    const [whole, parts] = [await world.member(), await world.member()];
    for (const { id } of [whole, parts])
      for (const months of [3, 1, 2])
        await earn(world, id, { points: 5, validity: { scheme: 'MONTHS', months } });
    await spend(world, whole.id, { points: 12 });
    for (let n = 0; n < 6; n += 1) await spend(world, parts.id, { points: 2 });
    expect(await lotsOf(world, parts.id)).toEqual(await lotsOf(world, whole.id));
  });

  test('a spend that is undone leaves the lots as if it had never been', async () => {
    const { id } = await world.member();
    for (const months of [3, 1, 2])
      await earn(world, id, { points: 5, validity: { scheme: 'MONTHS', months } });
    const before = await lotsOf(world, id);
    const names = Array.from({ length: 5 }, () => `test:${randomUUID()}`);
    for (const name of names) await spend(world, id, { points: 3, name });
    await many(5, (n) => restore(world, names[n] ?? ''));
    expect(await lotsOf(world, id)).toEqual(before);
  });
});
