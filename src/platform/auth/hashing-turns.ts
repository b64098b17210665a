import { AppError } from '../errors/app-error.ts';

export interface HasherLimits {
  readonly hashesAtOnce: number;
  readonly hashesWaiting: number;
}

/** So many acts at once; so many others wait, in the order in which they came; the next is refused at once. */
export class HashingTurns {
  readonly #limits: HasherLimits;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(limits: HasherLimits) {
    this.#limits = limits;
  }

  /** Runs the act in its turn. Throws RATE_LIMITED when too many wait. */
  async take<T>(act: () => Promise<T>): Promise<T> {
    if (this.#taken < this.#limits.hashesAtOnce) this.#taken += 1;
    else await this.#place();
    try {
      return await act();
    } finally {
      const next = this.#waiting.shift();
      // The place is handed on, so that nobody can slip in between.
      if (next) next();
      else this.#taken -= 1;
    }
  }

  async #place(): Promise<void> {
    if (this.#waiting.length >= this.#limits.hashesWaiting) throw tooBusy();
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

/** What cannot be hashed now may be tried again soon. */
export const tooBusy = (): AppError =>
  new AppError('RATE_LIMITED', {
    zh: '服务器正忙，请稍候几秒再试。',
    en: 'The service is busy. Please try again in a few seconds.',
  });
