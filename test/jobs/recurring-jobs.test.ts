import { describe, expect, test } from '@jest/globals';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { jobStates } from '../../src/platform/jobs/job-states.ts';
import type { RecurringJob } from '../../src/platform/jobs/recurring.ts';
import { startWorld } from '../support/world.ts';
import { gate, openNode, until, type Node } from './nodes.ts';

const world = await startWorld();

const ask = async (node: Node, queue: string): Promise<void> => {
  await unitOfWork(node.ctx, ({ em }) => node.jobs.runSoon(em, queue));
  node.jobs.nudge(queue);
};
/** When the node's worker last looked into the queue. */
const lookedAt = (node: Node, queue: string): number =>
  node.jobs.boss.getWipData().find(({ name }) => name === queue)?.lastFetchedOn ?? 0;

describe('a job that is due again and again', () => {
  test('is due by itself', async () => {
    let runs = 0;
    const job: RecurringJob = { name: 'clock', everyMs: 1_000, run: () => Promise.resolve(void (runs += 1)) };
    const node = await openNode(world, [job]);
    await until(() => runs >= 2);
    await node.stop();
  });

  test('is never at work twice at once, whoever asks, and misses no wish', async () => {
    let running = 0;
    let runs = 0;
    const most: number[] = [];
    const doors = [gate(), gate(), gate()];
    const job: RecurringJob = {
      name: 'walk',
      everyMs: 86_400_000,
      run: async () => {
        running += 1;
        most.push(running);
        await doors[Math.min(runs, 2)]?.opened;
        runs += 1;
        running -= 1;
      },
    };
    const nodes = await Promise.all([openNode(world, [job]), openNode(world, [job])]);
    await Promise.all(nodes.map((node) => ask(node, 'walk')));
    await until(() => running === 1);
    // Asked again while it runs: it waits, though the other node has looked.
    const before = Date.now();
    const idle = (): Node | undefined => nodes.find((node) => lookedAt(node, 'walk') >= before);
    await until(async () => {
      await Promise.all(nodes.map((node) => ask(node, 'walk')));
      return idle() !== undefined;
    });
    expect(most).toEqual([1]);
    doors[0]?.open();
    await until(async () => {
      for (const node of nodes) node.jobs.nudge('walk');
      return most.length === 2;
    });
    for (const door of doors) door.open();
    await Promise.all(nodes.map((node) => node.stop()));
    expect(Math.max(...most)).toBe(1);
  });

  test('comes free again when the node that was at it is gone', async () => {
    let runs = 0;
    const job: RecurringJob = {
      name: 'tide',
      everyMs: 86_400_000,
      run: () => Promise.resolve(void (runs += 1)),
    };
    const dead = await openNode(world, [job], { works: false });
    await unitOfWork(dead.ctx, ({ em }) => dead.jobs.runSoon(em, 'tide'));
    expect(await dead.jobs.boss.fetch('tide')).toHaveLength(1);
    const node = await openNode(world, [job]);
    await ask(node, 'tide');
    await until(() => lookedAt(node, 'tide') > 0);
    expect(runs).toBe(0);
    await world.sql(
      `update jobs.job set heartbeat_on = now() - interval '1 minute' where name = 'tide' and state = 'active'`,
    );
    await node.jobs.boss.supervise('tide');
    await until(() => {
      node.jobs.nudge('tide');
      return runs >= 1;
    });
    await Promise.all([dead.stop(), node.stop()]);
  });

  test('tells how far it is, and what went wrong', async () => {
    const halfWay = gate();
    const go = gate();
    const job: RecurringJob = {
      name: 'census',
      everyMs: 86_400_000,
      run: async (_ctx, turn) => {
        await turn?.progress(50, 100);
        halfWay.open();
        await go.opened;
        throw new Error('the lists are lost');
      },
    };
    const node = await openNode(world, [job]);
    await ask(node, 'census');
    await halfWay.opened;
    const [state] = await jobStates(node.ctx, ['census']);
    expect(state).toMatchObject({ done: 50, total: 100, lastError: null });
    expect(state?.runningSince).toBeInstanceOf(Date);
    go.open();
    await until(async () => (await jobStates(node.ctx, ['census']))[0]?.lastError === 'the lists are lost');
    expect((await jobStates(node.ctx, ['census']))[0]).toMatchObject({ runningSince: null, done: null });
    await node.stop();
  });

  test('is told when the house stops, which waits until it has come to an end', async () => {
    const begun = gate();
    const said: string[] = [];
    const job: RecurringJob = {
      name: 'river',
      everyMs: 86_400_000,
      run: async (_ctx, turn) => {
        begun.open();
        await new Promise((resolve) => turn?.signal.addEventListener('abort', resolve));
        await new Promise(setImmediate);
        said.push('at an end');
      },
    };
    const node = await openNode(world, [job]);
    await ask(node, 'river');
    await begun.opened;
    await node.stop();
    expect(said).toEqual(['at an end']);
    expect(await world.sql(`select state::text from jobs.job where name = 'river'`)).toEqual([
      { state: 'completed' },
    ]);
  });
});

test('nodes that open at the same time agree on the tables and the queues', async () => {
  await world.sql(`drop schema jobs cascade`);
  const job: RecurringJob = { name: 'many', everyMs: 60_000, run: () => Promise.resolve() };
  const nodes = await Promise.all(Array.from({ length: 4 }, () => openNode(world, [job], { works: false })));
  expect(await world.sql(`select policy from jobs.queue where name = 'many'`)).toEqual([
    { policy: 'stately' },
  ]);
  await Promise.all(nodes.map((node) => node.stop()));
});
