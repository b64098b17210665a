import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { hourMs } from '../../platform/time/clock.ts';
import { greetMembers } from './greetings.service.ts';

/** Greets members on their birthdays and anniversaries. */
export const greetings: RecurringJob = {
  name: 'greetings',
  title: { zh: '发送生日和周年祝福', en: 'Greet members on birthdays and anniversaries' },
  everyMs: hourMs,
  run: greetMembers,
};
