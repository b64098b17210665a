import { afterAll, expect, test } from '@jest/globals';
import { brokenInvariants } from '../../../src/features/ledger/index.ts';
import { startWorld } from '../../support/world.ts';
import { holdLedgerClock } from '../ledger-clock.ts';
import { madeMembers, play, settleEverybody } from './engine.ts';
import { operationsOf, shrunk } from './operations.ts';

/** CI plays a few histories; `npm run ledger:simulate` a thousand of a thousand operations. */
const seeds = Number(process.env['LEDGER_SEEDS'] ?? 12);
const length = Number(process.env['LEDGER_OPERATIONS'] ?? 120);
const firstSeed = Number(process.env['LEDGER_FIRST_SEED'] ?? 1);

const world = await startWorld({ env: { WELCOME_POINTS: '0', DEBT_MAX_POINTS: '10' } });
await holdLedgerClock(world, '2026-01-31T04:00:00Z');
const ids = await madeMembers(world);
// The product's own job would settle what is due between two operations, unseen by the model.
await world.app.house.jobs.close();

/** A thousand histories of a thousand operations take some hours. */
const hoursMax = 24;
let played = 0;
afterAll(() => console.info(`${played} operations in ${seeds} histories from seed ${firstSeed} on`));

test(
  'whatever is done in whatever order, the ledger says what a few lines of arithmetic say',
  async () => {
    for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
      const operations = operationsOf(seed, length);
      const wrong = await play(world, ids, operations);
      if (wrong) {
        const fails = async (some: typeof operations): Promise<boolean> =>
          (await play(world, ids, some)) !== null;
        const shortest = await shrunk(operations.slice(0, wrong.step + 1), fails);
        const last = await play(world, ids, shortest);
        throw new Error(
          `Seed ${seed} disagrees; the shortest history:\n${shortest.map((each) => JSON.stringify(each)).join('\n')}\n${JSON.stringify(last, null, 1)}`,
        );
      }
      // The job, which in life runs every minute.
      await settleEverybody(world);
      expect({ seed, broken: await brokenInvariants(world.system()) }).toEqual({ seed, broken: [] });
      played += operations.length;
    }
  },
  hoursMax * 3_600_000,
);
