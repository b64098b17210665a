import type { ProgrammeRules } from '../../../src/features/programme/programme.rules.ts';
import type { History } from './history.ts';

/**
 * The same rules by brute force, told by somebody else: days are counted from 1970, calendars are walked day by day,
 * levels are rows of a list, a member is a bag of variables, and every question is asked of the whole history anew.
 * Nothing here is fast, and nothing is shared with the function that it is to be compared with.
 */
export function referenceTiers(original: History, rules: ProgrammeRules): readonly string[] {
  const history = inNumbers(original);
  const rows = Object.entries(rules.tiers).filter(([, tier]) => tier.isUsed);
  const placeOf = (code: string): number => rows.findIndex(([name]) => name === code);
  const joined = history.joinedOn;
  const reviews = reviewDays(joined, rules);
  let have = 0;
  let lastSettled = joined;
  let warnedFor: number | null = null;
  let mendBy = 0;
  let liftedIn: number | null = null;
  let liftedTo = 0;
  let rideTo: number | null = null;
  let rideUntil = 0;
  let tryTo: number | null = null;
  let tryUntil = 0;
  const told: string[] = [];

  for (const look of history.looks) {
    const today = look;
    const yearBegan = reviews.findLast((day) => day <= today) ?? joined;
    const start = windowStart(today, rules);

    // What everything but activity gives, tried from the top.
    let given = 0;
    for (let row = rows.length - 1; row > 0 && given === 0; row -= 1) {
      const tier = rows[row]![1];
      const byMoney = tier.spendFen > 0 && moneyBetween(history, start, today) >= tier.spendFen;
      const byCount = tier.orders > 0 && ordersBetween(history, start, today) >= tier.orders;
      const byPoints = tier.points > 0 && pointsBetween(history, start, today) >= tier.points;
      if (byMoney || byCount || byPoints) given = row;
    }
    const three = rules.threeByThree;
    if (three.isOn && have >= placeOf(three.from)) {
      const buyers = history.bought.filter((on) => on <= today).length;
      const risers = history.risen.filter((on) => on <= today).length;
      if (buyers >= three.invitees && risers < three.invitees) given = Math.max(given, placeOf(three.first));
      if (buyers >= three.invitees && risers >= three.invitees)
        given = Math.max(given, placeOf(three.second));
    }

    // What activity makes of it.
    const { activity } = rules;
    const logins = distinctDays(history.logins, start, today);
    const joins = history.joins.filter((on) => isWithin(on, start, today)).length;
    const buys = ordersBetween(history, start, today);
    let withActivity = given;
    if (
      activity.isOn &&
      (logins >= activity.loginDays || joins >= activity.campaignJoins) &&
      buys >= activity.paidOrders
    ) {
      if (liftedIn === yearBegan) withActivity = Math.max(given, liftedTo);
      else if (given + 1 < rows.length && given + 1 <= placeOf(activity.cap)) withActivity = given + 1;
    }

    if (withActivity > have) {
      if (withActivity > given) {
        liftedIn = yearBegan;
        liftedTo = withActivity;
      }
      have = withActivity;
      lastSettled = yearBegan;
      warnedFor = null;
    } else if (have > 0 && (warnedFor !== null || yearBegan > lastSettled)) {
      const about: number = warnedFor ?? yearBegan;
      if (withActivity >= have) {
        lastSettled = about;
        warnedFor = null;
      } else if (warnedFor === null && rules.qualifying.graceDays > 0) {
        warnedFor = about;
        mendBy = today + rules.qualifying.graceDays;
      } else if (warnedFor === null || today >= mendBy) {
        have = Math.max(withActivity, have - rules.qualifying.stepsDownMax, 0);
        lastSettled = about;
        warnedFor = null;
      }
    }

    // What is only lent.
    for (const track of [rules.fastTrack.one, rules.fastTrack.two]) {
      const firstDay = today - track.days + 1;
      const isFree = rideTo === null || today < rideUntil || firstDay >= rideUntil;
      if (!track.isOn || !isFree || moneyBetween(history, firstDay, today) < track.amountFen) continue;
      const standing = Math.max(have, rideTo !== null && today < rideUntil ? rideTo : 0);
      if (placeOf(track.tier) <= standing) continue;
      rideTo = placeOf(track.tier);
      rideUntil = reviews.find((day) => day > today)!;
    }
    if (tryTo !== null && today >= tryUntil) tryTo = null;
    for (const { on, rank, days } of history.trials) {
      if (on !== look) continue;
      const row = rows.findLastIndex(([code]) => Number(code.slice(1)) <= rank);
      const end = today + days;
      if (tryTo === null || row > tryTo || (row === tryTo && end > tryUntil)) {
        tryTo = row;
        tryUntil = end;
      }
    }
    const lent = Math.max(rideTo !== null && today < rideUntil ? rideTo : 0, tryTo ?? 0);
    told.push(rows[Math.max(have, lent)]![0]);
  }
  return told;
}

