import type { Context } from '../../platform/context.ts';
import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { secondMs } from '../../platform/time/clock.ts';
import { continueRun, runOfTheDay } from './tier-runs.service.ts';

/** Other jobs wait for this one: after so many batches it lets them have their turn. */
const batchesMax = 10;

/** The run of each day, and the runs that operators ask for; a run goes on where it was left. */
export const tierRuns: RecurringJob = {
  name: 'tiers',
  everyMs: 5 * secondMs,
  run: async (ctx: Context) => {
    let run = await runOfTheDay(ctx);
    for (let batch = 0; run && !run.finishedAt && batch < batchesMax; batch += 1)
      run = await continueRun(ctx, run.id);
  },
};
