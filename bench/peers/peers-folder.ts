import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withClient } from '../bench-database.ts';

/** The peers' own benchmark, in a copy that may be written. */
export interface PeersFolder {
  readonly path: string;
  /** Starts their PostgreSQL with their rows; returns how to stop it, which does nothing when it ran before. */
  startPostgres(): Promise<() => Promise<void>>;
  /** The address of a database in their cluster. */
  databaseUrl(name: string): string;
}

/** A cluster beside the peers' own, so that what is done in it is not counted as theirs. */
export interface ClusterApart {
  readonly folder: string;
  readonly port: number;
}

interface PeersPostgres {
  startPg(): Promise<() => void>;
  readonly url: string;
}

/**
 * Copies the peers' folder to the temporary directory and installs what it needs; without a source, what an earlier
 * run has copied there is used again.
 */
export async function preparePeers(
  source: string | null,
  apart: ClusterApart | null = null,
): Promise<PeersFolder> {
  const path = join(tmpdir(), 'scribecast-peers');
  const from = source === null ? path : resolve(source);
  if (!existsSync(join(from, 'run.mjs')))
    throw new Error(`There are no peers in ${from}: say --peers <folder>, once.`);
  if (from !== path) copy(from, path);
  if (!isInstalled(path)) install(path);
  const { startPg, url } = await clusterOf(path, apart);
  return {
    path,
    startPostgres: () => startShared(startPg, url),
    databaseUrl: (name) => url.replace(/\/bench$/, `/${name}`),
  };
}

/** Their pg.mjs takes the place of its cluster from the environment, at the moment when it is loaded. */
async function clusterOf(path: string, apart: ClusterApart | null): Promise<PeersPostgres> {
  if (apart) {
    mkdirSync(apart.folder, { recursive: true });
    Object.assign(process.env, { TMPDIR: apart.folder, BENCH_PG_PORT: String(apart.port) });
  }
  return (await import(pathToFileURL(join(path, 'pg.mjs')).href)) as PeersPostgres;
}

/** Whoever started the cluster stops it, unless somebody else is at it meanwhile. */
async function startShared(startPg: PeersPostgres['startPg'], url: string): Promise<() => Promise<void>> {
  const stop = await startPg();
  return async () => {
    const others = await withClient(url, async (client) => {
      const { rowCount } = await client.query(
        `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      return rowCount ?? 0;
    });
    if (others === 0) stop();
  };
}

function copy(from: string, to: string): void {
  const isTheirs = (file: string): boolean => !/node_modules|profiles/.test(file.slice(from.length));
  cpSync(from, to, { recursive: true, filter: isTheirs });
}

/** npm leaves its own lock file in node_modules, written last. */
function isInstalled(path: string): boolean {
  const installed = join(path, 'node_modules/.package-lock.json');
  const lock = join(path, 'package-lock.json');
  if (!existsSync(installed)) return false;
  const versions = (file: string): string =>
    Object.entries(
      (
        JSON.parse(readFileSync(file, 'utf8')) as {
          packages: Record<string, { version?: string; optional?: true }>;
        }
      ).packages,
    )
      .filter(([name, { optional }]) => name !== '' && !optional)
      .map(([name, { version }]) => `${name}@${version}`)
      .sort()
      .join();
  return statSync(installed).size > 0 && versions(installed) === versions(lock);
}

function install(path: string): void {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: path, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed.');
}
