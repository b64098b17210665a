import type { LogEvent } from '../transcripts/index.ts';
import type { Draft } from './live.events.ts';

/** What a feed has been told since it last looked. */
export interface FeedNews {
  /** Events that came live, in the order in which they came. */
  readonly events: readonly LogEvent[];
  /** The newest state of the line being typed; earlier ones are of no use any more. */
  readonly draft: Draft | null;
  /** Whether events were let go because too many waited: they are in the log. */
  readonly hasOverflowed: boolean;
}

/** Collects what one reader is to be told while they are busy; bounded, for the log has everything that lasts. */
export class FeedQueue {
  readonly #eventsMax: number;
  #events: LogEvent[] = [];
  #draft: Draft | null = null;
  #mustCheckAccess = false;
  #hasOverflowed = false;
  #isClosed = false;
  #wake: (() => void) | null = null;

  constructor(eventsMax: number) {
    this.#eventsMax = eventsMax;
  }

  addEvent(event: LogEvent): void {
    if (this.#events.length < this.#eventsMax) this.#events.push(event);
    else this.#hasOverflowed = true;
    this.#signal();
  }

  setDraft(draft: Draft): void {
    this.#draft = draft;
    this.#signal();
  }

  /** Whether the right to read is to be looked at; asked before anything is told, and answered once. */
  takeAccessCheck(): boolean {
    const isDue = this.#mustCheckAccess;
    this.#mustCheckAccess = false;
    return isDue;
  }

  askForAccessCheck(): void {
    this.#mustCheckAccess = true;
    this.#signal();
  }

  close(): void {
    this.#isClosed = true;
    this.#signal();
  }

  /** What there is to tell, as soon as there is anything; null once closed. */
  async next(): Promise<FeedNews | null> {
    while (!this.#isClosed && !this.#hasNews()) await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#isClosed) return null;
    const news = {
      events: this.#events,
      draft: this.#draft,
      hasOverflowed: this.#hasOverflowed,
    };
    this.#events = [];
    this.#draft = null;
    this.#hasOverflowed = false;
    return news;
  }

  #hasNews(): boolean {
    return this.#events.length > 0 || this.#draft !== null || this.#mustCheckAccess || this.#hasOverflowed;
  }

  #signal(): void {
    this.#wake?.();
    this.#wake = null;
  }
}
