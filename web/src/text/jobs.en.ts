import { formatNumber } from './format.ts';
import type { JobsText } from './jobs.zh.ts';

const each = (count: number, unit: string): string =>
  count === 1 ? `Every ${unit}` : `Every ${formatNumber(count)} ${unit}s`;

function everyEn(seconds: number): string {
  if (seconds % 86_400 === 0) return each(seconds / 86_400, 'day');
  if (seconds % 3_600 === 0) return each(seconds / 3_600, 'hour');
  if (seconds % 60 === 0) return each(seconds / 60, 'minute');
  return each(seconds, 'second');
}

export const jobsEn: JobsText = {
  title: 'Background jobs',
  intro:
    'What the house does by itself. Whatever fails is tried again on its own; what keeps failing stays here until you run it again.',
  standing: {
    IDLE: 'Idle',
    WAITING: 'Waiting',
    RUNNING: 'Running',
    RETRYING: 'Failed, will be tried again',
    FAILED: 'Failed',
  },
  rhythm: 'Due',
  every: everyEn,
  onOrder: 'When it is needed',
  last: 'Last finished',
  never: 'Not yet',
  next: 'Next run',
  nothingOrdered: 'Nothing to do',
  since: 'Running since',
  waiting: (count) => `${formatNumber(count)} waiting`,
  retrying: (count) => `${formatNumber(count)} to be tried again`,
  failed: (count) => `${formatNumber(count)} failed for good`,
  progress: (done, total) => `${formatNumber(done)} of ${formatNumber(total)} done`,
  error: (message) => `What went wrong: ${message}`,
  run: 'Run now',
  again: 'Run what failed again',
  runLabel: (title) => `Run now: ${title}`,
  againLabel: (title) => `Run what failed again: ${title}`,
  asked: (title) => `Under way: ${title}`,
};
