import { createHmac, randomBytes } from 'node:crypto';
import { minuteMs } from '../time/clock.ts';

const rememberedMs = 10 * minuteMs;
const rememberedMax = 10_000;

/**
 * Secrets that were found right a short while ago. For those that many people share and bring at the same time, such
 * as the password to a room: the first one pays for the hash. Kept as digests under a key of this process alone, and
 * bound to the hash, so that a new password ends them.
 */
export class RecentlyRight {
  readonly #key = randomBytes(32);
  readonly #until = new Map<string, number>();
  readonly #underWay = new Map<string, Promise<unknown>>();

  /** Does what counts and compares, one after the other for each name: nobody compares before they were counted. */
  async inOrder<T>(name: string, act: () => Promise<T>): Promise<T> {
    const before = this.#underWay.get(name) ?? Promise.resolve();
    const turn = before.then(act);
    const settled = turn.catch(() => undefined);
    this.#underWay.set(name, settled);
    try {
      return await turn;
    } finally {
      if (this.#underWay.get(name) === settled) this.#underWay.delete(name);
    }
  }

  /** Whether this secret was found to belong to this hash within the last ten minutes. */
  has(hash: string, secret: string, now: Date): boolean {
    return (this.#until.get(this.#digest(hash, secret)) ?? 0) > now.getTime();
  }

  /** Remembers that the secret belongs to the hash; the oldest are forgotten past ten thousand. */
  note(hash: string, secret: string, now: Date): void {
    const digest = this.#digest(hash, secret);
    this.#until.delete(digest);
    this.#until.set(digest, now.getTime() + rememberedMs);
    const [oldest] = this.#until.keys();
    if (this.#until.size > rememberedMax && oldest !== undefined) this.#until.delete(oldest);
  }

  #digest(hash: string, secret: string): string {
    return createHmac('sha256', this.#key).update(hash).update('\0').update(secret).digest('base64');
  }
}
