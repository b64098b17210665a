import { randomBytes } from 'node:crypto';
import { chown, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeConnectionSettings, type ConnectionSettings } from './connection-settings.ts';
import { clusterIn, makePrivateFolder } from './home-folder.ts';
import { runTool, type ToolResult } from './run-tool.ts';
import type { ServerAccount } from './server-account.ts';
import { startupFailure } from './startup-failure.ts';

export interface ClusterPlan {
  readonly home: string;
  readonly native: string;
  readonly account: ServerAccount;
}

/**
 * Which letters are letters comes from the C library, and pg_trgm drops all Chinese where that knows only "C";
 * order and case come from PostgreSQL itself, so they are the same on every machine.
 */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];

const clusterTraits = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--data-checksums',
];

const unfinishedPrefix = 'unfinished-';

/**
 * Creates the database files, with the final name coming last, so that an interrupted start begins anew. The
 * unfinished name is never used twice: after `kill -9` an orphaned initdb may still be writing to its own.
 */
export async function createCluster(plan: ClusterPlan, settings: ConnectionSettings): Promise<void> {
  await dropUnfinished(plan.home);
  const workshop = join(plan.home, `${unfinishedPrefix}${randomBytes(6).toString('hex')}`);
  const unfinished = join(workshop, 'cluster');
  try {
    await makePrivateFolder(workshop, plan.account);
    await initialise(plan, unfinished, settings);
    await addDatabase(plan, unfinished, settings);
    await writeConnectionSettings(plan.home, settings);
    await rename(unfinished, clusterIn(plan.home));
    await flushFolder(plan.home);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** A power cut must not bring back the unfinished name, under which the next start would throw the data away. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

async function dropUnfinished(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith(unfinishedPrefix));
  const drop = { recursive: true, force: true, maxRetries: 5 };
  await Promise.all(names.map((name) => rm(join(home, name), drop)));
}

async function initialise(plan: ClusterPlan, folder: string, settings: ConnectionSettings): Promise<void> {
  const { switchTo } = plan.account;
  const passwordFile = join(dirname(folder), 'password');
  await writeFile(passwordFile, `${settings.superuserPassword}\n`, { mode: 0o600 });
  if (switchTo !== undefined) await chown(passwordFile, switchTo.uid, switchTo.gid);
  let answer: ToolResult = { code: undefined, output: '' };
  for (const characterType of characterTypes) {
    const parameters = [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, `--lc-ctype=${characterType}`];
    answer = await runTool(join(plan.native, 'bin', 'initdb'), [...parameters, ...clusterTraits], {
      as: switchTo,
    });
    if (answer.code === 0) return;
    await rm(folder, { recursive: true, force: true });
    if (!/invalid locale/i.test(answer.output)) break;
  }
  throw startupFailure(answer.output, plan.home);
}

/** Adds the product's own user, who is no superuser, and database; the server need not listen for that. */
async function addDatabase(plan: ClusterPlan, folder: string, settings: ConnectionSettings): Promise<void> {
  const statements = [
    `CREATE ROLE scribecast LOGIN CREATEDB PASSWORD '${settings.password}';`,
    'CREATE DATABASE scribecast OWNER scribecast;',
  ];
  // Otherwise a failing statement would be quoted in the output, with the password.
  const parameters = ['--single', '-D', folder, '-c', 'log_min_error_statement=panic', 'postgres'];
  const options = { as: plan.account.switchTo, input: `${statements.join('\n')}\n` };
  const answer = await runTool(join(plan.native, 'bin', 'postgres'), parameters, options);
  // This mode reports a failed statement, goes on, and ends with 0.
  if (answer.code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(answer.output))
    throw startupFailure(answer.output, plan.home);
}
