import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { hourMs } from '../../platform/time/clock.ts';
import { remindOfExpiry } from './expiry-reminders.service.ts';

/** Tells members of points that are about to end. */
export const expiryReminders: RecurringJob = {
  name: 'expiry-reminders',
  title: { zh: '提醒即将到期的积分和卡点', en: 'Remind of points that are about to expire' },
  everyMs: hourMs,
  run: remindOfExpiry,
};
