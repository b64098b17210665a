import type { EntityManager } from '@mikro-orm/postgresql';
import type { Config } from '../config/config.ts';
import type { BusMessages, Topic } from '../events/bus.ts';
import type { DomainEvents } from '../events/outbox.ts';
import type { Context } from '../context.ts';

/** What a business act may do while its transaction is open. */
export interface Unit {
  readonly em: EntityManager;
  /** The house's settings, for acts that run inside another feature's unit. */
  readonly config: Config;
  /** News for other features: stored with the act, delivered at least once after it. */
  record<Kind extends keyof DomainEvents>(kind: Kind, payload: DomainEvents[Kind]): void;
  /** A message for live subscribers: published once the act stands, lost with the process; the log is the truth. */
  announce<Name extends keyof BusMessages>(topic: Topic<Name>, message: BusMessages[Name]): void;
}

const attemptsMax = 4;

/**
 * Runs one business act in one transaction; the only place where writes happen. A deadlock or a serialisation
 * failure runs the act again, so the act must touch nothing but its unit. After the commit its news is published.
 */
export async function unitOfWork<T>(ctx: Context, work: (unit: Unit) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(ctx, work);
    } catch (error) {
      if (attempt === attemptsMax || !isWorthAnotherTry(error)) throw error;
    }
  }
}

async function runOnce<T>(ctx: Context, work: (unit: Unit) => Promise<T>): Promise<T> {
  const announcements: (() => void)[] = [];
  const recorded: { readonly kind: keyof DomainEvents; readonly payload: unknown }[] = [];
  let outboxIds: readonly number[] = [];
  const result = await ctx.em.fork().transactional(async (em) => {
    const done = await work({
      em,
      config: ctx.config,
      record: (kind, payload) => void recorded.push({ kind, payload }),
      announce: (topic, message) => void announcements.push(() => ctx.bus.publish(topic, message)),
    });
    outboxIds = await ctx.outbox.store(em, recorded);
    return done;
  });
  for (const publish of announcements) publish();
  // Awaited, so that whoever acts and then reads sees what followed from the act.
  if (outboxIds.length > 0) await deliver(ctx, outboxIds);
  return result;
}

/** The act stands already: what cannot be delivered now is the relay's, and no failure of the act. */
async function deliver(ctx: Context, outboxIds: readonly number[]): Promise<void> {
  try {
    await ctx.outbox.deliver(outboxIds);
  } catch (error) {
    ctx.log.warn({ err: error, outboxIds }, 'news waits for the relay');
  }
}

const serializationFailure = '40001';
const deadlockDetected = '40P01';

function isWorthAnotherTry(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === serializationFailure || code === deadlockDetected;
}
