import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { until } from './nodes.ts';

const world = await startWorld();

const jobs = `{ jobs { name title everySeconds standing runningSince lastFinishedAt lastError nextRunAt waitingCount
  retryingCount failedCount progress { done total } } }`;
const runNow = `mutation ($input: RunJobNowInput!) { runJobNow(input: $input) { job { name standing } } }`;

describe('an operator', () => {
  test('sees every job of the house in their language', async () => {
    const operator = await world.operator();
    const { jobs: seen } = await operator.data<Wire>(jobs);
    const watch = seen.find(({ name }: Wire) => name === 'ledger-invariants');
    expect(watch).toMatchObject({ title: 'Check that the books add up', everySeconds: 300, failedCount: 0 });
    expect(new Date(watch.nextRunAt).getTime() % 300_000).toBe(0);
    expect(seen.map(({ name }: Wire) => name)).toEqual(expect.arrayContaining(['meter', 'outbox', 'bin']));
    operator.locale = 'zh-CN';
    const { jobs: inChinese } = await operator.data<Wire>(jobs);
    expect(inChinese.find(({ name }: Wire) => name === 'bin').title).toBe('清空到期的回收站');
  });

  test('has a job run now, and sees when it came to an end', async () => {
    const operator = await world.operator();
    const begun = Date.now();
    const { runJobNow } = await operator.data<Wire>(runNow, { input: { name: 'bin' } });
    expect(runJobNow.job.name).toBe('bin');
    await until(async () => {
      const { jobs: seen } = await operator.data<Wire>(jobs);
      const bin = seen.find(({ name }: Wire) => name === 'bin');
      return bin.standing === 'IDLE' && new Date(bin.lastFinishedAt).getTime() >= begun - 1_000;
    });
  });

  test('is told that what was never declared is not there', async () => {
    const operator = await world.operator();
    for (const name of ['dead-letters', 'nothing', '']) {
      const { errors } = await operator.request(runNow, { input: { name } });
      expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    }
  });
});

test('nobody else learns of jobs', async () => {
  const member = await world.member();
  for (const [client, code] of [
    [member, 'FORBIDDEN'],
    [world.visitor(), 'UNAUTHENTICATED'],
  ] as const) {
    expect((await client.request(jobs)).errors?.[0]?.extensions?.['code']).toBe(code);
    const { errors } = await client.request(runNow, { input: { name: 'bin' } });
    expect(errors?.[0]?.extensions?.['code']).toBe(code);
  }
});
