import { addDays, type Day } from '../../../src/platform/time/programme-day.rules.ts';
import type { Chance } from './chance.ts';

/** What happened to one member, day by day; the source of the facts for both sides. */
export interface History {
  readonly joinedOn: Day;
  readonly orders: readonly { readonly on: Day; readonly fen: number }[];
  readonly logins: readonly Day[];
  readonly joins: readonly Day[];
  readonly points: readonly { readonly on: Day; readonly points: number }[];
  /** From these days on the first, second … invited member counts as one who bought for good, or has risen. */
  readonly bought: readonly Day[];
  readonly risen: readonly Day[];
  readonly trials: readonly { readonly on: Day; readonly rank: number; readonly days: number }[];
  /** The days on which somebody looks; always after the last one. */
  readonly looks: readonly Day[];
}

const spanDays = 1_100;

/** A history that was made up; the same chance makes the same one. */
export function madeUpHistory(chance: Chance): History {
  const joinedOn = addDays('2024-01-01', chance.below(500));
  const someDay = (): Day => addDays(joinedOn, chance.below(spanDays));
  const days = (most: number): readonly Day[] =>
    Array.from({ length: chance.below(most + 1) }, someDay).toSorted();
  const burst = chance.below(3) === 0 ? addDays(joinedOn, chance.below(spanDays)) : null;
  const events = {
    orders: days(8).map((on) => ({ on: burst && chance.below(2) === 0 ? burst : on, fen: amount(chance) })),
    logins: burst
      ? Array.from({ length: 14 }, () => addDays(burst, chance.below(40)))
      : days(chance.below(4) === 0 ? 30 : 6),
    joins: days(chance.below(4) === 0 ? 8 : 2),
    points: days(4).map((on) => ({ on, points: 200 * (1 + chance.below(25)) })),
    bought: chance.below(3) === 0 ? days(5) : [],
    trials: days(1).map((on) => ({ on, rank: 1 + chance.below(4), days: 1 + chance.below(60) })),
  };
  const risen = events.bought.filter(() => chance.below(2) === 0).map((on) => addDays(on, chance.below(300)));
  return { joinedOn, ...events, risen: risen.toSorted(), looks: looksAt(joinedOn, events, chance) };
}

/** Amounts lie about the thresholds as often as anywhere else. */
function amount(chance: Chance): number {
  const edges = [80_000, 100_000, 200_000, 400_000, 500_000, 1_000_000, 2_000_000];
  const edge = edges[chance.below(edges.length)] ?? 1;
  return chance.below(2) === 0 ? edge - 1 + chance.below(3) : 1 + chance.below(500_000);
}

type Events = Pick<History, 'orders' | 'logins' | 'points' | 'trials'>;

/** Whenever something happens, around the days on which reviews and graces fall, and at odd moments. */
function looksAt(joinedOn: Day, events: Events, chance: Chance): readonly Day[] {
  const looks = new Set<Day>();
  for (const { on } of [...events.orders, ...events.points, ...events.trials]) looks.add(on);
  for (const on of events.logins) if (chance.below(2) === 0) looks.add(on);
  for (let year = 1; year <= 3; year += 1)
    for (const shift of [-1, 0, 1, 29, 30, 31]) {
      if (chance.below(5) > 0) looks.add(addDays(joinedOn, year * 365 + shift));
      if (chance.below(5) > 0) looks.add(addDays(`${Number(joinedOn.slice(0, 4)) + year}-01-01`, shift));
    }
  for (let i = 0; i < 6; i += 1) looks.add(addDays(joinedOn, chance.below(spanDays + 60)));
  return [...looks].toSorted();
}
