import type { EntityManager } from '@mikro-orm/postgresql';
import type { Config } from '../config/config.ts';
import type { BusMessages, Topic } from '../events/bus.ts';
import type { DomainEvents, News, Outbox, StoredNews } from '../events/outbox.ts';
import type { Context } from '../context.ts';
import type { OrderOptions } from '../jobs/job-queue.ts';
import { queueOf } from '../jobs/job-book.ts';
import type { OrderedJob } from '../jobs/ordered.ts';

/** What a business act may do that is a single statement, and with it its own transaction. */
export interface StatementUnit {
  readonly em: EntityManager;
  /** The house's settings, for acts that run inside another feature's unit. */
  readonly config: Config;
  /** A message for live subscribers: published once the act stands, lost with the process; the log is the truth. */
  announce<Name extends keyof BusMessages>(topic: Topic<Name>, message: BusMessages[Name]): void;
  /** Puts news into the outbox from inside a statement of the act, which says by `stored` what it put there. */
  readonly insertion: Outbox['insertion'];
  /** News that a statement of the act has put into the outbox itself (Outbox.insertion). */
  stored(news: StoredNews): void;
}

/** What a business act may do while its transaction is open. */
export interface Unit extends StatementUnit {
  /** News for other features: stored with the act, delivered at least once after it. */
  record<Kind extends keyof DomainEvents>(kind: Kind, payload: DomainEvents[Kind]): void;
  /** Work to be done after the act: stored with it, done at least once by some node. */
  enqueue<Order extends object>(job: OrderedJob<Order>, order: Order, options?: OrderOptions): Promise<void>;
}

const attemptsMax = 4;

/**
 * Runs one business act in one transaction; with `unitOfStatement` the only place where writes happen. A deadlock or
 * a serialisation failure runs the act again, so the act must touch nothing but its unit. After the commit its news
 * is told, and its announcements are published in the turn after its answer.
 */
export const unitOfWork = <T>(ctx: Context, work: (unit: Unit) => Promise<T>): Promise<T> =>
  again(async () => {
    const aftermath = new Aftermath(ctx);
    const result = await ctx.em.fork().transactional(async (em) => {
      const recorded: News[] = [];
      const done = await work({
        ...aftermath.unit(em),
        record: (kind, payload) => void recorded.push({ kind, payload }),
        enqueue: async (job, order, options) => {
          await ctx.jobs.order(em, { job, order }, options);
          aftermath.wake(queueOf(job));
        },
      });
      if (recorded.length > 0) aftermath.news.push(...(await ctx.outbox.store(em, recorded)));
      return done;
    });
    await aftermath.follow();
    return result;
  });

/**
 * Runs one business act that is one statement, which commits by itself: no round trip is spent on a transaction. A
 * second statement that writes would be an act of its own.
 */
export const unitOfStatement = <T>(ctx: Context, work: (unit: StatementUnit) => Promise<T>): Promise<T> =>
  again(async () => {
    const aftermath = new Aftermath(ctx);
    const result = await work(aftermath.unit(ctx.em));
    await aftermath.follow();
    return result;
  });

/** What is to follow from an act once it stands. */
class Aftermath {
  readonly news: StoredNews[] = [];
  readonly #announcements: (() => void)[] = [];
  readonly #queues = new Set<string>();
  readonly #ctx: Context;

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  unit(em: EntityManager): StatementUnit {
    return {
      em,
      config: this.#ctx.config,
      insertion: (kind, payload, from) => this.#ctx.outbox.insertion(kind, payload, from),
      announce: (topic, message) =>
        void this.#announcements.push(() => this.#ctx.bus.publish(topic, message)),
      stored: (news) => void this.news.push(news),
    };
  }

  /** Once the act stands, this process looks at the queue at once. */
  wake(queue: string): void {
    this.#queues.add(queue);
  }

  /**
   * Whoever acted has waited long enough: the announcements go out in the next turn of the event loop, when the
   * answer is on its way, in the order in which the acts were done. A process that dies before has lost nothing
   * that the log does not have.
   */
  async follow(): Promise<void> {
    if (this.#announcements.length > 0) {
      setImmediate(() => this.#publish());
    }
    for (const queue of this.#queues) this.#ctx.jobs.nudge(queue);
    if (this.news.length > 0) await this.#ctx.outbox.tell(this.news);
  }

  #publish(): void {
    try {
      for (const publish of this.#announcements) publish();
    } catch (error) {
      this.#ctx.log.error({ err: error }, 'an act stands, but live subscribers hear of it from the log');
    }
  }
}

async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === attemptsMax || !isWorthAnotherTry(error)) throw error;
    }
  }
}

const serializationFailure = '40001';
const deadlockDetected = '40P01';

function isWorthAnotherTry(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === serializationFailure || code === deadlockDetected;
}
