import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, sql } from '../database/sql.ts';

/** Writes down what became of outbox messages. */
export interface DeliveryNotes {
  /** Notes one message as delivered, or as failed and free again; resolves once it is written. */
  write(id: number, isDelivered: boolean): Promise<void>;
  /** Resolves when nothing is left to write. */
  settled(): Promise<void>;
}

interface Batch {
  readonly ids: number[];
  readonly delivered: boolean[];
  readonly written: Promise<void>;
}

/**
 * Notes that come while a statement is under way share the next one: one message is noted at once, and many at the
 * price of a few.
 */
export function deliveryNotes(em: EntityManager): DeliveryNotes {
  let writing: Promise<void> = Promise.resolve();
  let next: Batch | null = null;
  const begin = (): Batch => {
    const ids: number[] = [];
    const delivered: boolean[] = [];
    const written = writing.then(() => {
      next = null;
      return noteAll(em, ids, delivered);
    });
    writing = written.catch(() => undefined);
    return { ids, delivered, written };
  };
  return {
    write(id, isDelivered) {
      next ??= begin();
      next.ids.push(id);
      next.delivered.push(isDelivered);
      return next.written;
    },
    async settled() {
      for (let last: Promise<void> | null = null; last !== writing;) await (last = writing);
    },
  };
}

async function noteAll(
  em: EntityManager,
  ids: readonly number[],
  delivered: readonly boolean[],
): Promise<void> {
  await rows(
    em.fork(),
    sql`update outbox_messages o set delivered_at = coalesce(o.delivered_at, case when n.told then now() end),
        attempts = o.attempts + case when n.told then 0 else 1 end,
        taken_until = case when n.told then o.taken_until end
      from unnest(${ids}::bigint[], ${delivered}::boolean[]) as n(id, told) where o.id = n.id`,
  );
}
