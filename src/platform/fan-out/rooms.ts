import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { systemContext } from '../context.ts';
import type { Bus } from '../events/bus.ts';
import { minuteMs, secondMs } from '../time/clock.ts';
import type { FollowedLog, Numbered } from './followed-log.ts';
import type { Choose, Follower } from './follower.ts';
import { dismissBarred, Room } from './room.ts';

/** Grants run out: who may follow is looked at again at least this often. */
const accessEveryMs = minuteMs;
/** The least time between two looks that doubt asks for. */
const restMs = secondMs;

/** What a reader asks of a log. */
export interface Following<Event extends Numbered, Passing> {
  readonly id: string;
  /** From the newest number to the last one that the reader has; throws for a number that is none. */
  readonly after: (newest: number) => number;
  readonly choose: Choose<Event, Passing>;
}

export interface RoomsParts {
  readonly bus: Bus;
  readonly log: Logger;
  /** Messages may be lost without anybody knowing: how often to look whether the logs have grown. */
  readonly lookEveryMs: number;
}

type AnyLog = FollowedLog<Numbered, unknown>;
type AnyRoom = Room<Numbered, unknown>;

/**
 * The rooms of this node, one for each log that is followed. Messages make it quick; so that nobody depends on them,
 * the database is asked now and then, for all rooms in one statement, and at once when messages may have been lost.
 */
export class Rooms {
  readonly #parts: RoomsParts;
  readonly #rooms = new Map<AnyLog, Map<string, AnyRoom>>();
  readonly #doubtful = new Set<string>();
  #ctx: Context | null = null;
  #rest: (() => void) | null = null;
  #isLooking = false;
  #mustLookAgain = false;
  #accessLookedAt = 0;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
  }

  /** Begins to follow a log; throws what the log throws for whoever may not. */
  follow<Event extends Numbered, Passing>(
    ctx: Context,
    log: FollowedLog<Event, Passing>,
    { id, after, choose }: Following<Event, Passing>,
  ): Promise<Follower<Event, Passing>> {
    return this.#roomOf(ctx, log, id).admit(ctx, choose, after);
  }

  #roomOf<Event extends Numbered, Passing>(
    ctx: Context,
    log: FollowedLog<Event, Passing>,
    id: string,
  ): Room<Event, Passing> {
    const ofLog = this.#roomsOf(log) as unknown as Map<string, Room<Event, Passing>>;
    const known = ofLog.get(id);
    if (known) return known;
    this.#wakeUp(ctx);
    const room = new Room(systemContext(ctx), { log, id }, () => {
      ofLog.delete(id);
      this.#sleepIfEmpty();
    });
    ofLog.set(id, room);
    return room;
  }

  #roomsOf(log: AnyLog): Map<string, AnyRoom> {
    const known = this.#rooms.get(log);
    if (known) return known;
    const rooms = new Map<string, AnyRoom>();
    this.#rooms.set(log, rooms);
    return rooms;
  }

  #wakeUp(ctx: Context): void {
    if (this.#rest) return;
    this.#ctx = systemContext(ctx);
    this.#accessLookedAt = this.#now();
    const timer = setInterval(() => void this.#look(false), this.#parts.lookEveryMs).unref();
    const stopDoubting = this.#parts.bus.onDoubt((topic) =>
      topic ? this.#doubt(topic.id) : void this.#look(true),
    );
    this.#rest = () => {
      clearInterval(timer);
      stopDoubting();
    };
  }

  #sleepIfEmpty(): void {
    if ([...this.#rooms.values()].some(({ size }) => size > 0)) return;
    this.#rest?.();
    this.#rest = null;
    this.#ctx = null;
  }

  #now(): number {
    return this.#ctx?.clock.now().getTime() ?? 0;
  }

  /** One room alone is in doubt when it has just begun to listen: it alone is looked at, once for all its topics. */
  #doubt(id: string): void {
    if (this.#doubtful.size === 0) setImmediate(() => void this.#lookAtDoubtful());
    this.#doubtful.add(id);
  }

  async #lookAtDoubtful(): Promise<void> {
    const ids = [...this.#doubtful];
    this.#doubtful.clear();
    try {
      for (const [log, rooms] of this.#rooms) {
        await this.#lookAt(
          log,
          ids.flatMap((id) => rooms.get(id) ?? []),
          true,
        );
      }
    } catch (error) {
      this.#parts.log.error({ err: error }, 'a new room could not be looked after');
      void this.#look(true);
    }
  }

  /** One look at a time; doubts that come meanwhile are answered by one more, after a rest. */
  async #look(isDoubtful: boolean): Promise<void> {
    if (this.#isLooking) {
      this.#mustLookAgain ||= isDoubtful;
      return;
    }
    this.#isLooking = true;
    const withAccess = isDoubtful || this.#now() - this.#accessLookedAt >= accessEveryMs;
    try {
      for (const [log, rooms] of this.#rooms) await this.#lookAt(log, [...rooms.values()], withAccess);
      if (withAccess) this.#accessLookedAt = this.#now();
    } catch (error) {
      this.#parts.log.error({ err: error }, 'the rooms could not be looked after');
      this.#mustLookAgain = true;
    }
    await new Promise((resolve) => setTimeout(resolve, isDoubtful ? restMs : 0).unref());
    this.#isLooking = false;
    if (this.#mustLookAgain && this.#ctx) {
      this.#mustLookAgain = false;
      void this.#look(true);
    }
  }

  async #lookAt(log: AnyLog, rooms: readonly AnyRoom[], withAccess: boolean): Promise<void> {
    if (!this.#ctx || rooms.length === 0) return;
    const newest = await log.newest(
      this.#ctx,
      rooms.map(({ id }) => id),
    );
    for (const room of rooms) room.grownTo(newest.get(room.id) ?? 0);
    if (!withAccess) return;
    const followers = rooms.flatMap((room) => [...room.followers]);
    await dismissBarred(this.#ctx, log, followers);
  }
}
