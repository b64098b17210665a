import { mkdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import {
  databaseUrl,
  newConnectionSettings,
  readConnectionSettings,
  settlePort,
  writeConnectionSettings,
  type ConnectionSettings,
} from './embedded/connection-settings.ts';
import { claimFolder, type FolderClaim } from './embedded/folder-claim.ts';
import {
  clusterIn,
  findHome,
  homeFolderIn,
  settleHomeFolder,
  type HomeFolder,
} from './embedded/home-folder.ts';
import { dropOldCopies, settleNativeFolder, type NativeFolder } from './embedded/native-folder.ts';
import { createCluster, type ClusterPlan } from './embedded/new-cluster.ts';
import { startPostmaster, stopPostmaster, waitWhileStarting } from './embedded/postmaster.ts';
import { clearCrashedServer, readServerState } from './embedded/postmaster-pid.ts';
import { startupFailure } from './embedded/startup-failure.ts';

/** A running PostgreSQL of the project's own. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** One plain line for the log: how it came to run, where it keeps its files and why there. */
  readonly note: string;
  /** Stops the server and waits until it is gone; may be called again. */
  stop(): Promise<void>;
}

const startAttemptsMax = 3;

/**
 * Starts PostgreSQL on the given folder, creating the database at first, or takes over the server that an earlier
 * run left behind. Installs no signal handlers: whoever starts it calls `stop`, and where nobody could, the next
 * start takes the server over. Fails with a plain message that says what to do.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
}): Promise<EmbeddedPostgres> {
  refuseWindows();
  const claims: FolderClaim[] = [];
  const releaseClaims = async (): Promise<void> => {
    await Promise.all(claims.map((claim) => claim.release()));
  };
  try {
    await mkdir(options.dataDir, { recursive: true });
    const dataFolder = await realpath(options.dataDir);
    claims.push(await claimFolder(dataFolder));
    const home = await settleHomeFolder(dataFolder);
    // A copied project points to the same home outside of it.
    if (home.path !== homeFolderIn(dataFolder)) claims.push(await claimFolder(home.path));
    const { settings, note } = await bringUp(home);
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => await stopPostmaster(clusterIn(home.path)).finally(releaseClaims);
    return { url: databaseUrl(settings), note, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await releaseClaims();
    throw inPlainWords(error, options.dataDir);
  }
}

/**
 * The address of the server that works on the folder just now, whoever started it; null when none does. For
 * commands that work beside a running product; whoever uses it neither owns the server nor stops it.
 */
export async function runningEmbeddedPostgresUrl(options: {
  readonly dataDir: string;
}): Promise<string | null> {
  const dataFolder = await realpath(options.dataDir).catch(() => null);
  const home = dataFolder === null ? null : await findHome(dataFolder);
  if (home === null) return null;
  await waitWhileStarting(clusterIn(home));
  const state = await readServerState(clusterIn(home));
  if (state.kind !== 'running' || !state.isReady) return null;
  return databaseUrl({ ...(await readConnectionSettings(home)), port: state.port });
}

interface Upcoming {
  readonly settings: ConnectionSettings;
  readonly note: string;
}

async function bringUp(home: HomeFolder): Promise<Upcoming> {
  const native = await settleNativeFolder(home.path, home.account);
  const plan: ClusterPlan = { home: home.path, native: native.path, account: home.account };
  if (!home.hasCluster) {
    const settings = await newConnectionSettings();
    await createCluster(plan, settings);
    return {
      settings: await startOnFreePort(plan, settings),
      note: describe('started for the first time', home, native),
    };
  }
  await refuseOtherMajor(plan, native);
  const settings = await readConnectionSettings(home.path);
  const cluster = clusterIn(home.path);
  await waitWhileStarting(cluster);
  const state = await readServerState(cluster);
  const isOurs = state.kind === 'running' && isSameProgram(state.executable, native);
  if (state.kind === 'running' && isOurs && state.isReady) {
    const how = `took over the server that an earlier run left running (process ${state.pid})`;
    return { settings: { ...settings, port: state.port }, note: describe(how, home, native) };
  }
  // Its programs were replaced on disk (an update, a new npm ci): it could no longer load what it needs.
  if (state.kind === 'running') await stopPostmaster(cluster);
  if (state.kind === 'crashed') await clearCrashedServer(cluster, state.pid);
  const started = await startOnFreePort(plan, settings);
  await dropOldCopies(home.path, native);
  return { settings: started, note: describe(howStarted(state.kind), home, native) };
}

function howStarted(before: 'absent' | 'crashed' | 'running'): string {
  if (before === 'crashed') return 'recovered after a crash of the server';
  return before === 'running' ? 'stopped the outdated server of an earlier run and started' : 'started';
}

/** Another program may take the port between the look and the start, so it is tried more than once. */
async function startOnFreePort(
  plan: ClusterPlan,
  remembered: ConnectionSettings,
): Promise<ConnectionSettings> {
  for (let attempt = 1; ; attempt += 1) {
    const settings = { ...remembered, port: await settlePort(remembered.port) };
    if (settings.port !== remembered.port) await writeConnectionSettings(plan.home, settings);
    try {
      await startPostmaster(plan, settings.port);
      return settings;
    } catch (error) {
      if (attempt === startAttemptsMax || !/address already in use/i.test(String(error))) throw error;
    }
  }
}

/** On systems that do not tell (no /proc) the server is taken for the right one. */
function isSameProgram(executable: string | undefined, native: NativeFolder): boolean {
  return executable === undefined || executable === join(native.path, 'bin', 'postgres');
}

async function refuseOtherMajor(plan: ClusterPlan, native: NativeFolder): Promise<void> {
  const made = (await readFile(join(clusterIn(plan.home), 'PG_VERSION'), 'utf8')).trim();
  const major = native.version.split('.')[0];
  if (made === major) return;
  throw new Error(
    `The database in ${plan.home} was made by PostgreSQL ${made}, and this is PostgreSQL ${major}, which cannot ` +
      'read it. Run the version of the product that made it, or move the data with pg_dump and restore it here.',
  );
}

function describe(how: string, home: HomeFolder, native: NativeFolder): string {
  // 18.4.0-beta.17 packs PostgreSQL 18.4.
  const version = native.version.split('.').slice(0, 2).join('.');
  const remarks = [home.remark, native.remark].filter((remark) => remark !== undefined);
  const where = `data in ${home.path}, server user ${home.account.name}`;
  return [`Embedded PostgreSQL ${version}: ${how}; ${where}`, ...remarks].join('; ');
}

function refuseWindows(): void {
  if (process.platform !== 'win32') return;
  throw new Error('The embedded PostgreSQL is not supported on Windows. Use WSL, or set DATABASE_URL.');
}

/** The system's own errors (a full disk, a closed folder) get the same plain words as PostgreSQL's. */
function inPlainWords(error: unknown, folder: string): unknown {
  const isSystemError = error instanceof Error && 'code' in error && 'syscall' in error;
  return isSystemError ? startupFailure(error.message, folder) : error;
}
