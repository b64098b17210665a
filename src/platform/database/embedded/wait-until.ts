import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 20;

/** Waits for a condition that nothing announces; false when it did not come true in time. */
export async function waitUntil(condition: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= timeoutMs; waitedMs += pollMs) {
    if (await condition()) return true;
    await delay(pollMs);
  }
  return false;
}
