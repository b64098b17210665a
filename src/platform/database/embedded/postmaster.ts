import { spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterIn } from './home-folder.ts';
import type { ClusterPlan } from './new-cluster.ts';
import { readServerState, signal } from './postmaster-pid.ts';
import { toolEnvironment } from './run-tool.ts';
import { startupFailure } from './startup-failure.ts';
import { waitUntil } from './wait-until.ts';

/** After a crash the server first replays what it had promised to keep, which may take minutes. */
const startTimeoutMs = 10 * 60_000;
/** A fast stop ends the sessions and writes everything down; a slow disk may take its time. */
const stopTimeoutMs = 2 * 60_000;

/** Said at every start rather than written once, so that a later version of the product can change them. */
const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have about 100 characters only, and the product does not use one.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One file per weekday, emptied when its day comes again; no statements and no values of members in it.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Starts the server in the background, where it outlives this program, and waits until it answers. */
export async function startPostmaster(plan: ClusterPlan, port: number): Promise<void> {
  const cluster = clusterIn(plan.home);
  const log = join(plan.home, 'start.log');
  // Root may have started an ordinary user's database before: that file must be replaced, not written to.
  await rm(log, { force: true });
  const channel = await open(log, 'wx', 0o600);
  const settings = Object.entries(serverSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C in the terminal is for this program, which stops the server when it is done with it.
  const child = spawn(
    join(plan.native, 'bin', 'postgres'),
    ['-D', cluster, '-p', String(port), ...settings],
    {
      ...plan.account.switchTo,
      cwd: '/',
      env: toolEnvironment,
      detached: true,
      stdio: ['ignore', channel.fd, channel.fd],
    },
  );
  child.unref();
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, endSignal) => (ended ??= `ended with ${code ?? endSignal}`));
  await channel.close();
  const settled = await waitUntil(
    async () => ended !== undefined || (await isReady(cluster)),
    startTimeoutMs,
  );
  if (ended === undefined && settled) return;
  if (ended === undefined && child.pid !== undefined) signal(child.pid, 'SIGINT');
  const said = await readFile(log, 'utf8').catch(() => '');
  throw startupFailure(
    `${said}\n${await readTodaysLog(cluster)}\n${ended ?? 'not ready in time'}`,
    plan.home,
  );
}

/** Waits until a server that somebody else started answers, or is gone. */
export async function waitWhileStarting(clusterFolder: string): Promise<void> {
  await waitUntil(async () => {
    const state = await readServerState(clusterFolder);
    return state.kind !== 'running' || state.isReady;
  }, startTimeoutMs);
}

/** Ends all sessions, has everything written down and waits for the server to be gone; gone already is fine. */
export async function stopPostmaster(clusterFolder: string): Promise<void> {
  const state = await readServerState(clusterFolder);
  if (state.kind !== 'running') return;
  signal(state.pid, 'SIGINT');
  const isGone = async (): Promise<boolean> => (await readServerState(clusterFolder)).kind !== 'running';
  if (await waitUntil(isGone, stopTimeoutMs)) return;
  throw new Error(
    `PostgreSQL (process ${state.pid}) did not stop within ${stopTimeoutMs / 1000} seconds; its disk may be slow ` +
      'or stuck. The next start uses it if it still runs then.',
  );
}

async function isReady(clusterFolder: string): Promise<boolean> {
  const state = await readServerState(clusterFolder);
  return state.kind === 'running' && state.isReady;
}

/** The last kilobytes of what the server wrote before it gave up. */
async function readTodaysLog(clusterFolder: string): Promise<string> {
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date().getUTCDay()];
  const text = await readFile(join(clusterFolder, 'log', `postgres-${weekday}.log`), 'utf8').catch(() => '');
  return text.slice(-4_000);
}
