import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

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

/** Throttles kept in this process's memory. */
export function memoryThrottles(): Throttles {
  const limiters = new Map<string, RateLimiterMemory>();
  const limiterFor = (rule: ThrottleRule): RateLimiterMemory => {
    const known = limiters.get(rule.name);
    if (known) return known;
    const made = new RateLimiterMemory({
      keyPrefix: rule.name,
      points: rule.points,
      duration: rule.seconds,
      blockDuration: rule.blockSeconds ?? 0,
    });
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
