import type { Actor } from '../auth/actor.ts';
import { headOf, type Alike, type Audience } from './audience.ts';
import type { Numbered, Reader, Told } from './followed-log.ts';
import type { Line, Words } from './line.ts';

/** What a follower needs of its room. */
export interface FollowedRoom<Event extends Numbered, Passing> {
  readonly id: string;
  /** The number of the newest event that is being told or has been. */
  readonly applied: number;
  /** Settled while it is in doubt whether all may still follow: nothing is told meanwhile. */
  readonly inDoubt: Promise<void> | null;
  /** Of what is passing, the newest of each key. */
  readonly passed: readonly Told<Event, Passing>[];
  readLog(after: number): Promise<readonly Event[]>;
  /** The audience of those who are alike, counting one more. */
  audienceOf(alike: Alike, choose: Choose<Event, Passing>): Audience<Follower<Event, Passing>>;
  /** Notes until when the follower's right lasts. */
  keepUntil(follower: Follower<Event, Passing>, until: Date | null): void;
  leave(follower: Follower<Event, Passing>, audience: Audience<Follower<Event, Passing>> | null): void;
}

/** What an operation makes of what is told; null: it passes over it. */
export type Choose<Event extends Numbered, Passing> = (told: Told<Event, Passing>) => object | null;

/** Where the messages of one operation go when they are those of many. */
export interface Seat {
  readonly operationId: string;
  readonly line: Line;
}

/** Whoever waits for the iterator's next step. */
interface Asked {
  readonly resolve: (step: IteratorResult<object>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One reader's way through a log. What was missed it reads alone, through the iterator; once level with the room it
 * takes its seat among its audience, and the iterator waits. A reader whose socket does not take what it is given
 * leaves the seat and, when the socket has room again, goes on from its own last number.
 */
export class Follower<Event extends Numbered, Passing> implements AsyncIterableIterator<object>, Reader {
  readonly actor: Actor;
  readonly #room: FollowedRoom<Event, Passing>;
  readonly #choose: Choose<Event, Passing>;
  #audience: Audience<Follower<Event, Passing>> | null = null;
  #line: Line | null = null;
  #head = '';
  /** Everything up to this number was given, or is not wanted. */
  #applied: number;
  #unread: Event[] = [];
  #isBehind = false;
  /** The passing things that were missed and are still to be given. */
  #missed: Told<Event, Passing>[] = [];
  #end: { readonly error: Error | null } | null = null;
  #asked: Asked | null = null;
  #isSeated = false;

  constructor(
    room: FollowedRoom<Event, Passing>,
    actor: Actor,
    from: { readonly after: number; readonly choose: Choose<Event, Passing> },
  ) {
    this.#room = room;
    this.actor = actor;
    this.#applied = from.after;
    this.#choose = from.choose;
  }

  get id(): string {
    return this.#room.id;
  }

  /** Says whom this reader is alike with, before the first item is asked for. */
  sit(alike: Alike, { operationId, line }: Seat): void {
    if (this.#end) return;
    this.#audience = this.#room.audienceOf(alike, this.#choose);
    this.#line = line;
    this.#head = headOf(operationId);
  }

  /** What is read alone. Settles late, when the reader has to read alone again, or with the end. */
  next(): Promise<IteratorResult<object>> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      void this.#answer();
    });
  }

  /** The operation was completed, or its socket closed. */
  return(): Promise<IteratorResult<object>> {
    this.end(null);
    return Promise.resolve({ done: true, value: undefined });
  }

  /** The right to follow was found to stand until then; null: until something ends it. */
  stands(until: Date | null): void {
    if (!this.#end) this.#room.keepUntil(this, until);
  }

  /** Ends the following: nothing is given any more, and the operation is told why. */
  end(error: Error | null): void {
    if (this.#end) return;
    this.#end = { error };
    this.#unread = [];
    this.#audience?.present.delete(this);
    this.#room.leave(this, this.#audience);
    this.#rouse();
  }

  /** Gives what all of the audience are given; `seq` is null for what is passing. */
  give(words: Words, seq: number | null): void {
    const line = this.#line;
    if (!line || (seq !== null && seq <= this.#applied)) return;
    if (!line.isFull) return line.write(this.#head, words);
    this.#applied = Math.max(this.#applied, seq === null ? this.#room.applied : seq - 1);
    this.#isBehind = true;
    this.#audience?.present.delete(this);
    void line.drained().then(() => this.#rouse());
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #nextUnread(): object | null {
    for (let event = this.#unread.shift(); event; event = this.#unread.shift()) {
      if (event.seq <= this.#applied) continue;
      this.#applied = event.seq;
      const root = this.#choose({ event });
      if (root) return root;
    }
    return null;
  }

  #nextMissed(): object | null {
    for (let told = this.#missed.shift(); told; told = this.#missed.shift()) {
      const root = this.#choose(told);
      if (root) return root;
    }
    return null;
  }

  /** Tells the iterator what there is for this reader alone; while there is nothing, it waits, and costs little. */
  async #answer(): Promise<void> {
    try {
      const step = await this.#step();
      if (step) this.#asked?.resolve(step);
    } catch (error) {
      this.#asked?.reject(error);
    }
  }

  /** The next step alone; null once the reader is level with the room and sits among its audience. */
  async #step(): Promise<IteratorResult<object> | null> {
    for (;;) {
      while (this.#room.inDoubt) await this.#room.inDoubt;
      if (this.#end) return this.#over(this.#end);
      const root = this.#nextUnread() ?? this.#nextMissed();
      if (root) return { done: false, value: root };
      // From this comparison to the seat nothing is awaited: nothing can be told in between.
      if (this.#applied < this.#room.applied) {
        this.#unread = [...(await this.#room.readLog(this.#applied))];
      } else if (this.#isBehind) {
        this.#isBehind = false;
        // Of each key only the newest is still of use.
        this.#missed = [...this.#room.passed];
      } else {
        this.#takeSeat();
        return null;
      }
    }
  }

  #takeSeat(): void {
    if (!this.#audience) throw new Error('A follower was asked before it was told where it sits.');
    this.#audience.present.add(this);
    this.#isSeated = true;
  }

  #rouse(): void {
    if (!this.#isSeated) return;
    this.#isSeated = false;
    void this.#answer();
  }

  #over({ error }: { readonly error: Error | null }): IteratorResult<object> {
    this.#end = { error: null };
    if (error) throw error;
    return { done: true, value: undefined };
  }
}
