import { setImmediate as nextTurn } from 'node:timers/promises';
import { Audience, type Alike } from './audience.ts';
import type { Numbered, Told } from './followed-log.ts';
import type { Choose, Follower } from './follower.ts';
import type { Gate } from './gate.ts';
import type { Words } from './line.ts';

/** After so many sockets, about 10 ms, everybody else in the process gets a turn; shorter slices cost a tenth more. */
const sliceSize = 2_048;
/** An answer that is made costs the event loop about as much as giving it to so many sockets. */
const answerWeight = 8;

export type Members<Event extends Numbered, Passing> = Audience<Follower<Event, Passing>>;

interface Standing<Event extends Numbered, Passing> {
  readonly audience: Members<Event, Passing>;
  readonly choose: Choose<Event, Passing>;
}

/** All who follow in one room, those who get the same bytes together. */
export class Audiences<Event extends Numbered, Passing> {
  readonly #gate: Gate;
  readonly #standing = new Map<string, Standing<Event, Passing>>();

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** The audience of those who are alike, counting one more. */
  enter(alike: Alike, choose: Choose<Event, Passing>): Members<Event, Passing> {
    const known = this.#standing.get(alike.key);
    const audience: Members<Event, Passing> = known?.audience ?? new Audience(alike);
    if (!known) this.#standing.set(alike.key, { audience, choose });
    return audience.enter();
  }

  /** Counts one less. */
  leave(audience: Members<Event, Passing>): void {
    if (audience.leave()) this.#standing.delete(audience.key);
  }

  /** Tells one thing to all who are level with it; resolves when all have it. */
  async tell(told: Told<Event, Passing>): Promise<void> {
    const seq = 'event' in told ? told.event.seq : null;
    let weight = 0;
    for (const standing of [...this.#standing.values()]) {
      const words = await wordsFor(standing, told);
      if (!words) continue;
      weight += answerWeight;
      await this.#gate.passed();
      for (const follower of standing.audience.present) {
        follower.give(words, seq);
        weight += 1;
        if (weight < sliceSize) continue;
        weight = 0;
        await nextTurn();
        await this.#gate.passed();
      }
    }
  }
}

/** What an audience is given; null when it passes over this. Nobody is given less than everything. */
async function wordsFor<Event extends Numbered, Passing>(
  { audience, choose }: Standing<Event, Passing>,
  told: Told<Event, Passing>,
): Promise<Words | null> {
  if (audience.present.size === 0) return null;
  try {
    const root = choose(told);
    return root && (await audience.words(root));
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    for (const follower of audience.present) follower.end(reason);
    return null;
  }
}
