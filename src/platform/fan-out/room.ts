import type { Context } from '../context.ts';
import { secondMs } from '../time/clock.ts';
import type { Alike } from './audience.ts';
import { Audiences, type Members } from './audiences.ts';
import { Backlog } from './backlog.ts';
import { Curfew } from './curfew.ts';
import { Door } from './door.ts';
import type { Attendance, Ear, FollowedLog, Numbered, Told } from './followed-log.ts';
import { Follower, type Choose, type FollowedRoom } from './follower.ts';
import { Gate } from './gate.ts';

/** How long a room waits before it asks a database again that did not answer, or not with what must be there. */
const retryMs = secondMs;

/**
 * Everybody who follows one log on this node. The room stands at one number; what comes is told to all in order,
 * one thing after the other, and what is missing between is read from the log once for all.
 */
export class Room<Event extends Numbered, Passing>
  implements FollowedRoom<Event, Passing>, Ear<Event, Passing>
{
  readonly id: string;
  readonly log: FollowedLog<Event, Passing>;
  readonly followers = new Set<Follower<Event, Passing>>();
  readonly #ctx: Context;
  readonly #close: () => void;
  readonly #stopListening: () => void;
  readonly #door: Door;
  readonly #curfew: Curfew<Follower<Event, Passing>>;
  readonly #gate = new Gate(() => this.#lookAtAccess());
  readonly #backlog: Backlog<Event, Passing>;
  readonly #audiences = new Audiences<Event, Passing>(this.#gate);
  readonly #attendance: Attendance | undefined;
  readonly #passed = new Map<string, Told<Event, Passing>>();
  /** The number at which the room stands; null until its first follower has found it out. */
  #applied: number | null = null;
  #isAtWork = false;
  /** Followers on their way in, for whom the room stays open. */
  #entering = 0;
  #isClosed = false;

  constructor(
    ctx: Context,
    followed: { readonly log: FollowedLog<Event, Passing>; readonly id: string },
    close: () => void,
  ) {
    this.#ctx = ctx;
    this.log = followed.log;
    this.id = followed.id;
    this.#close = close;
    this.#backlog = new Backlog((passing) => this.log.keyOf(passing));
    this.#door = new Door((readers) => this.log.standingsFor(ctx, readers));
    this.#curfew = new Curfew({
      clock: ctx.clock,
      log: ctx.log,
      look: (due) => dismissBarred(ctx, this.log, due),
    });
    this.#stopListening = this.log.listen(ctx, this.id, this);
    this.#attendance = this.log.attend?.(ctx, this.id, this);
  }

  get applied(): number {
    return this.#applied ?? 0;
  }

  get inDoubt(): Promise<void> | null {
    return this.#gate.shut;
  }

  get passed(): readonly Told<Event, Passing>[] {
    return [...this.#passed.values()];
  }

  /**
   * Lets somebody in; throws what the log throws for whoever may not. The room listens already, so nothing falls
   * between the look at the log and what comes.
   */
  async admit(
    ctx: Context,
    choose: Choose<Event, Passing>,
    after: (newest: number) => number,
  ): Promise<Follower<Event, Passing>> {
    this.#entering += 1;
    try {
      const reader = { id: this.id, actor: ctx.actor };
      const standing = await this.#gate.certain(() => this.#door.ask(reader));
      if (standing === null) throw this.log.refused();
      const from = after(standing.newest);
      this.#applied ??= standing.newest;
      const follower = new Follower(this, ctx.actor, { after: from, choose });
      this.followers.add(follower);
      follower.stands(standing.until);
      this.#attendance?.changed(this.followers, true);
      this.#startWork();
      return follower;
    } finally {
      this.#entering -= 1;
      this.#closeIfEmpty();
    }
  }

  event(event: Event): void {
    this.#backlog.addEvent(event);
    this.#startWork();
  }

  passing(passing: Passing): void {
    this.#backlog.addPassing(passing);
    this.#startWork();
  }

  /** Nothing is told to anybody until it is known who still may follow. */
  accessChanged(): void {
    this.#gate.doubt();
  }

  /** The log has grown to this number, whatever has been heard of it. */
  grownTo(newest: number): void {
    this.#backlog.growTo(newest);
    this.#startWork();
  }

  async readLog(after: number): Promise<readonly Event[]> {
    const page = await this.log.read(this.#ctx, this.id, after);
    // Asked for only when there must be something: a replica may be behind, or the log was just deleted.
    if (page.length === 0) await pause();
    return page;
  }

  audienceOf(alike: Alike, choose: Choose<Event, Passing>): Members<Event, Passing> {
    return this.#audiences.enter(alike, choose);
  }

  keepUntil(follower: Follower<Event, Passing>, until: Date | null): void {
    this.#curfew.set(follower, until);
  }

  leave(follower: Follower<Event, Passing>, audience: Members<Event, Passing> | null): void {
    this.followers.delete(follower);
    this.#curfew.leave(follower);
    this.#attendance?.changed(this.followers, false);
    if (audience) this.#audiences.leave(audience);
    this.#closeIfEmpty();
  }

  #closeIfEmpty(): void {
    if (this.#isClosed || this.#entering > 0 || this.followers.size > 0) return;
    this.#isClosed = true;
    this.#curfew.close();
    this.#attendance?.stop();
    this.#stopListening();
    this.#close();
  }

  /** Sends away who no longer may follow. Does it again until it is done: whether somebody may read is never guessed. */
  async #lookAtAccess(): Promise<void> {
    while (!this.#isClosed) {
      try {
        return await dismissBarred(this.#ctx, this.log, [...this.followers]);
      } catch (error) {
        this.#ctx.log.error({ err: error, room: this.id }, 'a room could not look who may follow it');
        await pause();
      }
    }
  }

  #startWork(): void {
    if (this.#isAtWork || this.#isClosed || this.#applied === null || !this.#hasWork()) return;
    this.#isAtWork = true;
    // In the next turn: whoever published has an answer to send first.
    setImmediate(() => void this.#work());
  }

  #hasWork(): boolean {
    return !this.#backlog.isEmpty || this.#backlog.newest > this.applied;
  }

  async #work(): Promise<void> {
    try {
      while (!this.#isClosed && this.#hasWork()) await this.#step();
    } catch (error) {
      this.#ctx.log.error({ err: error, room: this.id }, 'a room could not go on yet');
      await pause();
    }
    this.#isAtWork = false;
    this.#startWork();
  }

  async #step(): Promise<void> {
    const told = this.#backlog.take();
    if (!told) return this.#tellLog(this.#backlog.newest);
    if ('passing' in told) return this.#tell(told);
    if (told.event.seq > this.applied + 1) await this.#tellLog(told.event.seq - 1);
    if (told.event.seq === this.applied + 1) await this.#tell(told);
  }

  /** Tells what is in the log up to a number: what was never heard, or was let go. */
  async #tellLog(last: number): Promise<void> {
    while (this.applied < last && !this.#isClosed) {
      for (const event of await this.readLog(this.applied)) {
        if (event.seq === this.applied + 1) await this.#tell({ event });
      }
    }
  }

  #tell(told: Told<Event, Passing>): Promise<void> {
    // From here on whoever takes a seat has it already, and is passed over.
    if ('event' in told) this.#applied = told.event.seq;
    else this.#passed.set(this.log.keyOf(told.passing), told);
    return this.#audiences.tell(told);
  }
}

/** Ends the following of those who no longer may follow, and tells each why; one statement for all, one for the reasons. */
export async function dismissBarred<Event extends Numbered, Passing>(
  ctx: Context,
  log: FollowedLog<Event, Passing>,
  followers: readonly Follower<Event, Passing>[],
): Promise<void> {
  if (followers.length === 0) return;
  const standings = await log.standingsFor(ctx, followers);
  for (const [i, follower] of followers.entries()) {
    const standing = standings[i];
    if (standing) follower.stands(standing.until);
  }
  const barred = followers.filter((_, i) => !standings[i]);
  if (barred.length === 0) return;
  const reasons = await log.revoked(ctx, barred);
  for (const [i, follower] of barred.entries()) follower.end(reasons[i] ?? log.refused());
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, retryMs).unref());
