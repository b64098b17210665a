import { describe, expect, test } from '@jest/globals';
import { nextRunOf, standingOf } from './job.rules.ts';

const quiet = {
  runningSince: null,
  waitingCount: 0,
  retryingCount: 0,
  failedCount: 0,
  lastSucceeded: true,
};

describe('where a job stands', () => {
  test('is said by what is under way before what went wrong', () => {
    expect(standingOf(quiet)).toBe('IDLE');
    expect(standingOf({ ...quiet, lastSucceeded: null })).toBe('IDLE');
    expect(standingOf({ ...quiet, waitingCount: 2 })).toBe('WAITING');
    expect(standingOf({ ...quiet, lastSucceeded: false })).toBe('FAILED');
    expect(standingOf({ ...quiet, waitingCount: 1, failedCount: 1 })).toBe('FAILED');
    expect(standingOf({ ...quiet, failedCount: 1, retryingCount: 1 })).toBe('RETRYING');
    expect(standingOf({ ...quiet, retryingCount: 1, runningSince: new Date(0) })).toBe('RUNNING');
  });
});

describe('when a job is due next', () => {
  const now = new Date('2026-11-22T07:31:10Z');

  test('is the next slot, counted from the epoch', () => {
    expect(nextRunOf(3_600_000, null, now)).toEqual(new Date('2026-11-22T08:00:00Z'));
    expect(nextRunOf(5_000, null, now)).toEqual(new Date('2026-11-22T07:31:15Z'));
  });

  test('is what waits, where something does', () => {
    expect(nextRunOf(3_600_000, now, now)).toEqual(now);
    expect(nextRunOf(null, now, now)).toEqual(now);
  });

  test('is not known of orders that nobody gave', () => expect(nextRunOf(null, null, now)).toBeNull());
});
