/** What an owner can choose as the end of viewing. */
export type UntilChoice = 'NEVER' | 'TODAY' | 'WEEK' | 'DATE';

/**
 * The moment that a choice means, on the owner's own clock: the end of today, the same time in seven days, the end of
 * the day named. Null: no end; undefined: a date that is none.
 */
export function momentOf(choice: UntilChoice, date: string, now: Date): Date | null | undefined {
  if (choice === 'NEVER') return null;
  if (choice === 'TODAY') return endOfDay(now);
  if (choice === 'WEEK') return new Date(now.getTime() + 7 * 86_400_000);
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number);
  const named = new Date(year, month - 1, day);
  return Number.isNaN(named.getTime()) ? undefined : endOfDay(named);
}

function endOfDay(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), 23, 59, 59, 999);
}