/** A history with days that are counted. */
type Counted = ReturnType<typeof inNumbers>;

function inNumbers({ joinedOn, orders, points, trials, ...days }: History) {
  return {
    joinedOn: dayNumber(joinedOn),
    orders: orders.map(({ on, fen }) => ({ on: dayNumber(on), fen })),
    points: points.map(({ on, points: earned }) => ({ on: dayNumber(on), points: earned })),
    trials: trials.map((trial) => ({ ...trial, on: dayNumber(trial.on) })),
    logins: days.logins.map(dayNumber),
    joins: days.joins.map(dayNumber),
    bought: days.bought.map(dayNumber),
    risen: days.risen.map(dayNumber),
    looks: days.looks.map(dayNumber),
  };
}

const dayNumber = (day: string): number => {
  const [year, month, date] = day.split('-').map(Number);
  return Math.floor(Date.UTC(year!, month! - 1, date) / 86_400_000);
};

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const calendarDay = (number: number): CalendarDay => {
  const moment = new Date(number * 86_400_000);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth(), date: moment.getUTCDate() };
};

const lengthOfMonth = (year: number, month: number): number =>
  [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ][month]!;

/** The day after the one that lies so many months back. */
function windowStart(today: number, rules: ProgrammeRules): number {
  const now = calendarDay(today);
  let [year, month] = [now.year, now.month];
  for (let back = 0; back < rules.qualifying.windowMonths; back += 1) {
    month -= 1;
    if (month < 0) [year, month] = [year - 1, 11];
  }
  return Math.floor(Date.UTC(year, month, Math.min(now.date, lengthOfMonth(year, month))) / 86_400_000) + 1;
}

function isReviewDay(day: number, joined: number, rules: ProgrammeRules): boolean {
  const that = calendarDay(day);
  if (rules.qualifying.review === 'NEW_YEAR') return that.month === 0 && that.date === 1;
  const first = calendarDay(joined);
  const date = Math.min(first.date, lengthOfMonth(that.year, first.month));
  return that.month === first.month && that.date === date && that.year > first.year;
}

/** Found by looking at each day of five years. */
function reviewDays(joined: number, rules: ProgrammeRules): readonly number[] {
  const found: number[] = [];
  for (let day = joined + 1; day < joined + 4 * 366; day += 1)
    if (isReviewDay(day, joined, rules)) found.push(day);
  return found;
}

const isWithin = (on: number, from: number, to: number): boolean => on >= from && on <= to;

function moneyBetween(history: Counted, from: number, to: number): number {
  let sum = 0;
  for (const { on, fen } of history.orders) if (isWithin(on, from, to)) sum += fen;
  return sum;
}

const ordersBetween = (history: Counted, from: number, to: number): number =>
  history.orders.filter(({ on }) => isWithin(on, from, to)).length;

function pointsBetween(history: Counted, from: number, to: number): number {
  let sum = 0;
  for (const { on, points } of history.points) if (isWithin(on, from, to)) sum += points;
  return sum;
}

function distinctDays(days: readonly number[], from: number, to: number): number {
  const seen: number[] = [];
  for (const day of days) if (isWithin(day, from, to) && !seen.includes(day)) seen.push(day);
  return seen.length;
}
