import { randomUUID } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import type { Attendance, Reader } from '../../platform/fan-out/followed-log.ts';
import { secondMs } from '../../platform/time/clock.ts';
import { crewIdsOf } from '../transcripts/index.ts';
import type { AudienceShare } from './live.events.ts';

/** How often a node says again how many it has, so that who has just begun to count learns of it. */
const repeatMs = 20 * secondMs;
/** A node that has said nothing for so long is gone, and its readers with it. */
const forgottenMs = 3 * repeatMs;

/**
 * How many read along in one transcript. Each node counts its own and tells the others; the sum is told in the room at
 * most every `LIVE_AUDIENCE_SECONDS`, when it has changed or somebody has come who has not heard it yet.
 */
export class AudienceCount implements Attendance {
  readonly #ctx: Context;
  readonly #id: string;
  readonly #tell: (count: number) => void;
  readonly #counterId = randomUUID();
  readonly #others = new Map<string, { readonly count: number; readonly untilMs: number }>();
  readonly #stops: readonly (() => void)[];
  #readers: ReadonlySet<Reader> = new Set();
  #timer: NodeJS.Timeout | null = null;
  #share = 0;
  #told: number | null = null;
  #isStopped = false;

  constructor(ctx: Context, id: string, tell: (count: number) => void) {
    this.#ctx = ctx;
    this.#id = id;
    this.#tell = tell;
    const repeating = setInterval(() => this.#repeat(), repeatMs).unref();
    this.#stops = [
      () => clearInterval(repeating),
      ctx.bus.listen({ name: 'transcriptAudience', id }, (share) => this.#hear(share)),
    ];
  }

  changed(readers: ReadonlySet<Reader>, isSomebodyNew: boolean): void {
    this.#readers = readers;
    if (isSomebodyNew) this.#told = null;
    this.#countSoon();
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    if (this.#share > 0) this.#publish(0);
  }

  #hear({ counterId, count }: AudienceShare): void {
    if (counterId === this.#counterId) return;
    const isNew = !this.#others.has(counterId);
    if (count === 0) this.#others.delete(counterId);
    else this.#others.set(counterId, { count, untilMs: this.#now() + forgottenMs });
    // Whoever begins to count has not heard of those here.
    if (isNew && count > 0 && this.#share > 0) this.#publish(this.#share);
    this.#countSoon();
  }

  #repeat(): void {
    if (this.#share > 0) this.#publish(this.#share);
    const known = this.#others.size;
    for (const [id, { untilMs }] of this.#others) if (untilMs < this.#now()) this.#others.delete(id);
    if (this.#others.size < known) this.#countSoon();
  }

  #countSoon(): void {
    this.#timer ??= setTimeout(
      () => void this.#count(),
      this.#ctx.config.live.audienceSeconds * secondMs,
    ).unref();
  }

  async #count(): Promise<void> {
    try {
      const crew = await crewIdsOf(this.#ctx, this.#id);
      // Nobody is left here: what would be told now, others kept until it is forgotten.
      if (this.#isStopped) return;
      this.#timer = null;
      const people = new Set([...this.#readers].map(personIn));
      const share = [...people].filter((id) => !crew.has(id)).length;
      if (share !== this.#share) this.#publish(share);
      this.#share = share;
      const count = [...this.#others.values()].reduce((sum, other) => sum + other.count, share);
      if (count !== this.#told) this.#tell(count);
      this.#told = count;
    } catch (error) {
      // The next who comes or goes is the next occasion.
      this.#timer = null;
      this.#ctx.log.warn({ err: error, transcriptId: this.#id }, 'readers could not be counted');
    }
  }

  #publish(count: number): void {
    this.#ctx.bus.publish(
      { name: 'transcriptAudience', id: this.#id },
      { counterId: this.#counterId, count },
    );
  }

  #now(): number {
    return this.#ctx.clock.now().getTime();
  }
}

/** Who reads, as one person however many windows they have. */
const personIn = ({ id, actor }: Reader): string =>
  actor.grants.find(({ transcriptId }) => transcriptId === id)?.id ?? actor.member?.id ?? '';
