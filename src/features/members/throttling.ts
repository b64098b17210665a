import type { Throttles, ThrottleRule } from '../../platform/auth/throttles.ts';
import { TooManyAttempts } from '../../platform/graphql/user-error.ts';

/** Counts an attempt; throws TooManyAttempts when there were too many. Call it before any hash. */
export async function countAttempt(throttles: Throttles, rule: ThrottleRule, key: string): Promise<void> {
  const seconds = await throttles.take(rule, key);
  if (seconds > 0) throw new TooManyAttempts(seconds);
}

const quarterHourSeconds = 900;
const hourSeconds = 3_600;

/** Wrong and right log-ins alike, from one address: many people may sit behind it. */
export const logInsPerAddress: ThrottleRule = {
  name: 'logInsPerAddress',
  points: 300,
  seconds: quarterHourSeconds,
};

/** From all addresses together; loose, so that guessing from many places is bounded and nobody is locked out by a few. */
export const logInsPerAccount: ThrottleRule = { name: 'logInsPerAccount', points: 100, seconds: hourSeconds };

/** New accounts from one address, staff's by the setup link included. */
export const registrationsPerAddress = (perHour: number): ThrottleRule => ({
  name: 'registrationsPerAddress',
  points: perHour,
  seconds: hourSeconds,
});

export const recoveriesPerAddress: ThrottleRule = {
  name: 'recoveriesPerAddress',
  points: 60,
  seconds: quarterHourSeconds,
};
export const recoveriesPerAccount: ThrottleRule = {
  name: 'recoveriesPerAccount',
  points: 50,
  seconds: hourSeconds,
};

/** Mails cost their receiver something, so there are few. */
export const resetMailsPerAccount: ThrottleRule = {
  name: 'resetMailsPerAccount',
  points: 5,
  seconds: hourSeconds,
};
export const resetMailsPerAddress: ThrottleRule = {
  name: 'resetMailsPerAddress',
  points: 30,
  seconds: hourSeconds,
};

/** Tries to use a reset link, known or not, from one address. */
export const resetsPerAddress: ThrottleRule = {
  name: 'resetsPerAddress',
  points: 60,
  seconds: quarterHourSeconds,
};
const freeAttempts = 5;
/** The longest wait is 2^9 = 512 seconds. */
const stepsMax = 9;

const freeRule = (name: string): ThrottleRule => ({
  name: `${name}:free`,
  points: freeAttempts,
  seconds: quarterHourSeconds,
});
const stepRule = (name: string): ThrottleRule => ({
  name: `${name}:steps`,
  points: 1_000,
  seconds: quarterHourSeconds,
});
const waitRule = (name: string, step: number): ThrottleRule => ({
  name: `${name}:wait${step}`,
  points: 1,
  seconds: 2 ** step,
});

/**
 * Attempts at one secret by one person: five are free, and before each later one there is a wait of 1, 2, 4 … up
 * to 512 seconds. The right secret forgets them all.
 */
export interface BackOff {
  /** Counts an attempt; throws TooManyAttempts while the wait lasts. Call it before any hash. */
  attempt(key: string): Promise<void>;
  /** The secret was wrong: the wait for the next attempt counts from here, however long the look at it took. */
  wrong(key: string): Promise<void>;
  /** The secret was right. */
  forget(key: string): Promise<void>;
}

export function backOff(throttles: Throttles, name: string): BackOff {
  const step = async (key: string): Promise<number> =>
    Math.min(stepsMax, stepRule(name).points - (await throttles.left(stepRule(name), key)));
  // The wait begins with the attempt before it: its only point is taken then, and comes back when it is over.
  const beginWait = async (key: string): Promise<unknown> =>
    throttles.take(waitRule(name, await step(key)), key);
  return {
    async attempt(key) {
      if ((await throttles.take(freeRule(name), key)) === 0) {
        if ((await throttles.left(freeRule(name), key)) === 0) await beginWait(key);
        return;
      }
      await countAttempt(throttles, waitRule(name, await step(key)), key);
      await throttles.take(stepRule(name), key);
      await beginWait(key);
    },
    async wrong(key) {
      if ((await throttles.left(freeRule(name), key)) > 0) return;
      await throttles.clear(waitRule(name, await step(key)), key);
      await beginWait(key);
    },
    async forget(key) {
      const waits = Array.from({ length: stepsMax + 1 }, (_, each) => waitRule(name, each));
      for (const rule of [freeRule(name), stepRule(name), ...waits]) await throttles.clear(rule, key);
    },
  };
}
