import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { Logger } from 'pino';
import { rows, sql } from '../database/sql.ts';
import { deliveryNotes, type DeliveryNotes } from './delivery-notes.ts';

/** News between features, by kind. A feature adds its own by declaration merging beside the act that makes it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- features fill it by declaration merging
export interface DomainEvents {}

/** Hears of an event at least once; hearing it twice must change nothing. */
export type EventListener<Kind extends keyof DomainEvents> = (payload: DomainEvents[Kind]) => Promise<void>;

export interface ListenOptions {
  /** Set where whoever acts and then reads must see what followed: the act answers once this has heard. */
  readonly before?: 'answer';
}

type AnyListener = (payload: never) => Promise<void>;

/** A message on its way into the outbox. */
export interface News {
  readonly kind: keyof DomainEvents;
  readonly payload: unknown;
}

/** A message that is in the outbox, taken by the process that wrote it. */
export interface StoredNews extends News {
  readonly id: number;
}

/** After this many failures a message waits for a person; it is kept and logged. */
const attemptsMax = 100;
const relayBatch = 100;
/** Delivered messages are kept for looking back. */
const keptDays = 7;
/** How many messages are told at once after their acts have answered: listeners share the pool with everybody. */
const tellersMax = 4;
/** How many may wait in memory to be told; what is more is left to the relay, which finds it in the table. */
const waitingMax = 1_000;
/** How long a stop waits for listeners. */
const patienceMs = 5_000;

/**
 * News is written in the transaction that makes it and delivered after the commit: at once by the process that
 * wrote it, or by any process's relay if that one died in between. It is written as taken by its writer, so the
 * telling needs no statement; what became of many tellings is noted in one. News that nobody here listens to is
 * delivered the moment it is written.
 */
export class Outbox {
  readonly #listeners = new Map<keyof DomainEvents, AnyListener[]>();
  readonly #urgent = new Set<keyof DomainEvents>();
  readonly #em: EntityManager;
  readonly #log: Logger;
  readonly #notes: DeliveryNotes;
  readonly #waiting: StoredNews[] = [];
  readonly #tellers = new Set<Promise<void>>();

  constructor(em: EntityManager, log: Logger) {
    this.#em = em;
    this.#log = log;
    this.#notes = deliveryNotes(em);
  }

