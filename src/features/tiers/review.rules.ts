import { addMonths, type Day } from '../../platform/time/programme-day.rules.ts';
import type { ProgrammeRules } from '../programme/programme.rules.ts';

type ReviewRules = Pick<ProgrammeRules, 'qualifying'>;

/** The review on this day, or the last one before it: the day on which the membership year began. */
export function lastReview(joinedOn: Day, rules: ReviewRules, asOf: Day): Day {
  if (asOf <= joinedOn) return joinedOn;
  if (rules.qualifying.review === 'NEW_YEAR') {
    const newYear = `${asOf.slice(0, 4)}-01-01`;
    return newYear > joinedOn ? newYear : joinedOn;
  }
  const years = Number(asOf.slice(0, 4)) - Number(joinedOn.slice(0, 4));
  const anniversary = addMonths(joinedOn, 12 * years);
  return anniversary <= asOf ? anniversary : addMonths(joinedOn, 12 * (years - 1));
}

/** The first review after this day. */
export function nextReview(joinedOn: Day, rules: ReviewRules, asOf: Day): Day {
  const year = Number(asOf.slice(0, 4));
  if (rules.qualifying.review === 'NEW_YEAR') return `${year + 1}-01-01`;
  const years = Math.max(0, year - Number(joinedOn.slice(0, 4)));
  const anniversary = addMonths(joinedOn, 12 * Math.max(1, years));
  return anniversary > asOf ? anniversary : addMonths(joinedOn, 12 * (years + 1));
}
