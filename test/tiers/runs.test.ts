import { describe, expect, test } from '@jest/globals';
import { beginRun, continueRun, decideTier } from '../../src/features/tiers/index.ts';
import { finishRun } from '../../src/features/tiers/tier-runs.service.ts';
import { dailyTierRun } from '../../src/features/tiers/tiers.job.ts';
import { dayMs } from '../../src/platform/time/clock.ts';
import { until } from '../jobs/nodes.ts';
import { holdLedgerClock } from '../ledger/ledger-clock.ts';
import { startWorld } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { havePaid, keepDecisions, populate, tierOf } from './standing.ts';

const world = await startWorld();
keepDecisions(world);
const operator = await world.operator();
const now = (): Date => world.clock.now();
const memberIds = await populate(world, { count: 2_500, joinedAt: new Date(now().getTime() - 90 * dayMs) });
await havePaid(
  world,
  memberIds
    .filter((_, i) => i % 2 === 0)
    .map((memberId) => ({ memberId, amountFen: 500_000, paidAt: now() })),
);

const toTheEnd = async (runId: string): Promise<readonly number[]> => {
  const done: number[] = [];
  for (;;) {
    const run = await continueRun(world.system(), runId);
    done.push(run.done);
    if (run.finishedAt) return done;
  }
};
const countOf = async (tier: string): Promise<number> =>
  Number((await world.sql('select count(*) from member_tiers where tier = $1', [tier]))[0]!['count']);

describe('a run over all members', () => {
  test('shows how far it is, decides about everybody once, and the next one changes nothing', async () => {
    const first = await beginRun(world.system());
    expect(first).toMatchObject({ total: 2_501, done: 0 });
    expect(await toTheEnd(first.id)).toEqual([1_000, 2_000, 2_501]);
    expect(await countOf('T2')).toBe(1_250);
    const second = await beginRun(world.system());
    await toTheEnd(second.id);
    const { tierRuns: shown } = await operator.data<Wire>(
      '{ tierRuns { id total done changed finishedAt } }',
    );
    expect(shown.map(({ changed }: { changed: number }) => changed)).toEqual([0, 1_250]);
  });

  test('is one, however many begin it; and its batches come one after the other', async () => {
    const begun = await Promise.all(Array.from({ length: 5 }, () => beginRun(world.system())));
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    await Promise.all(Array.from({ length: 6 }, () => continueRun(world.system(), begun[0]!.id)));
    const [run] = await world.sql('select total, done from tier_runs where id = $1', [begun[0]!.id]);
    expect(run).toEqual({ total: 2_501, done: 2_501 });
  });

  test('and decisions about one member at the same time do not undo each other', async () => {
    await havePaid(
      world,
      memberIds.slice(0, 40).map((memberId) => ({ memberId, amountFen: 500_000, paidAt: now() })),
    );
    const run = await beginRun(world.system());
    await Promise.all([
      toTheEnd(run.id),
      ...memberIds.slice(0, 40).map((memberId) => decideTier(world.system(), memberId)),
    ]);
    // Of those forty every other one has paid 5,000 before.
    expect(await countOf('T3')).toBe(20);
    expect(await countOf('T2')).toBe(1_250);
  });

  test('is not done when the house stops in the middle of it', async () => {
    const run = await beginRun(world.system());
    const stopped = { signal: AbortSignal.abort(), progress: async () => undefined };
    await expect(finishRun(world.system(), run.id, stopped)).rejects.toThrow('the house stops');
    const standing = () => world.sql('select done, finished_at from tier_runs where id = $1', [run.id]);
    expect(await standing()).toEqual([{ done: 1_000, finished_at: null }]);
    await finishRun(world.system(), run.id);
    expect(await standing()).toEqual([{ done: 2_501, finished_at: expect.any(Date) }]);
  });

  test('comes once a day by itself, and when an operator asks', async () => {
    // A run by a clock that is ahead stands in nobody's way.
    await world.sql(`update tier_runs set as_of = as_of + 30 where id = (select id from tier_runs limit 1)`);
    await holdLedgerClock(world, new Date(now().getTime() + dayMs).toISOString());
    const runsUntilNow = async (): Promise<number> =>
      Number((await world.sql('select count(*) from tier_runs'))[0]!['count']);
    const before = await runsUntilNow();
    await dailyTierRun.run(world.system());
    await dailyTierRun.run(world.system());
    expect(await runsUntilNow()).toBe(before + 1);
    const asking = await world.operator();
    const { runTiers } = await asking.data<Wire>(
      'mutation { runTiers { ... on RunTiersSuccess { run { id total done } } } }',
    );
    expect(runTiers.run).toMatchObject({ total: 2_502, done: 0 });
    const isFinished = async (): Promise<boolean> =>
      (
        await world.sql('select 1 from tier_runs where id = $1 and finished_at is not null', [
          runTiers.run.id,
        ])
      ).length > 0;
    await until(isFinished);
    expect(await runsUntilNow()).toBe(before + 2);
    expect(await tierOf(asking)).toMatchObject({ level: { code: 'T0' } });
  });
});
