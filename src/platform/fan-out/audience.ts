import type { FormattedExecutionResult } from 'graphql';
import { latin1Of, Words } from './line.ts';

/** Runs one operation for all who asked it alike; its errors are in their language already. */
export type Render = (root: object) => Promise<FormattedExecutionResult>;

/** How an operation takes part: whom it is alike with, and the answer that they share. */
export interface Alike {
  /** Equal for operations whose answers are equal byte for byte. */
  readonly key: string;
  readonly render: Render;
}

/** Readers who get the same bytes: one execution and one serialisation of each thing that is told. */
export class Audience<Member> {
  /** Those who take what is told as it comes; whoever is behind is not among them. */
  readonly present = new Set<Member>();
  readonly key: string;
  readonly #render: Render;
  #users = 0;

  constructor({ key, render }: Alike) {
    this.key = key;
    this.#render = render;
  }

  /** Counts a reader in; returns the audience itself. */
  enter(): this {
    this.#users += 1;
    return this;
  }

  /** Counts a reader out; whether that was the last one. */
  leave(): boolean {
    this.#users -= 1;
    return this.#users === 0;
  }

  /** The rest of a message, after its id: the same for all. */
  async words(root: object): Promise<Words> {
    const answer = await this.#render(root);
    // Told with a hole in it, it would never be told again; who is sent away resumes before it.
    if (answer.errors?.some(({ extensions }) => extensions?.['code'] === 'INTERNAL'))
      throw new Error('An event could not be told; its readers resume from the one before it.');
    return new Words(`,"type":"next","payload":${JSON.stringify(answer)}}`);
  }
}

/** The beginning of an operation's messages, which `words` completes. */
export const headOf = (operationId: string): string => latin1Of(`{"id":${JSON.stringify(operationId)}`);
