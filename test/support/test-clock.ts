import type { Clock } from '../../src/platform/time/clock.ts';

/** The real time, moved by as much as a test says. */
export class TestClock implements Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Moves the time on (or back) by so many milliseconds. */
  advance(ms: number): void {
    this.#offsetMs += ms;
  }
}
