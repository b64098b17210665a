import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { hourMs } from '../../platform/time/clock.ts';
import { giveBirthdayCoupons } from './coupon-issue.service.ts';

/** Every hour: the members whose birthday month has begun get their coupons, once a year each. */
export const birthdayCoupons: RecurringJob = {
  name: 'birthday-coupons',
  title: { zh: '发放生日券', en: 'Give birthday coupons' },
  everyMs: hourMs,
  run: giveBirthdayCoupons,
};
