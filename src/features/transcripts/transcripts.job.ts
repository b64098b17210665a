import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { hourMs, secondMs } from '../../platform/time/clock.ts';
import { emptyBins } from './bin.service.ts';
import { runMeter } from './live-sessions.service.ts';

/** Bills the minutes of running sessions soon after they have started. */
export const meterJob: RecurringJob = { name: 'meter', everyMs: 5 * secondMs, run: runMeter };

/** Deletes for ever what has been in the bin long enough. */
export const binJob: RecurringJob = { name: 'bin', everyMs: hourMs, run: emptyBins };
