import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { hourMs } from '../../platform/time/clock.ts';
import { finishRun, runOfTheDay } from './tier-runs.service.ts';

/** The run of each day (Asia/Shanghai), within its first hour; and whatever run was left unfinished. */
export const dailyTierRun: RecurringJob = {
  name: 'tiers of the day',
  title: { zh: '每日评定会员等级', en: 'Decide about all members, once a day' },
  everyMs: hourMs,
  run: async (ctx, turn) => {
    const run = await runOfTheDay(ctx);
    if (run) await finishRun(ctx, run.id, turn);
  },
};
