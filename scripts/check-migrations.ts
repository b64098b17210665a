/**
 * Says whether the migrations make the tables that the entities describe: applies them to an empty database and
 * lets the ORM compare. Needs the built server (npm run build) and brings its own PostgreSQL, unless
 * TEST_DATABASE_URL names one.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrationDrift } from './migration-drift.ts';

const built = (file: string): string => join(import.meta.dirname, '../dist/src', file);
// Only the built files: the features carry decorators, which have to be compiled.
const { openOrm, migrate } = (await import(built('platform/database/orm.js'))) as OrmModule;
const { startEmbeddedPostgres } = (await import(
  built('platform/database/embedded-postgres.js')
)) as EmbeddedModule;
const { entities, migrations } = (await import(built('features.js'))) as FeaturesModule;

type OrmModule = typeof import('../src/platform/database/orm.ts');
type EmbeddedModule = typeof import('../src/platform/database/embedded-postgres.ts');
type FeaturesModule = typeof import('../src/features.ts');

const drift = await withServer((server) => withDatabase(server, driftIn));
if (drift.length > 0) {
  console.error('The migrations do not make what the entities describe. It would take:\n');
  for (const statement of drift) console.error(`  ${statement}`);
  console.error('\nAdd a migration (the last merged one is never edited), or mend the entity.');
  process.exitCode = 1;
}

async function driftIn(url: string): Promise<readonly string[]> {
  const orm = await openOrm({ url, entities, migrations });
  try {
    await migrate(orm);
    return await migrationDrift(orm);
  } finally {
    await orm.close();
  }
}

async function withServer<T>(use: (url: string) => Promise<T>): Promise<T> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return use(given);
  const dataDir = mkdtempSync(join(tmpdir(), 'scribecast-migrations-'));
  // The server's account is another one when this runs as root, and has to get in.
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    return await use(postgres.url);
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withDatabase<T>(server: string, use: (url: string) => Promise<T>): Promise<T> {
  const name = `migrations_${process.pid}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return await use(url.toString());
  } finally {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
  }
}
