import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { limiterOptions, throttlesOver, type Throttles } from './throttles.ts';

/**
 * Throttles that all nodes count together. While the server does not answer each node counts by itself, so that
 * its loss neither locks anybody out nor opens the door to guessing.
 */
export const redisThrottles = (redis: Redis, prefix: string): Throttles =>
  throttlesOver((rule) => {
    const options = limiterOptions(rule);
    return new RateLimiterRedis({
      ...options,
      keyPrefix: `${prefix}:limit:${rule.name}`,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(options),
    });
  });
