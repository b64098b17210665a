import type { Logger } from 'pino';
import type { Clock } from '../time/clock.ts';
import { dayMs } from '../time/clock.ts';

/** Rights that run out at nearly the same moment are looked at together. */
const togetherMs = 200;

export interface CurfewParts<Member> {
  readonly clock: Clock;
  readonly log: Logger;
  /** Looks whether these, whose time is up, still have the right; whoever has gets a new end. */
  readonly look: (due: readonly Member[]) => Promise<void>;
}

/** When the rights of those who follow run out by themselves: nobody has to send a message for that. */
export class Curfew<Member> {
  readonly #parts: CurfewParts<Member>;
  readonly #ends = new Map<Member, number>();
  #timer: NodeJS.Timeout | null = null;
  #ringsAt = Infinity;

  constructor(parts: CurfewParts<Member>) {
    this.#parts = parts;
  }

  /** Notes until when somebody may follow; null: as long as nothing else ends it. */
  set(member: Member, until: Date | null): void {
    if (until === null) return void this.#ends.delete(member);
    this.#ends.set(member, until.getTime());
    if (until.getTime() < this.#ringsAt) this.#ringAt(until.getTime());
  }

  leave(member: Member): void {
    this.#ends.delete(member);
    if (this.#ends.size === 0) this.close();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#ringsAt = Infinity;
  }

  #ringAt(moment: number): void {
    this.close();
    this.#ringsAt = moment;
    // Timers reach no further than some weeks; ringing too early costs one look at the ends.
    const inMs = Math.min(Math.max(0, moment - this.#now()) + togetherMs, dayMs);
    this.#timer = setTimeout(() => void this.#ring(), inMs).unref();
  }

  async #ring(): Promise<void> {
    this.#ringsAt = Infinity;
    const due = [...this.#ends].filter(([, end]) => end <= this.#now()).map(([member]) => member);
    for (const member of due) this.#ends.delete(member);
    try {
      if (due.length > 0) await this.#parts.look(due);
    } catch (error) {
      this.#parts.log.error({ err: error }, 'rights that have run out could not be looked at yet');
      for (const member of due) this.#ends.set(member, this.#now());
    }
    let next = Infinity;
    for (const end of this.#ends.values()) next = Math.min(next, end);
    if (next < this.#ringsAt) this.#ringAt(next);
  }

  #now(): number {
    return this.#parts.clock.now().getTime();
  }
}
