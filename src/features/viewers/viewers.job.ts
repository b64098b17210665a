import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { hourMs } from '../../platform/time/clock.ts';
import { forgetOldVisits } from './visits.service.ts';

/** Deletes what nobody needs any more of viewers who are long gone. */
export const visitsJob: RecurringJob = {
  name: 'viewer-visits',
  title: { zh: '清理过期的来访记录', en: 'Forget viewers who are long gone' },
  everyMs: hourMs,
  run: forgetOldVisits,
};
