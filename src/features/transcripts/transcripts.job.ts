import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { hourMs, secondMs } from '../../platform/time/clock.ts';
import { emptyBins } from './bin.service.ts';
import { runMeter } from './live-sessions.service.ts';

/** Bills the minutes of running sessions soon after they have started. */
export const meterJob: RecurringJob = {
  name: 'meter',
  title: { zh: '为进行中的速录计费', en: 'Bill the minutes of live sessions' },
  everyMs: 5 * secondMs,
  run: runMeter,
};

/** Deletes for ever what has been in the bin long enough. */
export const binJob: RecurringJob = {
  name: 'bin',
  title: { zh: '清空到期的回收站', en: 'Empty bins that are due' },
  everyMs: hourMs,
  run: emptyBins,
};
