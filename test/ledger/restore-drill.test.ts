import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { answerOnce, brokenInvariants } from '../../src/features/ledger/index.ts';
import { openOrm } from '../../src/platform/database/orm.ts';
import { entities, migrations } from '../../src/features.ts';
import { startWorld } from '../support/world.ts';
import { charge, issue } from './books.ts';
import { earn, spend } from './reward-books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });

test('M16.3: a copy of the database has sound books, and answers every key as it was answered', async () => {
  const keyed = Array.from({ length: 50 }, (_, n) => ({
    actor: 'drill',
    key: `drill-${randomUUID()}`,
    request: { operation: 'drill', n },
  }));
  const answers: unknown[] = [];
  for (const once of keyed) {
    const { answer } = await answerOnce(world.system(), once, async () => ({ said: randomUUID() }));
    answers.push(answer);
  }
  const members = await Promise.all(Array.from({ length: 4 }, () => world.member()));
  for (const { id } of members) {
    await issue(world, id, { points: 20 });
    await charge(world, id, { minutes: [0, 1, 2] });
    await earn(world, id, { points: 10 });
    await spend(world, id, { points: 4 });
  }
  const url = new URL(world.databaseUrl);
  const name = `${url.pathname.slice(1)}_copy`;
  const server = new pg.Client({ connectionString: new URL('/postgres', url).toString() });
  await server.connect();
  try {
    await copyDatabase(server, url.pathname.slice(1), name);
    const orm = await openOrm({ url: new URL(`/${name}`, url).toString(), entities, migrations });
    try {
      const copy = { ...world.system(), em: orm.em.fork() };
      expect(await brokenInvariants(copy)).toEqual([]);
      const again: unknown[] = [];
      for (const once of keyed) {
        const { answer, isReplay } = await answerOnce(copy, once, async () => ({ said: 'done anew' }));
        expect(isReplay).toBe(true);
        again.push(answer);
      }
      expect(JSON.stringify(again)).toBe(JSON.stringify(answers));
    } finally {
      await orm.close();
    }
  } finally {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  }
});

/** As a file copy does it: nobody else may be at the original, so its connections are closed; the pool opens new ones. */
async function copyDatabase(server: pg.Client, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await server.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend' and pid <> pg_backend_pid()`,
      [from],
    );
    try {
      await server.query(`create database ${to} template ${from}`);
      return;
    } catch (error) {
      // Somebody came back in between.
      if (attempt === 50 || (error as { code?: unknown }).code !== '55006') throw error;
    }
  }
}
