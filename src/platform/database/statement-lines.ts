import { Socket } from 'node:net';
import pg, { type Pool } from 'pg';
import { PreparingClient } from './prepared-client.ts';

/** How many statements may follow one another on a line without waiting for answers. */
const depthMax = 8;
/** How many statements of one turn take the same line, while others stand idle. */
const togetherMax = 4;
/** Behind a statement that has taken this long nobody queues any more. */
const slowMs = 20;
/** So long after it should have given a statement up, a server that says nothing is taken for lost. */
const silenceMs = 2_000;
/** A line is replaced after this time: what it has prepared goes with it. */
const lifetimeMs = 3_600_000;
/** A line that was lost is opened again after this time. */
const reopenMs = 1_000;

/**
 * Connections for statements that stand alone, outside of any transaction. They are sent as they come, those of one
 * turn of the event loop in one write, and PostgreSQL answers them in order: on a busy node most of a short
 * statement's cost is waiting, waking and writing. Where all lines are busy, or one waits for a lock or a long
 * search, statements go to the pool.
 */
export class StatementLines {
  readonly #pool: Pool;
  readonly #lines: Line[];
  /** The line that was taken last. */
  #last: Line | null = null;
  #isClosed = false;

  constructor(pool: Pool, count: number) {
    this.#pool = pool;
    this.#lines = Array.from({ length: count }, () => new Line(pool));
  }

  /** Runs a statement; one that may take long goes alone, on a connection of the pool. */
  async query<Row>(
    text: string,
    values: readonly unknown[],
    { alone = false }: { readonly alone?: boolean } = {},
  ): Promise<readonly Row[]> {
    const line = alone ? null : this.#freest();
    const { rows } = await (line ? line.query(text, values) : this.#pool.query(text, [...values]));
    return rows as Row[];
  }

  /** The line on which the least is under way; a few statements of one turn go together, in one write. */
  #freest(): Line | null {
    if (this.#last?.isGathering && this.#last.load < togetherMax) return this.#last;
    let best: Line | null = null;
    for (const [i, line] of this.#lines.entries()) {
      if (line.isOver && !this.#isClosed) this.#lines[i] = line.successor();
      if (line.load < (best?.load ?? depthMax)) best = line;
    }
    this.#last = best;
    return best;
  }

  /** Ends the lines once what is under way is answered. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#lines.map((line) => line.end()));
  }
}

interface Result {
  readonly rows: readonly unknown[];
}

class Line {
  readonly #pool: Pool;
  readonly #client: PreparingClient;
  readonly #socket = new Socket();
  readonly #openedAt = performance.now();
  readonly #connected: Promise<void>;
  /** When each of the statements under way was sent, the oldest first. */
  readonly #sentAt: number[] = [];
  #state: 'connecting' | 'open' | 'lost' = 'connecting';
  #isGathering = false;

  constructor(pool: Pool) {
    this.#pool = pool;
    // The pool hides its password from whoever copies its options.
    const { password } = pool.options;
    const options = {
      ...pool.options,
      password,
      pipeline: true,
      stream: () => this.#socket,
      // A server that does not even give a statement up is gone; the driver then cuts the line.
      query_timeout: Number(pool.options.statement_timeout || 10_000) + silenceMs,
    };
    this.#client = new PreparingClient(options);
    const lose = (): void => void (this.#state = 'lost');
    this.#client.on('error', lose);
    this.#client.on('end', lose);
    this.#connected = (this.#client.connect() as Promise<unknown>).then(
      () => void (this.#state = 'open'),
      lose,
    );
  }

  /** Whether what is asked now goes out with what this turn asked before. */
  get isGathering(): boolean {
    return this.#isGathering;
  }

  /** Whether another line should take its place. */
  get isOver(): boolean {
    const age = performance.now() - this.#openedAt;
    return this.#state === 'lost' ? age > reopenMs : age > lifetimeMs;
  }

  /** A new line for its place; what is under way on this one is answered yet. */
  successor(): Line {
    void this.end();
    return new Line(this.#pool);
  }

  get load(): number {
    const [oldest] = this.#sentAt;
    const isSlow = oldest !== undefined && performance.now() - oldest > slowMs;
    return this.#state !== 'open' || isSlow ? depthMax : this.#sentAt.length;
  }

  async query(text: string, values: readonly unknown[]): Promise<Result> {
    this.#holdBack();
    this.#sentAt.push(performance.now());
    try {
      return (await this.#client.query(text, [...values])) as Result;
    } catch (error) {
      if (isOfTheLine(error)) this.#state = 'lost';
      throw error;
    } finally {
      this.#sentAt.shift();
    }
  }

  /** Writes at the end of the turn, all that was asked in it at once. */
  #holdBack(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#socket.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      this.#socket.uncork();
    });
  }

  async end(): Promise<void> {
    await this.#connected;
    await Promise.resolve(this.#client.end()).catch(() => undefined);
  }
}

/** Not the statement's fault: the line is cut, or the server is going. */
const isOfTheLine = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || error.code?.startsWith('57P') === true;
