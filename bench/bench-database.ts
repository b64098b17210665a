import argon2 from 'argon2';
import { join } from 'node:path';
import pg from 'pg';
import { benchId, benchPassword, firstMadeId, loadingFunctions } from './bench-ids.ts';
import { root } from './product.ts';

/** Runs some statements over one connection of their own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Brings an empty database to the product's schema of today; needs a built server. */
export async function migrateProduct(url: string): Promise<void> {
  const built = join(root, 'dist/src');
  const { openOrm, migrate } = (await import(
    join(built, 'platform/database/orm.js')
  )) as typeof import('../src/platform/database/orm.ts');
  const { entities, migrations } = (await import(
    join(built, 'features.js')
  )) as typeof import('../src/features.ts');
  const orm = await openOrm({ url, entities, migrations });
  try {
    await migrate(orm);
  } finally {
    await orm.close();
  }
}

const bulkyTables = ['transcripts', 'segments', 'transcript_events', 'comments', 'ledger_entries'];

/**
 * Loads rows with triggers and foreign keys asleep and the bulky tables' secondary indexes gone, which are made
 * again afterwards as the migrations made them. For a database of the bench only.
 */
export async function loadRows(client: pg.Client, load: () => Promise<void>): Promise<void> {
  await client.query(`set synchronous_commit = off; set maintenance_work_mem = '1GB'; set timezone = 'UTC'`);
  await client.query(`set session_replication_role = replica`);
  await client.query(loadingFunctions);
  const passwordHash = await argon2.hash(benchPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await client.query(`select set_config('bench.password_hash', $1, false)`, [passwordHash]);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[])
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [bulkyTables],
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await load();
  await client.query(`select ledger_seal_unsealed()`);
  for (const { definition } of indexes) await client.query(definition);
  await client.query(`set session_replication_role = origin`);
}

/** Throws when a row of the ledger breaks one of its invariants. */
export async function checkInvariants(client: pg.Client): Promise<void> {
  const { rows: views } = await client.query<{ name: string }>(
    `select viewname as name from pg_views where schemaname = 'public' and viewname like 'invariant\\_%' order by 1`,
  );
  if (views.length === 0) throw new Error('The invariants of the ledger are gone.');
  for (const { name } of views) {
    const { rows } = await client.query(`select * from ${name} limit 3`);
    if (rows.length > 0) throw new Error(`${name} is broken: ${JSON.stringify(rows)}`);
  }
}

/** Fresh sessions for these members, by their numbers. */
export async function openSessions(client: pg.Client, members: readonly number[]): Promise<void> {
  await client.query(loadingFunctions);
  await client.query(
    `insert into sessions (id, member_id, token_hash, device, address, created_at, last_seen_at, idle_ms, expires_at)
     select pg_temp.bench_id(6, n), pg_temp.bench_id(1, n), sha256(convert_to('bench-session-of-member-' || n, 'UTF8')),
       'bench', '127.0.0.1', now(), now(), 30 * 86400000::bigint, now() + interval '30 days'
     from unnest($1::int[]) as n
     on conflict (id) do update set last_seen_at = excluded.last_seen_at, expires_at = excluded.expires_at`,
    [members],
  );
}

/**
 * Makes these transcripts live, by their numbers. Nothing was committed in their sessions, so the meter leaves them
 * alone; the sign of life keeps them from being ended.
 */
export async function goLive(client: pg.Client, transcripts: readonly number[]): Promise<void> {
  await client.query(
    `with opened as (
       update transcripts set status = 'LIVE', ended_at = null where id = any($1::uuid[]) returning id, owner_id)
     insert into live_sessions (id, transcript_id, member_id, started_at, last_activity_at)
     select id, id, owner_id, now(), now() from opened
     on conflict (id) do update set last_activity_at = now(), ended_at = null, first_segment_at = null`,
    [transcripts.map((n) => benchId('transcript', n))],
  );
}

/**
 * Takes back the comments that were made while measuring, with their events and numbers. Only for a time when
 * nobody listens: numbers are given a second time.
 */
export async function forgetComments(client: pg.Client): Promise<void> {
  await client.query('begin');
  const { rows } = await client.query<{ count: number }>(
    `with gone as (delete from comments where id > $1 returning transcript_id, seq),
     events as (delete from transcript_events e using gone g where e.transcript_id = g.transcript_id and e.seq = g.seq),
     counts as (select transcript_id, count(*)::int as count from gone group by 1),
     counted as (
       update transcripts t set last_seq = last_seq - c.count, comment_count = comment_count - c.count
       from counts c where t.id = c.transcript_id)
     select coalesce(sum(count), 0)::int as count from counts`,
    [firstMadeId],
  );
  await client.query('commit');
  // Behind a lock: the product may be noting its last deliveries, in an order of its own.
  await client.query('begin; lock table outbox_messages; delete from outbox_messages; commit');
  if (rows[0]?.count)
    await client.query('vacuum analyze comments, transcript_events, transcripts, outbox_messages');
}

/** Whether the cluster has this database. */
export const databaseExists = async (admin: pg.Client, name: string): Promise<boolean> =>
  (await admin.query(`select 1 from pg_database where datname = $1`, [name])).rowCount === 1;

/** Drops and makes a database of the bench. */
export async function recreate(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
}

/** Notes in a database that its rows are loaded, and which. */
export async function noteLoaded(client: pg.Client, version: string): Promise<void> {
  await client.query(`create table bench_house as select '${version}'::text as version`);
}

/** Which rows a database holds; null when it is not there or not whole. */
export async function loadedVersion(
  admin: pg.Client,
  { name, url }: { readonly name: string; readonly url: string },
): Promise<string | null> {
  if (!(await databaseExists(admin, name))) return null;
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query(`select 1 where to_regclass('bench_house') is not null`);
    if (tables.length === 0) return null;
    const { rows } = await client.query<{ version: string }>('select version from bench_house');
    return rows[0]?.version ?? null;
  });
}

/** Throws when the product is at one of these databases: what a run takes back would be another run's. */
export async function refuseIfBusy(admin: pg.Client, names: readonly string[]): Promise<void> {
  const { rowCount } = await admin.query(
    `select 1 from pg_stat_activity where datname = any($1::text[]) and application_name = 'scribecast'`,
    [names],
  );
  if (rowCount) throw new Error('Another run of the bench is under way in the same cluster.');
}
