import { expect, test } from '@jest/globals';
import { startJobs, type RecurringJob } from '../../src/platform/jobs/recurring.ts';
import { rows, sql } from '../../src/platform/database/sql.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld({ env: { DATABASE_POOL_MAX: '4' } });

test('jobs that are due together run one after the other, and leave connections to the acts', async () => {
  let running = 0;
  const most: number[] = [];
  const done = new Set<string>();
  const job = (name: string): RecurringJob => ({
    name,
    everyMs: 5,
    run: async (ctx) => {
      running += 1;
      most.push(running);
      // A second connection, while the first one holds the lock.
      await ctx.em.fork().transactional((em) => rows(em, sql`select 1`));
      running -= 1;
      done.add(name);
    },
  });
  const names = Array.from({ length: 8 }, (_, i) => `job ${i}`);
  const stop = startJobs(world.app.house, names.map(job));
  while (done.size < names.length) await new Promise(setImmediate);
  await stop();
  expect(Math.max(...most)).toBe(1);
});
