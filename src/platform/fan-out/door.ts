import type { Reader, Standing } from './followed-log.ts';

type Answer = Standing | null;

interface Waiting {
  readonly reader: Reader;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Where readers ask to be let in. Those who come at once, as after a restart, are answered by one statement. */
export class Door {
  readonly #look: (readers: readonly Reader[]) => Promise<readonly Answer[]>;
  #waiting: Waiting[] = [];

  constructor(look: (readers: readonly Reader[]) => Promise<readonly Answer[]>) {
    this.#look = look;
  }

  /** How the reader stands; null when they may not follow. */
  ask(reader: Reader): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => void this.#answerAll());
      this.#waiting.push({ reader, resolve, reject });
    });
  }

  async #answerAll(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = [];
    try {
      const answers = await this.#look(asked.map(({ reader }) => reader));
      asked.forEach(({ resolve }, i) => resolve(answers[i] ?? null));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
