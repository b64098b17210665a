import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { hourMs } from '../../platform/time/clock.ts';
import { forgetOldPresence } from './presence.service.ts';

/** Deletes who was where long ago. */
export const presenceJob: RecurringJob = {
  name: 'crew-presence',
  title: { zh: '清理过期的在场记录', en: 'Forget who was where long ago' },
  everyMs: hourMs,
  run: forgetOldPresence,
};
