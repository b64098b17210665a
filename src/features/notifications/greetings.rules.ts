import { addDays, daysBetween, type Day } from '../../platform/time/programme-day.rules.ts';

/** On which day of a common year 29 February is celebrated. */
export type LeapDay = 'FEB_28' | 'MAR_1';

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day of a year on which something is celebrated that happened on this day. */
export function celebratedIn(year: number, happened: Day, leapDay: LeapDay): Day {
  const monthDay = happened.slice(5);
  if (monthDay !== '02-29' || isLeapYear(year)) return `${year}-${monthDay}`;
  return `${year}-${leapDay === 'FEB_28' ? '02-28' : '03-01'}`;
}

/** The next celebration, today or later. */
export function nextCelebration(today: Day, happened: Day, leapDay: LeapDay): Day {
  const year = Number(today.slice(0, 4));
  const thisYear = celebratedIn(year, happened, leapDay);
  return thisYear >= today ? thisYear : celebratedIn(year + 1, happened, leapDay);
}

/** Every day of the year, as MM-DD, that is celebrated within so many days from today. */
export function monthDaysWithin(today: Day, days: number, leapDay: LeapDay): readonly string[] {
  const found = new Set<string>();
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const day = addDays(today, ahead);
    found.add(day.slice(5));
    if (celebratedIn(Number(day.slice(0, 4)), '2000-02-29', leapDay) === day) found.add('02-29');
  }
  return [...found];
}

/** How many days before the day members are greeted; the day itself always. */
export interface GreetingDays {
  readonly firstGreetingDays: number;
  readonly secondGreetingDays: number;
}

/**
 * Which greeting is due: the closest that has been reached, so that one who comes late is greeted late, and once. Null
 * while it is too early.
 */
export function greetingDue(today: Day, celebration: Day, days: GreetingDays): number | null {
  const left = daysBetween(today, celebration);
  const reached = [0, days.secondGreetingDays, days.firstGreetingDays].filter((before) => left <= before);
  return reached.length === 0 ? null : Math.min(...reached);
}
