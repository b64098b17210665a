import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, UnderscoreNamingStrategy, type EntitySchema, type Options } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { PreparingClient } from './prepared-client.ts';
import { rows, sql } from './sql.ts';

/** One class per migration, oldest first; the list is written out so that no folder is scanned at start. */
export type MigrationList = NonNullable<NonNullable<Options['migrations']>['migrationsList']>;

export interface OrmOptions {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: MigrationList;
  /** PostgreSQL gives up a statement that takes longer. */
  readonly statementMs?: number;
  /** Connections at most. */
  readonly poolMax?: number;
}

/** A connection is replaced after this time: what it has prepared goes with it. */
const connectionLifetimeSeconds = 3_600;

const timestamptzOid = 1184;
const bigintOid = 20;

/** The ORM's settings, shared by the product, its command line and the tests. */
export function ormOptions(options: OrmOptions): Options {
  const { url, entities, migrations, statementMs = 10_000, poolMax = 16 } = options;
  return {
    clientUrl: url,
    entities: [...entities],
    extensions: [Migrator],
    migrations: {
      migrationsList: migrations,
      snapshot: false,
      transactional: true,
      allOrNothing: true,
      silent: true,
    },
    // pg-boss's own tables: it makes and upgrades them (platform/jobs).
    schemaGenerator: { ignoreSchema: ['jobs'] },
    namingStrategy: UnderscoreNamingStrategy,
    forceUtcTimezone: true,
    allowGlobalContext: false,
    debug: false,
    pool: { max: poolMax },
    driverOptions: {
      application_name: 'scribecast',
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: 30_000,
      Client: PreparingClient,
      maxLifetimeSeconds: connectionLifetimeSeconds,
      // Nobody waits for ever for a connection that others hold, nor for a server that does not answer any more.
      connectionTimeoutMillis: statementMs,
      keepAlive: true,
      onPoolCreated: readDatesAndCountsAsJavaScriptDoes,
    },
  };
}

/** Raw statements and entities get the same: a Date for a moment, a number for a count (all ours fit 2^53). */
function readDatesAndCountsAsJavaScriptDoes(pool: Pool): void {
  const types = pool.options.types as unknown as {
    setTypeParser(oid: number, parse: (text: string) => unknown): void;
  };
  types.setTypeParser(
    timestamptzOid,
    (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  );
  types.setTypeParser(bigintOid, Number);
}

/** Connects; the caller closes. */
export const openOrm = (options: OrmOptions): Promise<MikroORM> => MikroORM.init(ormOptions(options));

/** One number for "migrating": nodes that start together take turns. */
const migrationLock = 7_265_110;

/** Brings the schema up to date; nodes that start at the same time wait for the first. Returns what was applied. */
export async function migrate(orm: MikroORM): Promise<readonly string[]> {
  const em = orm.em.fork();
  return em.transactional(async (holder) => {
    await rows(holder, sql`set local statement_timeout = 0`);
    await rows(holder, sql`set local idle_in_transaction_session_timeout = 0`);
    await rows(holder, sql`select pg_advisory_xact_lock(${migrationLock})`);
    // In the transaction that holds the lock: all or nothing, and as long as it takes.
    const applied = await orm.migrator.up({ transaction: holder.getTransactionContext<object>() });
    return applied.map((migration) => migration.name);
  });
}

/** True when the database answers and has every migration. */
export async function isReady(orm: MikroORM): Promise<boolean> {
  const pending = await orm.migrator.getPending();
  return pending.length === 0;
}
