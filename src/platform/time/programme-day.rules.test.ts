import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, dayOf, daysBetween, startOfDay } from './programme-day.rules.ts';

describe('days of the programme', () => {
  test('begin at midnight in Asia/Shanghai', () => {
    expect(dayOf(new Date('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
    expect(dayOf(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(startOfDay('2026-11-22')).toEqual(new Date('2026-11-21T16:00:00Z'));
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-22', -12, '2025-11-22'],
  ])('%s and %i months is %s', (day, count, then) => {
    expect(addMonths(day, count)).toBe(then);
  });

  test('are added and counted over the end of a year and a leap day', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2028-02-01', '2028-03-01')).toBe(29);
  });
});
