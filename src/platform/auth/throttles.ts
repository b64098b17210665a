import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** How often something may be tried: so many points in so many seconds, then refused for so many seconds. */
export interface ThrottleRule {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  readonly blockSeconds?: number;
}

/** Counts attempts per rule and key. */
export interface Throttles {
  /** Counts one attempt; returns 0 when it may go on, else the seconds to wait. */
  take(rule: ThrottleRule, key: string): Promise<number>;
  /** How many attempts are left for the key. */
  left(rule: ThrottleRule, key: string): Promise<number>;
  /** Uncounts one attempt that turned out to be rightful. */
  giveBack(rule: ThrottleRule, key: string): Promise<void>;
  /** Forgets the key's attempts, as after a success. */
  clear(rule: ThrottleRule, key: string): Promise<void>;
}

/** A rule in the words of the library that counts. */
export const limiterOptions = (
  rule: ThrottleRule,
): {
  readonly keyPrefix: string;
  readonly points: number;
  readonly duration: number;
  readonly blockDuration: number;
} => ({
  keyPrefix: rule.name,
  points: rule.points,
  duration: rule.seconds,
  blockDuration: rule.blockSeconds ?? 0,
});

/** Throttles kept in this process's memory. */
export const memoryThrottles = (): Throttles =>
  throttlesOver((rule) => new RateLimiterMemory(limiterOptions(rule)));

/** Throttles that count with one limiter for each rule, made when the rule is first used. */
export function throttlesOver(makeLimiter: (rule: ThrottleRule) => RateLimiterAbstract): Throttles {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterFor = (rule: ThrottleRule): RateLimiterAbstract => {
    const known = limiters.get(rule.name);
    if (known) return known;
    const made = makeLimiter(rule);
    limiters.set(rule.name, made);
    return made;
  };
  return {
    async take(rule, key) {
      try {
        await limiterFor(rule).consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
    async left(rule, key) {
      const state = await limiterFor(rule).get(key);
      return state ? Math.max(0, state.remainingPoints) : rule.points;
    },
    async giveBack(rule, key) {
      await limiterFor(rule).reward(key);
    },
    async clear(rule, key) {
      await limiterFor(rule).delete(key);
    },
  };
}
