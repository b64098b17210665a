import type { Context } from '../../platform/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { dictionaryPlace } from './brief.access.ts';

/** That a dictionary has another revision now. */
export interface BriefHint {
  readonly revision: number;
}

/**
 * Tells when a dictionary changes; who is slow hears of the newest change only. Hints: what is missed is found by
 * asking for changes. Throws NOT_FOUND at the start, and ends when the right to write does.
 */
export async function openBriefFeed(ctx: Context, transcriptId: string | null): Promise<BriefFeed> {
  const { id } = await dictionaryPlace(ctx, transcriptId);
  return new BriefFeed(ctx, { transcriptId, topicId: id });
}

interface Followed {
  readonly transcriptId: string | null;
  readonly topicId: string;
}

class BriefFeed implements AsyncIterableIterator<BriefHint> {
  readonly #ctx: Context;
  readonly #transcriptId: string | null;
  readonly #stops: readonly (() => void)[];
  #hint: BriefHint | null = null;
  #isDoubtful = false;
  #isOver = false;
  #wake = (): void => {};

  constructor(ctx: Context, { transcriptId, topicId: id }: Followed) {
    this.#ctx = ctx;
    this.#transcriptId = transcriptId;
    this.#stops = [
      ctx.bus.listen({ name: 'briefs', id }, (hint) => {
        // They will read what has just changed: not on a replica that may not have it yet.
        ctx.reads.noteWrite(ctx.actor);
        this.#hint = hint;
        this.#wake();
      }),
      ctx.bus.listen({ name: 'transcriptAccess', id }, () => {
        this.#isDoubtful = true;
        this.#wake();
      }),
    ];
  }

  async next(): Promise<IteratorResult<BriefHint>> {
    while (!this.#isOver) {
      if (this.#hint === null && !this.#isDoubtful) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      const hint = this.#hint;
      this.#hint = null;
      this.#isDoubtful = false;
      if (!(await this.#mayStill())) this.#end();
      else if (hint !== null) return { done: false, value: hint };
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<BriefHint>> {
    this.#end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(): void {
    for (const stop of this.#stops) stop();
    this.#isOver = true;
    this.#wake();
  }

  async #mayStill(): Promise<boolean> {
    try {
      await dictionaryPlace(this.#ctx, this.#transcriptId);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return false;
      throw error;
    }
  }
}
