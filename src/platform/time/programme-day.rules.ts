/** A day of the calendar in the programme's time zone, as YYYY-MM-DD: days compare as texts. */
export type Day = string;

const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** The day that it is in Asia/Shanghai at a moment; UTC+8 the whole year, as it has been since 1991. */
export const dayOf = (moment: Date): Day => new Date(moment.getTime() + offsetMs).toISOString().slice(0, 10);

/** The first moment of a day in Asia/Shanghai. */
export const startOfDay = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs);

/** The day so many days later; earlier with a negative number. */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** The same day of a later (or earlier) month, or that month's last day: 31 January + 1 month is 28 February. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
