import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folders in which PostgreSQL's own programs may be: what pg_config says, then where Debian puts them, newest first. */
function postgresFolders() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isFinite) : [];
  const packaged = versions.sort((a, b) => b - a).map((version) => path.join(debian, String(version), 'bin'));
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim(), ...packaged];
  } catch {
    return packaged;
  }
}

const inPath = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

const postgresPrograms = ['postgres', 'initdb', 'pg_basebackup'];

/** Where the programs are that the tests of several nodes start; null for what this machine does not have. */
export function findNodePrograms() {
  const postgresFolder = postgresFolders().find((folder) =>
    postgresPrograms.every((program) => existsSync(path.join(folder, program))),
  );
  return { postgresFolder: postgresFolder ?? null, redisServer: inPath('redis-server') ?? null };
}

/** What test/nodes needs and this machine lacks, in words. */
export function missingNodePrograms() {
  const { postgresFolder, redisServer } = findNodePrograms();
  return [
    ...(postgresFolder === null ? ["PostgreSQL's own programs (initdb, pg_basebackup)"] : []),
    ...(redisServer === null ? ['redis-server'] : []),
  ];
}
