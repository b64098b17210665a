import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The product and the reference, on one PostgreSQL. */
export interface Servers {
  readonly databaseUrl: string;
  readonly product: string;
  readonly bare: string;
  stop(): Promise<void>;
}

/** A benchmark is one address and few accounts asking very often. */
const roomyLimits = {
  LIMIT_REQUESTS_PER_MINUTE: '10000000',
  LIMIT_REGISTRATIONS_PER_HOUR: '1000000',
  LIMIT_SOCKETS_PER_ADDRESS: '100000',
  LIMIT_HASHES_WAITING: '1000',
};

/** Builds what is older than its sources, so that it is today's product that is measured. */
function buildServer(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--if-stale', '--server'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The server could not be built.');
}

/** Starts all three on this machine alone; whatever fails leaves nothing running. */
export async function startServers(): Promise<Servers> {
  buildServer();
  const undo: (() => Promise<unknown> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const databaseUrl = await startDatabase(undo);
    const product = await startProgram('dist/src/main.js', { databaseUrl, undo });
    const bare = await startProgram('bench/bare-server.ts', { databaseUrl, undo });
    return { databaseUrl, product, bare, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(undo: (() => Promise<unknown> | void)[]): Promise<string> {
  const built = join(root, 'dist/src/platform/database/embedded-postgres.js');
  const { startEmbeddedPostgres } = (await import(
    built
  )) as typeof import('../src/platform/database/embedded-postgres.ts');
  const dataDir = mkdtempSync(join(tmpdir(), 'scribecast-bench-'));
  undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
  // As root the server runs under another account, which has to get in.
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  undo.push(() => postgres.stop());
  return postgres.url;
}

interface Start {
  readonly databaseUrl: string;
  readonly undo: (() => Promise<unknown> | void)[];
}

/** Starts a program of ours and waits for the address that it prints. */
async function startProgram(program: string, { databaseUrl, undo }: Start): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, databaseUrl], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: '',
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      ...roomyLimits,
    },
  });
  undo.push(() => stopChild(child));
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const url = /(?:→|bare)\s+(http:\/\/\S+)/.exec(said)?.[1];
    if (url) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`${program} ended before it listened: ${said}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
