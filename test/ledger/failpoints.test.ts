import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { answerOnce, spendRewardPoints, type Spent } from '../../src/features/ledger/index.ts';
import { startWorld } from '../support/world.ts';
import { keepBooks } from './books.ts';
import { earn, lotsOf, rewards } from './reward-books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
keepBooks(world);

const start = (memberId: string, key: string, point: string): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'test/ledger/failpoints/dying-process.ts',
      world.databaseUrl,
      memberId,
      key,
      point,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  );

/** What the client does that got no answer: it asks again, with the same key. */
const askAgain = async (memberId: string, key: string): Promise<Spent> =>
  (
    await answerOnce(
      world.system(),
      { actor: memberId, key, request: { operation: 'spend', points: 4 } },
      (unit) =>
        spendRewardPoints(unit, {
          memberId,
          points: 4,
          name: `spend:${key}`,
          reason: { zh: '测试', en: 'Test' },
        }),
    )
  ).answer;

/** A member with ten points in lots of three, so that a spend of four empties one and opens the next. */
async function memberWithLots(): Promise<string> {
  const { id } = await world.member();
  for (const points of [3, 3, 4]) await earn(world, id, { points });
  return id;
}

const news = (memberId: string): Promise<readonly Record<string, unknown>[]> =>
  world.sql(
    `select 1 from outbox_messages where kind = 'pointsMoved' and payload ->> 'memberId' = $1 and payload ->> 'kind' = 'SPENT'`,
    [memberId],
  );

async function expectSpentOnce(memberId: string, key: string): Promise<void> {
  const answers = [await askAgain(memberId, key), await askAgain(memberId, key)];
  expect(answers).toEqual([
    { isSpent: true, balance: 6 },
    { isSpent: true, balance: 6 },
  ]);
  expect(await rewards(world, memberId)).toMatchObject({ balance: 6 });
  expect(await lotsOf(world, memberId)).toEqual([0, 2, 4]);
  expect(await news(memberId)).toHaveLength(1);
}

describe('test 5: a spend whose process is killed', () => {
  test.each([
    'before it begins',
    'after the key is taken',
    'after the accounts are locked',
    'before the commit',
    'after the commit, before the answer',
    'telling: before anybody hears',
    'telling: heard and not noted',
  ])('%s is done once when the client asks again', async (point) => {
    const [memberId, key] = [await memberWithLots(), `key-${randomUUID()}`];
    const [, signal] = (await once(start(memberId, key, point), 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    await expectSpentOnce(memberId, key);
  });

  test('between two lots of one posting is done once when the client asks again', async () => {
    const [memberId, key] = [await memberWithLots(), `key-${randomUUID()}`];
    // The second lot waits for a lock that the test holds: the process is in the midst of its posting then.
    await world.sql(`create function wait_between_lots() returns trigger language plpgsql as $$
      begin
        if (select count(*) from lot_consumptions where transaction_id = new.transaction_id) = 1
          then perform pg_advisory_xact_lock(4711); end if;
        return new;
      end $$`);
    await world.sql(`create trigger a_wait_between_lots before insert on lot_consumptions
      for each row execute function wait_between_lots()`);
    const holder = new pg.Client({ connectionString: world.databaseUrl });
    await holder.connect();
    await holder.query(`select pg_advisory_lock(4711)`);
    const child = start(memberId, key, 'between lots');
    const waiting = (): Promise<readonly Record<string, unknown>[]> =>
      world.sql(`select pid from pg_stat_activity where wait_event_type = 'Lock' and wait_event = 'advisory'
        and datname = current_database()`);
    while ((await waiting()).length === 0) expect(child.exitCode).toBeNull();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holder.end();
    // Waits until what is left of the killed one has been rolled back.
    await world.sql(`drop trigger a_wait_between_lots on lot_consumptions`);
    await expectSpentOnce(memberId, key);
  });
});
