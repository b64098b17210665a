import { describe, expect, test } from '@jest/globals';
import { greetingDue, monthDaysWithin, nextCelebration } from './greetings.rules.ts';

describe('a birthday (M9, C10)', () => {
  test.each([
    ['2026-11-22', '1990-11-22', '2026-11-22'],
    ['2026-11-22', '1990-11-21', '2027-11-21'],
    ['2026-12-30', '1990-01-02', '2027-01-02'],
  ])('on %s, of %s, is next on %s', (today, born, next) => {
    expect(nextCelebration(today, born, 'FEB_28')).toBe(next);
  });

  test('of 29 February is celebrated on 28 February in common years, or as the programme says', () => {
    expect(nextCelebration('2027-01-01', '2000-02-29', 'FEB_28')).toBe('2027-02-28');
    expect(nextCelebration('2027-01-01', '2000-02-29', 'MAR_1')).toBe('2027-03-01');
    expect(nextCelebration('2028-01-01', '2000-02-29', 'MAR_1')).toBe('2028-02-29');
    expect(nextCelebration('2027-03-01', '2000-02-29', 'FEB_28')).toBe('2028-02-29');
  });

  test('of 29 February is looked for whenever it is celebrated', () => {
    expect(monthDaysWithin('2027-02-27', 1, 'FEB_28')).toEqual(['02-27', '02-28', '02-29']);
    expect(monthDaysWithin('2027-02-27', 1, 'MAR_1')).toEqual(['02-27', '02-28']);
    expect(monthDaysWithin('2027-02-28', 1, 'MAR_1')).toEqual(['02-28', '03-01', '02-29']);
    expect(monthDaysWithin('2028-02-28', 1, 'FEB_28')).toEqual(['02-28', '02-29']);
  });
});

describe('the greetings of a birthday', () => {
  const days = { firstGreetingDays: 30, secondGreetingDays: 7 };

  test.each([
    ['2026-12-23', null],
    ['2026-12-22', 30],
    ['2026-11-30', 30],
    ['2026-11-29', 7],
    ['2026-11-23', 7],
    ['2026-11-22', 0],
  ])('for %s', (celebration, due) => expect(greetingDue('2026-11-22', celebration, days)).toBe(due));
});
