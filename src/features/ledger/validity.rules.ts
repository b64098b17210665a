/** How long points last. Days are those of Asia/Shanghai (M5, C9, C22). */
export type Validity =
  | { readonly scheme: 'NEVER' }
  /** To the end of the same day so many months later. */
  | { readonly scheme: 'MONTHS'; readonly months: number }
  /** So many months, and on to the end of that month (滚动有效期). */
  | { readonly scheme: 'ROLLING'; readonly months: number }
  /** To the end of the calendar year so many years later; 0 is the year of the earning (年度清零). */
  | { readonly scheme: 'YEAR_END'; readonly years: number };

export const forever: Validity = { scheme: 'NEVER' };

/** What earned points last by the rules of the programme (M5, C9). */
export const earnedValidity = ({
  kind,
  months,
}: {
  readonly kind: 'ROLLING' | 'YEAR_END';
  readonly months: number;
}): Validity => (kind === 'ROLLING' ? { scheme: 'ROLLING', months } : { scheme: 'YEAR_END', years: 0 });

/** So many months to the end of the day; 0: forever. */
export const forMonths = (months: number): Validity =>
  months === 0 ? forever : { scheme: 'MONTHS', months };
