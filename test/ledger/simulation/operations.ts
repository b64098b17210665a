import type { Currency } from './model.ts';

/** One act of the simulation, as facts: it can be printed, left out, and done again. */
export type Operation =
  | { readonly do: 'BUY'; readonly who: number; readonly name: string; readonly points: number }
  | {
      readonly do: 'GIFT';
      readonly who: number;
      readonly name: string;
      readonly points: number;
      readonly months: number;
    }
  | { readonly do: 'CHARGE'; readonly who: number; readonly session: string; readonly minutes: number }
  | {
      readonly do: 'EARN';
      readonly who: number;
      readonly name: string;
      readonly points: number;
      readonly months: number;
      readonly pendingDays: number;
    }
  | {
      readonly do: 'SPEND';
      readonly who: number;
      readonly name: string;
      readonly currency: Currency;
      readonly points: number;
    }
  | { readonly do: 'RESTORE'; readonly who: number; readonly name: string }
  | { readonly do: 'REVERSE'; readonly who: number; readonly name: string }
  | {
      readonly do: 'HOLD';
      readonly who: number;
      readonly name: string;
      readonly currency: Currency;
      readonly points: number;
    }
  | {
      readonly do: 'USE';
      readonly who: number;
      readonly name: string;
      readonly hold: string;
      readonly points: number;
    }
  | { readonly do: 'RELEASE'; readonly who: number; readonly hold: string }
  | { readonly do: 'SETTLE'; readonly who: number }
  | { readonly do: 'CLOCK'; readonly hours: number };

/** Numbers that look random and come again with their seed (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export const membersInPlay = 3;

const hours = [1, 5, 24, 24 * 7, 24 * 20, 24 * 40, -24, -1];

/** The operations of a seed; now and then one is a repetition of an earlier one, word for word. */
export function operationsOf(seed: number, count: number): readonly Operation[] {
  const random = randomOf(seed);
  const made: Operation[] = [];
  for (let n = 0; n < count; n += 1) {
    const again = made[random(made.length)];
    made.push(again && random(12) === 0 && again.do !== 'CLOCK' ? again : fresh(random, n, made));
  }
  return made;
}

function fresh(random: (below: number) => number, n: number, made: readonly Operation[]): Operation {
  const who = random(membersInPlay);
  const name = `n${n}`;
  const currency: Currency = random(2) === 0 ? 'CARD' : 'REWARD';
  // Lots are small and spends are large, so that one spend empties several lots.
  const points = 1 + random(9);
  const lot = 1 + random(5);
  const months = 1 + random(3);
  const earlier = (kinds: readonly Operation['do'][]): Operation | undefined => {
    const fitting = made.filter((operation) => kinds.includes(operation.do));
    return fitting[random(fitting.length)];
  };
  switch (random(14)) {
    case 0:
      return { do: 'BUY', who, name, points: lot };
    case 1:
      return { do: 'GIFT', who, name, points: 2 * lot, months };
    case 2:
    case 3:
      return { do: 'CHARGE', who, session: name, minutes: 1 + random(6) };
    case 4:
    case 5:
      return { do: 'EARN', who, name, points: 2 * lot, months, pendingDays: random(2) * (1 + random(9)) };
    case 6:
    case 7:
      return { do: 'SPEND', who, name, currency, points };
    case 8: {
      const spent = earlier(['SPEND']);
      return spent?.do === 'SPEND'
        ? { do: 'RESTORE', who: spent.who, name: spent.name }
        : { do: 'SETTLE', who };
    }
    case 9: {
      const given = earlier(['BUY', 'GIFT', 'EARN']);
      return given && 'name' in given && 'who' in given
        ? { do: 'REVERSE', who: given.who, name: given.name }
        : { do: 'SETTLE', who };
    }
    case 10: {
      const hold = earlier(['HOLD']);
      if (hold?.do !== 'HOLD' || random(3) === 0) return { do: 'HOLD', who, name, currency, points };
      return random(3) === 0
        ? { do: 'RELEASE', who: hold.who, hold: hold.name }
        : { do: 'USE', who: hold.who, name, hold: hold.name, points: 1 + random(4) };
    }
    case 11:
      return { do: 'SETTLE', who };
    case 12:
      return { do: 'EARN', who, name, points: 3 * lot, months, pendingDays: 0 };
    default:
      return { do: 'CLOCK', hours: hours[random(hours.length)] ?? 1 };
  }
}

/** How many histories are tried in looking for a shorter one. */
const attemptsMax = 40;

/**
 * The smallest history still failing that can be found by leaving parts out: halves first, then ever smaller parts.
 */
export async function shrunk(
  operations: readonly Operation[],
  fails: (operations: readonly Operation[]) => Promise<boolean>,
): Promise<readonly Operation[]> {
  let left = operations;
  let attempts = 0;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length;) {
      const without = [...left.slice(0, from), ...left.slice(from + size)];
      attempts += 1;
      if (attempts > attemptsMax) return left;
      if (without.length < left.length && (await fails(without))) left = without;
      else from += size;
    }
  }
  return left;
}
