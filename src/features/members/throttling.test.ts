import { expect, jest, test } from '@jest/globals';
import { memoryThrottles } from '../../platform/auth/throttles.ts';
import { TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { backOff } from './throttling.ts';

const secondsRefused = async (attempt: Promise<void>): Promise<number> =>
  attempt.then(
    () => 0,
    (refusal: unknown) => (refusal instanceof TooManyAttempts ? refusal.retryAfterSeconds : Number.NaN),
  );

test('five attempts are free, and the waits before later ones grow', async () => {
  jest.useFakeTimers({ now: 0 });
  try {
    const attempts = backOff(memoryThrottles(), 'try');
    for (let free = 1; free <= 5; free += 1) expect(await secondsRefused(attempts.attempt('key'))).toBe(0);
    for (const wait of [1, 2, 4, 8]) {
      expect(await secondsRefused(attempts.attempt('key'))).toBe(wait);
      expect(await secondsRefused(attempts.attempt('key'))).toBe(wait);
      jest.advanceTimersByTime(wait * 1000);
      expect(await secondsRefused(attempts.attempt('key'))).toBe(0);
    }
  } finally {
    jest.useRealTimers();
  }
});

test('of many attempts at one moment hardly more than five go on', async () => {
  const attempts = backOff(memoryThrottles(), 'try');
  const refused = await Promise.all(
    Array.from({ length: 50 }, () => secondsRefused(attempts.attempt('key'))),
  );
  const goneOn = refused.filter((seconds) => seconds === 0).length;
  // The fifth and the sixth may be looked at before either has begun the wait.
  expect(goneOn).toBeGreaterThanOrEqual(5);
  expect(goneOn).toBeLessThanOrEqual(6);
});

test('one key does not answer for another, and a success forgets', async () => {
  const attempts = backOff(memoryThrottles(), 'try');
  for (let free = 1; free <= 5; free += 1) await attempts.attempt('key');
  expect(await secondsRefused(attempts.attempt('other'))).toBe(0);
  expect(await secondsRefused(attempts.attempt('key'))).toBe(1);
  await attempts.forget('key');
  expect(await secondsRefused(attempts.attempt('key'))).toBe(0);
});

test('the wait counts from the wrong answer, not from the question', async () => {
  jest.useFakeTimers({ now: 0 });
  try {
    const attempts = backOff(memoryThrottles(), 'try');
    for (let free = 1; free <= 5; free += 1) await attempts.attempt('key');
    jest.advanceTimersByTime(900);
    await attempts.wrong('key');
    jest.advanceTimersByTime(900);
    expect(await secondsRefused(attempts.attempt('key'))).toBe(1);
  } finally {
    jest.useRealTimers();
  }
});
