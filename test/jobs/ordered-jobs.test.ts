import { afterAll, describe, expect, test } from '@jest/globals';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { jobStates } from '../../src/platform/jobs/job-states.ts';
import type { OrderedJob } from '../../src/platform/jobs/ordered.ts';
import { startWorld } from '../support/world.ts';
import { openNode, until } from './nodes.ts';

const world = await startWorld();

interface Parcel {
  readonly to: string;
}
const done: string[] = [];
const refused = new Set<string>();
const parcels: OrderedJob<Parcel> = {
  name: 'parcels',
  run: (_ctx, { to }) => {
    if (refused.has(to)) return Promise.reject(new Error(`${to} is not at home`));
    done.push(to);
    return Promise.resolve();
  },
};
const node = await openNode(world, [parcels]);
afterAll(() => node.stop());

const stateOf = async () => (await jobStates(node.ctx, ['parcels']))[0];

describe('an order', () => {
  test('is done soon after its act, and once', async () => {
    await node.order(parcels, { to: 'Ann' });
    await until(() => done.includes('Ann'));
    await until(async () => (await stateOf())?.lastSucceeded === true);
    expect(done.filter((to) => to === 'Ann')).toHaveLength(1);
    expect(await stateOf()).toMatchObject({
      waitingCount: 0,
      retryingCount: 0,
      failedCount: 0,
      lastError: null,
    });
  });

  test('does not stand when its act does not', async () => {
    const act = unitOfWork(node.ctx, async (unit) => {
      await unit.enqueue(parcels, { to: 'Bob' });
      throw new Error('on second thoughts');
    });
    await expect(act).rejects.toThrow('on second thoughts');
    // What was ordered after it is done, and nothing was before it.
    await node.order(parcels, { to: 'Cid' });
    await until(() => done.includes('Cid'));
    expect(done).not.toContain('Bob');
    expect(await world.sql(`select 1 from jobs.job where data ->> 'to' = 'Bob'`)).toEqual([]);
  });

  test('that is for later waits until then', async () => {
    await unitOfWork(node.ctx, (unit) =>
      unit.enqueue(parcels, { to: 'Dan' }, { startAfter: new Date(Date.now() + 3_600_000) }),
    );
    await node.order(parcels, { to: 'Eve' });
    await until(() => done.includes('Eve'));
    expect(done).not.toContain('Dan');
    expect((await stateOf())?.dueAt?.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
    await world.sql(`delete from jobs.job where data ->> 'to' = 'Dan'`);
  });

  test('that fails is tried again with growing pauses, then waits for a person, who may give it again', async () => {
    refused.add('Fay');
    await node.order(parcels, { to: 'Fay' });
    await until(async () => (await stateOf())?.retryingCount === 1);
    expect((await stateOf())?.lastError).toBe('Fay is not at home');
    const pauses: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      await until(async () => {
        const [row] = await world.sql(
          `select extract(epoch from start_after - now())::float8 as pause from jobs.job
           where name = 'parcels' and state = 'retry' and retry_count = $1`,
          [tries],
        );
        return row !== undefined && pauses.push(row['pause'] as number) > 0;
      });
      await unitOfWork(node.ctx, ({ em }) => node.jobs.hasten(em, 'parcels'));
      node.jobs.nudge('parcels');
    }
    await until(async () => (await stateOf())?.failedCount === 1);
    expect(pauses[0]).toBeLessThan(30);
    expect(pauses.at(-1)).toBeGreaterThan(120);
    expect(done).not.toContain('Fay');
    refused.clear();
    await unitOfWork(node.ctx, ({ em }) => node.jobs.redrive(em, 'parcels'));
    node.jobs.nudge('parcels');
    await until(() => done.includes('Fay'));
    expect((await stateOf())?.failedCount).toBe(0);
  });
});

test('orders that come while a node is at one are done one after the other, by whoever is free', async () => {
  const other = await openNode(world, [parcels]);
  const names = Array.from({ length: 40 }, (_, i) => `neighbour ${i}`);
  await Promise.all(names.map((to, i) => (i % 2 ? node : other).order(parcels, { to })));
  await until(() => names.every((to) => done.includes(to)));
  await other.stop();
  expect(done.filter((to) => to.startsWith('neighbour'))).toHaveLength(40);
});

test('what was ordered where nobody works is done by the node that looks next', async () => {
  const office = await openNode(world, [parcels], { works: false });
  await office.order(parcels, { to: 'Gus' });
  node.jobs.nudge('parcels');
  await until(() => done.includes('Gus'));
  await office.stop();
});
