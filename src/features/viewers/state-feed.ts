import type { Clock } from '../../platform/time/clock.ts';
import { dayMs } from '../../platform/time/clock.ts';

/** What a feed of states needs to know. */
export interface StateFeedParts<State> {
  readonly clock: Clock;
  /** How it stands now; throws what ends the feed. */
  readonly look: () => Promise<State>;
  /** Begins to listen for hints that it may have changed; returns how to stop. */
  readonly listen: (wake: () => void) => readonly (() => void)[];
  /** Whether there is nothing to tell after the last one. */
  readonly isSame?: (state: State, last: State) => boolean;
  /** When it changes by itself, if it does. */
  readonly changesAt?: (state: State) => Date | null;
}

/** The least time between two looks: a crowd that comes at once is looked at once. */
const restMs = 300;
/** Looked at a little late, so that what ends at a moment has ended. */
const lateMs = 100;

/**
 * Tells a state, and again whenever it has changed. Hints only say when to look; of those that come close together
 * one look is made, and nothing is kept, so that a feed costs the same however much happens.
 */
export class StateFeed<State> implements AsyncIterableIterator<State> {
  readonly #parts: StateFeedParts<State>;
  readonly #stops: readonly (() => void)[];
  #last: State | null = null;
  #isDirty = true;
  #isClosed = false;
  #wake: (() => void) | null = null;
  #alarm: NodeJS.Timeout | null = null;

  constructor(parts: StateFeedParts<State>) {
    this.#parts = parts;
    this.#stops = parts.listen(() => this.#rouse());
  }

  async next(): Promise<IteratorResult<State>> {
    for (;;) {
      while (!this.#isDirty && !this.#isClosed) await new Promise<void>((resolve) => (this.#wake = resolve));
      if (this.#last !== null && !this.#isClosed) await this.#rest();
      if (this.#isClosed) return { done: true, value: undefined };
      this.#isDirty = false;
      const state = await this.#looked();
      const isNews = this.#last === null || !this.#parts.isSame?.(state, this.#last);
      this.#last = state;
      this.#setAlarm(this.#parts.changesAt?.(state) ?? null);
      if (isNews) return { done: false, value: state };
    }
  }

  return(): Promise<IteratorResult<State>> {
    this.#close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #looked(): Promise<State> {
    try {
      return await this.#parts.look();
    } catch (error) {
      this.#close();
      throw error;
    }
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, restMs);
      this.#wake = () => {
        if (!this.#isClosed) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #rouse(): void {
    this.#isDirty = true;
    this.#wake?.();
  }

  #setAlarm(at: Date | null): void {
    if (this.#alarm) clearTimeout(this.#alarm);
    this.#alarm = null;
    if (at === null || this.#isClosed) return;
    const inMs = at.getTime() - this.#parts.clock.now().getTime() + lateMs;
    if (inMs > 0) this.#alarm = setTimeout(() => this.#rouse(), Math.min(inMs, dayMs)).unref();
  }

  #close(): void {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    this.#setAlarm(null);
    this.#wake?.();
  }
}
