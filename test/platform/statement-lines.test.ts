import { expect, test } from '@jest/globals';
import pg from 'pg';
import { StatementLines } from '../../src/platform/database/statement-lines.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

/** Works with a pool of two connections and so many lines beside it, which are open. */
async function withLines(
  count: number,
  work: (lines: StatementLines, pool: pg.Pool) => Promise<void>,
): Promise<void> {
  const pool = new pg.Pool({
    connectionString: world.databaseUrl,
    max: 2,
    application_name: 'lines under test',
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const lines = new StatementLines(pool, count);
  try {
    while ((await onLine(lines)).size !== count) await new Promise(setImmediate);
    await work(lines, pool);
  } finally {
    await lines.close();
    await pool.end();
  }
}

const backend = 'select pg_backend_pid() as pid, $1::int as n';

/** The backends that answer a burst; until a line is open they are the pool’s, and more than one. */
async function onLine(lines: StatementLines): Promise<ReadonlySet<number>> {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => lines.query<{ pid: number }>(backend, [n])),
  );
  return new Set(answers.flatMap((rows) => rows.map(({ pid }) => pid)));
}

test('statements of one turn share a line, and each gets its own answer', () =>
  withLines(1, async (lines) => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => lines.query<{ pid: number; n: number }>(backend, [n])),
    );
    expect(answers.map(([row]) => row?.n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(answers.map(([row]) => row?.pid)).size).toBe(1);
  }));

test('what fails on a line fails alone', () =>
  withLines(1, async (lines) => {
    const [before, failed, after] = await Promise.allSettled([
      lines.query('select 1 / $1::int as n', [1]),
      lines.query('select 1 / $1::int as n', [0]),
      lines.query('select 1 / $1::int as n', [1]),
    ]);
    expect([before.status, failed.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((failed as PromiseRejectedResult).reason).toMatchObject({ code: '22012' });
  }));

test('nobody queues behind a statement that waits for a lock', () =>
  withLines(1, async (lines, pool) => {
    const holder = await pool.connect();
    await holder.query('select pg_advisory_lock(42)');
    const waiting = lines.query('select pg_advisory_lock($1::int)', [42]);
    for (;;) {
      // A burst that is sent at the same moment stands behind it; once it is known to wait, nothing does any more.
      const answer = await Promise.race([lines.query<{ n: number }>(backend, [7]), slowly()]);
      if (answer) break;
    }
    expect(await lines.query(backend, [8])).toMatchObject([{ n: 8 }]);
    await holder.query('select pg_advisory_unlock(42)');
    holder.release();
    await waiting;
    await lines.query('select pg_advisory_unlock($1::int)', [42]);
  }));

/** Nothing, after some turns of the event loop in which an answer could have come. */
async function slowly(): Promise<null> {
  for (let i = 0; i < 1_000; i += 1) await new Promise(setImmediate);
  return null;
}

test('a line that is cut fails what was under way, and another takes its place', () =>
  withLines(1, async (lines) => {
    const [first] = await onLine(lines);
    const underWay = lines.query('select pg_sleep($1::int)', [600]);
    await world.sql(`select pg_terminate_backend($1)`, [first]);
    await expect(underWay).rejects.toThrow();
    // The pool answers meanwhile.
    expect(await lines.query(backend, [1])).toMatchObject([{ n: 1 }]);
    let bursts = await onLine(lines);
    while (bursts.size !== 1) bursts = await onLine(lines);
    expect([...bursts]).not.toEqual([first]);
  }));

test('closing waits for what is under way', async () => {
  const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 1 });
  const lines = new StatementLines(pool, 1);
  await withOpenLine(lines);
  const underWay = lines.query<{ n: number }>(backend, [5]);
  await lines.close();
  expect(await underWay).toMatchObject([{ n: 5 }]);
  await pool.end();
});

const withOpenLine = async (lines: StatementLines): Promise<void> => {
  while ((await onLine(lines)).size > 1) await new Promise(setImmediate);
};
