import { describe, expect, test } from '@jest/globals';
import { reminderDue, remindedUntil } from './expiry-reminders.rules.ts';
import { masked, quietUntil, tomorrowAfterQuiet } from './notification.rules.ts';

/** A moment of 22 November 2026 by the clocks of Shanghai. */
const at = (time: string): Date => new Date(`2026-11-22T${time}+08:00`);
const night = { quietFromHour: 22, quietToHour: 8, perDayMax: 3 };
const noon = { quietFromHour: 12, quietToHour: 14, perDayMax: 3 };

describe('quiet hours, by the clocks of Shanghai (M11)', () => {
  test.each([
    ['21:59:59.999', null],
    ['22:00:00', '2026-11-23T08:00:00+08:00'],
    ['23:30:00', '2026-11-23T08:00:00+08:00'],
    ['00:00:00', '2026-11-22T08:00:00+08:00'],
    ['07:59:59.999', '2026-11-22T08:00:00+08:00'],
    ['08:00:00', null],
  ])('over midnight, at %s', (time, end) =>
    expect(quietUntil(at(time), night)).toEqual(end === null ? null : new Date(end)),
  );

  test.each([
    ['11:59:00', null],
    ['12:00:00', '2026-11-22T14:00:00+08:00'],
    ['14:00:00', null],
  ])('in the middle of the day, at %s', (time, end) =>
    expect(quietUntil(at(time), noon)).toEqual(end === null ? null : new Date(end)),
  );

  test('tomorrow begins after them', () => {
    expect(tomorrowAfterQuiet(at('12:00:00'), night)).toEqual(new Date('2026-11-23T08:00:00+08:00'));
    expect(tomorrowAfterQuiet(at('12:00:00'), noon)).toEqual(new Date('2026-11-23T00:00:00+08:00'));
  });
});

describe('reminders of points that end', () => {
  const days = { firstReminderDays: 30, secondReminderDays: 7, lastReminderDays: 1 };

  test.each([
    ['2026-12-23', null],
    ['2026-12-22', 30],
    ['2026-11-30', 30],
    ['2026-11-29', 7],
    ['2026-11-24', 7],
    ['2026-11-23', 1],
    ['2026-11-22', 1],
  ])('for %s', (lastDay, due) => expect(reminderDue(at('10:00:00'), lastDay, days)).toBe(due));

  test('look no further than the first of them', () =>
    expect(remindedUntil(at('10:00:00'), days)).toEqual(new Date('2026-12-23T00:00:00+08:00')));
});

test('an address is shown so that nobody can write to it', () => {
  expect(masked('ann@example.org')).toBe('a***@example.org');
  expect(masked('13800138000')).toBe('138****00');
});
