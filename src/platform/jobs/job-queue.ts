import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool, QueryResult } from 'pg';
import { PgBoss, type Db, type QueueResult } from 'pg-boss';
import type { Logger } from 'pino';
import { rows, runText, sql } from '../database/sql.ts';
import { bookOf, deadLetters, queueOf, queueRules, type BookedJob, type DeclaredJob } from './job-book.ts';
import type { OrderedJob } from './ordered.ts';

/** Where pg-boss keeps its tables. They are its own: it makes and upgrades them itself, when a node starts. */
export const jobSchema = 'jobs';

/** One number for "opening": pg-boss's own lock begins only once its schema is there. */
const openingLock = 7_265_111;

export interface JobQueueOptions {
  readonly pool: Pool;
  readonly log: Logger;
  readonly jobs: readonly DeclaredJob[];
}

export interface OrderOptions {
  /** Not before this moment; at once where it is absent. */
  readonly startAfter?: Date;
}

/**
 * The house's jobs, kept in the database by pg-boss. Orders are stored in the transaction of the act that gives
 * them; whichever node works (job-runner.ts) does them. One that only opens the house may give orders and does none.
 */
export class JobQueue {
  readonly book: ReadonlyMap<string, BookedJob>;
  readonly boss: PgBoss;
  /** Of the queues that this process works on, whom to wake. */
  readonly #workers = new Map<string, string>();
  readonly #pool: Pool;

  constructor({ pool, log, jobs }: JobQueueOptions) {
    this.#pool = pool;
    this.book = bookOf(jobs);
    this.boss = new PgBoss({
      db: overPool(pool),
      schema: jobSchema,
      // Due times and upkeep are the runner's: an hour's slot in the database costs less than a clock in each node.
      schedule: false,
      supervise: false,
      maintenanceIntervalSeconds: 600,
      monitorIntervalSeconds: 30,
    });
    this.boss.on('error', (error) => log.error({ err: error }, 'the job queue has a problem'));
  }

  /** Makes or upgrades pg-boss's tables and a queue for each declared job; nodes that open together take turns. */
  async open(): Promise<void> {
    const turn = await this.#pool.connect();
    try {
      // The lock is a transaction's: whatever becomes of this process, it ends with the connection.
      await turn.query(
        `begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
         select pg_advisory_xact_lock(${openingLock})`,
      );
      await this.#settleAll();
    } finally {
      await turn.query('rollback').then(
        () => turn.release(),
        (error: Error) => turn.release(error),
      );
    }
  }

  async #settleAll(): Promise<void> {
    await this.boss.start();
    const known = new Map((await this.boss.getQueues()).map((queue) => [queue.name, queue]));
    if (!known.has(deadLetters))
      await this.boss.createQueue(deadLetters, { retentionSeconds: 90 * 86_400, deleteAfterSeconds: 86_400 });
    await Promise.all([...this.book.values()].map((job) => this.#settle(job, known.get(job.queue))));
  }

  async #settle(job: BookedJob, known: QueueResult | undefined): Promise<void> {
    const { policy, ...rules } = queueRules(job);
    if (!known) return await this.boss.createQueue(job.queue, { policy, ...rules });
    const isAsWanted = Object.entries(rules).every(
      ([rule, wanted]) => known[rule as keyof QueueResult] === wanted,
    );
    if (!isAsWanted) await this.boss.updateQueue(job.queue, rules);
  }

  /** Stores an order in the caller's transaction. */
  async order<Order extends object>(
    em: EntityManager,
    work: { readonly job: OrderedJob<Order>; readonly order: Order },
    { startAfter }: OrderOptions = {},
  ): Promise<void> {
    const options = { db: overTransaction(em), ...(startAfter && { startAfter }) };
    await this.boss.send(queueOf(work.job), work.order, options);
  }

  /** Has a recurring job run as soon as a node is free to, unless it is about to anyway; in the caller's transaction. */
  async runSoon(em: EntityManager, queue: string): Promise<void> {
    await this.boss.send(queue, null, { db: overTransaction(em) });
  }

  /** What is to be tried again later is due now, in the caller's transaction. */
  async hasten(em: EntityManager, queue: string): Promise<void> {
    await rows(
      em,
      sql`update jobs.job set start_after = now() where name = ${queue} and state in ('created', 'retry') and start_after > now()`,
    );
  }

  /** Orders that had failed too often are given again, in the caller's transaction; returns how many. */
  redrive(em: EntityManager, queue: string): Promise<number> {
    return this.boss.redrive(deadLetters, { sourceName: queue, db: overTransaction(em) });
  }

  /** Says who works on a queue in this process. */
  staff(queue: string, workerId: string): void {
    this.#workers.set(queue, workerId);
  }

  /** Has this process look at a queue now; other nodes look when it is their time. */
  nudge(queue: string): void {
    const worker = this.#workers.get(queue);
    if (worker !== undefined) this.boss.notifyWorker(worker);
  }

  /** Ends all dealings with the database, which stays open. */
  async close(): Promise<void> {
    await this.boss.stop({ close: false, graceful: false });
  }
}

/** Several statements in one text give several results; pg-boss wants their rows as one. */
const overPool = (pool: Pool): Db => ({
  async executeSql(text, values) {
    const results: unknown = await (values?.length ? pool.query(text, [...values]) : pool.query(text));
    const rows = (Array.isArray(results) ? results : [results]).flatMap(
      (result: QueryResult) => result.rows as unknown[],
    );
    return { rows };
  },
});

const overTransaction = (em: EntityManager): Db => ({
  executeSql: async (text, values = []) => ({ rows: [...(await runText(em, { text, values }))] }),
});
