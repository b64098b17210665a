import type { Numbered, Told } from './followed-log.ts';

/** Events that may wait in memory; what does not fit is in the log. */
const eventsMax = 1_000;

/** What a room has heard of and not told yet, in the order in which it came. */
export class Backlog<Event extends Numbered, Passing> {
  readonly #keyOf: (passing: Passing) => string;
  #waiting: Told<Event, Passing>[] = [];
  #newest = 0;

  constructor(keyOf: (passing: Passing) => string) {
    this.#keyOf = keyOf;
  }

  /** The newest number of which anything was heard. */
  get newest(): number {
    return this.#newest;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  addEvent(event: Event): void {
    this.growTo(event.seq);
    if (this.#waiting.length < eventsMax) this.#waiting.push({ event });
  }

  /** Takes the place of an older one with the same key. */
  addPassing(passing: Passing): void {
    const key = this.#keyOf(passing);
    this.#waiting = this.#waiting.filter((told) => !('passing' in told) || this.#keyOf(told.passing) !== key);
    this.#waiting.push({ passing });
  }

  /** The log has this number, though the event itself was not heard. */
  growTo(newest: number): void {
    this.#newest = Math.max(this.#newest, newest);
  }

  take(): Told<Event, Passing> | undefined {
    return this.#waiting.shift();
  }
}
