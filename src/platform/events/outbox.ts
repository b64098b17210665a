import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { rows, sql } from '../database/sql.ts';

/** News between features, by kind. A feature adds its own by declaration merging beside the act that makes it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- features fill it by declaration merging
export interface DomainEvents {}

/** Hears of an event at least once; hearing it twice must change nothing. */
export type EventListener<Kind extends keyof DomainEvents> = (payload: DomainEvents[Kind]) => Promise<void>;

type AnyListener = (payload: never) => Promise<void>;

interface StoredMessage {
  readonly id: number;
  readonly kind: keyof DomainEvents;
  readonly payload: never;
}

/** After this many failures a message waits for a person; it is kept and logged. */
const attemptsMax = 100;
const relayBatch = 100;
/** Delivered messages are kept for looking back. */
const keptDays = 7;

/**
 * News is written in the transaction that makes it and delivered after the commit: at once by the process that
 * wrote it, or by any process's relay if that one died in between.
 */
export class Outbox {
  readonly #listeners = new Map<keyof DomainEvents, AnyListener[]>();
  readonly #em: EntityManager;
  readonly #log: Logger;

  constructor(em: EntityManager, log: Logger) {
    this.#em = em;
    this.#log = log;
  }

  /** Adds a listener; called by the composition root only. */
  on<Kind extends keyof DomainEvents>(kind: Kind, listener: EventListener<Kind>): void {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), listener]);
  }

  /** Stores messages in the caller's transaction; returns their ids for delivery after the commit. */
  async store(
    em: EntityManager,
    messages: readonly { readonly kind: keyof DomainEvents; readonly payload: unknown }[],
  ): Promise<readonly number[]> {
    if (messages.length === 0) return [];
    const kinds = messages.map(({ kind }) => String(kind));
    const payloads = messages.map(({ payload }) => JSON.stringify(payload));
    const stored = await rows(
      em,
      sql<{ id: number }>`insert into outbox_messages (kind, payload)
        select * from unnest(${kinds}::text[], ${payloads}::jsonb[]) returning id`,
    );
    return stored.map(({ id }) => id);
  }

  /** Delivers these messages unless another process already does. */
  deliver(ids: readonly number[]): Promise<void> {
    return this.#deliverWhere(sql`id = any(${ids}::bigint[])`);
  }

  /** Delivers what a dead process left behind, and what failed before. */
  relay(): Promise<void> {
    return this.#deliverWhere(sql`created_at < now() - interval '5 seconds' and attempts < ${attemptsMax}`);
  }

  /** Deletes what was delivered long enough ago that nobody asks for it any more. */
  async forget(): Promise<void> {
    await rows(
      this.#em.fork(),
      sql`delete from outbox_messages where delivered_at < now() - make_interval(days => ${keptDays})`,
    );
  }

  /**
   * Takes messages for a while and holds no connection meanwhile: listeners need connections of their own, and a
   * pool whose every connection waits for another one stands still. If this process dies, they come free again.
   */
  async #deliverWhere(which: ReturnType<typeof sql>): Promise<void> {
    const em = this.#em.fork();
    const taken = await rows(
      em,
      sql<StoredMessage>`update outbox_messages set taken_until = now() + interval '1 minute'
        where id in (
          select id from outbox_messages
          where delivered_at is null and (taken_until is null or taken_until < now()) and ${which}
          order by id limit ${relayBatch} for update skip locked
        ) returning id, kind, payload`,
    );
    for (const message of taken.toSorted((a, b) => a.id - b.id)) await this.#deliverOne(em, message);
  }

  async #deliverOne(em: EntityManager, { id, kind, payload }: StoredMessage): Promise<void> {
    try {
      for (const listener of this.#listeners.get(kind) ?? []) await listener(payload);
      await rows(em, sql`update outbox_messages set delivered_at = now() where id = ${id}`);
    } catch (error) {
      this.#log.error({ err: error, outboxId: id, kind }, 'an outbox message could not be delivered yet');
      await rows(
        em,
        sql`update outbox_messages set attempts = attempts + 1, taken_until = null where id = ${id}`,
      );
    }
  }
}