  /** Adds a listener; called by the composition root only. */
  on<Kind extends keyof DomainEvents>(
    kind: Kind,
    listener: EventListener<Kind>,
    { before }: ListenOptions = {},
  ): void {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), listener]);
    if (before === 'answer') this.#urgent.add(kind);
  }

  /** Stores messages in the caller's transaction, for `tell` after the commit. */
  async store(em: EntityManager, messages: readonly News[]): Promise<readonly StoredNews[]> {
    const kinds = messages.map(({ kind }) => String(kind));
    const payloads = messages.map(({ payload }) => JSON.stringify(payload));
    const heard = messages.map(({ kind }) => this.#listeners.has(kind));
    const stored = await rows(
      em,
      sql<{ id: number }>`insert into outbox_messages (kind, payload, taken_until, delivered_at)
        select kind, payload, ${takenUntil(sql`is_heard`)}, ${deliveredAt(sql`is_heard`)}
        from unnest(${kinds}::text[], ${payloads}::jsonb[], ${heard}::boolean[]) as n(kind, payload, is_heard)
        returning id`,
    );
    return messages.map((message, i) => ({ ...message, id: Number(stored[i]?.id) }));
  }

  /**
   * The insertion of a message for each row of `from` as the body of a CTE, for acts that are one statement. Yields
   * the messages' ids and payloads, for `tell` after the commit.
   */
  insertion<Kind extends keyof DomainEvents>(
    kind: Kind,
    payload: RawBuilder<unknown>,
    from: RawBuilder<unknown>,
  ): RawBuilder<{ id: number }> {
    const isHeard = sql`${this.#listeners.has(kind)}::boolean`;
    return sql`insert into outbox_messages (kind, payload, taken_until, delivered_at)
      select ${kind}::text, ${payload}, ${takenUntil(isHeard)}, ${deliveredAt(isHeard)}
      from ${from} returning id, payload`;
  }

  /**
   * Tells committed news that this process has stored. Resolves when what must come before the act's answer has
   * been told; the rest is told in a later turn. Never rejects: what cannot be told now is the relay's.
   */
  async tell(messages: readonly StoredNews[]): Promise<void> {
    const heard = messages.filter(({ kind }) => this.#listeners.has(kind));
    const later = heard.filter(({ kind }) => !this.#urgent.has(kind));
    if (later.length > 0) setImmediate(() => this.#tellLater(later));
    for (const message of heard)
      if (this.#urgent.has(message.kind)) await (await this.#deliver(message)).noted;
  }

  /** Delivers what a dead process left behind, and what failed before. */
  async relay(): Promise<void> {
    // On from the last one taken, so that one which fails again is not tried again at once.
    for (let last: number | null = 0; last !== null;) last = await this.#relayAfter(last);
  }

  /** Deletes what was delivered long enough ago that nobody asks for it any more. */
  async forget(): Promise<void> {
    await rows(
      this.#em.fork(),
      sql`delete from outbox_messages where delivered_at < now() - make_interval(days => ${keptDays})`,
    );
  }

  /**
   * Resolves when this process has told all that it has taken on, to be awaited before the database is closed; but
   * after some seconds at the latest: a listener that does not come back must not keep the house from stopping, and
   * what it was told is the relay's again.
   */
  async settled(): Promise<void> {
    // What an act that has just answered wants to be told is on its way to the queue.
    await new Promise(setImmediate);
    const patience = new AbortController();
    await Promise.race([this.#allTold(), wait(patienceMs, undefined, { signal: patience.signal })]);
    patience.abort();
  }

  async #allTold(): Promise<void> {
    while (this.#tellers.size > 0) await Promise.all(this.#tellers);
    await this.#notes.settled();
  }

  #tellLater(messages: readonly StoredNews[]): void {
    const room = waitingMax - this.#waiting.length;
    if (room < messages.length)
      this.#log.warn({ waiting: this.#waiting.length }, 'news is left to the relay');
    this.#waiting.push(...messages.slice(0, Math.max(0, room)));
    while (this.#tellers.size < tellersMax && this.#tellers.size < this.#waiting.length) {
      const teller: Promise<void> = this.#tellWaiting().finally(() => this.#tellers.delete(teller));
      this.#tellers.add(teller);
    }
  }

  async #tellWaiting(): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#deliver(next);
  }

  /**
   * Takes messages for a while and holds no connection meanwhile: listeners need connections of their own, and a
   * pool whose every connection waits for another one stands still. If this process dies, they come free again.
   */
  async #relayAfter(last: number): Promise<number | null> {
    const taken = await rows(
      this.#em.fork(),
      sql<StoredNews>`update outbox_messages set taken_until = now() + interval '1 minute'
        where id in (
          select id from outbox_messages
          where id > ${last} and delivered_at is null and (taken_until is null or taken_until < now())
            and created_at < now() - interval '5 seconds' and attempts < ${attemptsMax}
          order by id limit ${relayBatch} for update skip locked
        ) returning id, kind, payload`,
    );
    const messages = taken.toSorted((a, b) => a.id - b.id);
    const notes: Promise<void>[] = [];
    for (const message of messages) notes.push((await this.#deliver(message)).noted);
    await Promise.all(notes);
    return messages.length < relayBatch ? null : (messages.at(-1)?.id ?? null);
  }

  /** Resolves when the listeners have heard; what became of it is noted together with others, a moment later. */
  async #deliver({ id, kind, payload }: StoredNews): Promise<{ readonly noted: Promise<void> }> {
    let isDelivered = true;
    try {
      await this.#hear(kind, payload);
    } catch (error) {
      isDelivered = false;
      this.#log.error({ err: error, outboxId: id, kind }, 'an outbox message could not be delivered yet');
    }
    const noted = this.#notes
      .write(id, isDelivered)
      .catch((error: unknown) => this.#log.warn({ err: error, outboxId: id }, 'news waits for the relay'));
    return { noted };
  }

  async #hear(kind: keyof DomainEvents, payload: unknown): Promise<void> {
    for (const listener of this.#listeners.get(kind) ?? []) await listener(payload as never);
  }
}

/** News that is listened to is taken by its writer, until it must be dead. */
const takenUntil = (isHeard: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when ${isHeard} then now() + interval '1 minute' end`;

/** News that nobody listens to is delivered when it is written. */
const deliveredAt = (isHeard: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when not ${isHeard} then now() end`;
