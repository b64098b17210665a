import {
  addDays,
  dayOf,
  daysBetween,
  startOfDay,
  type Day,
} from '../../platform/time/programme-day.rules.ts';

/** How many days before the end members are told, the earliest first. */
export interface ReminderDays {
  readonly firstReminderDays: number;
  readonly secondReminderDays: number;
  readonly lastReminderDays: number;
}

/** The last day on which points can be spent that end at this moment. */
export const lastDayOf = (expiresAt: Date): Day => dayOf(new Date(expiresAt.getTime() - 1));

/** Points that end up to this moment are to be told of now. */
export const remindedUntil = (now: Date, { firstReminderDays }: ReminderDays): Date =>
  startOfDay(addDays(dayOf(now), firstReminderDays + 1));

/**
 * Which reminder is due for points that end with this day: the closest that has been reached, so that a house that was
 * away on the day itself tells later, and once. Null while it is too early.
 */
export function reminderDue(now: Date, lastDay: Day, days: ReminderDays): number | null {
  const left = daysBetween(dayOf(now), lastDay);
  const reached = [days.lastReminderDays, days.secondReminderDays, days.firstReminderDays].filter(
    (before) => left <= before,
  );
  return reached.length === 0 ? null : Math.min(...reached);
}
