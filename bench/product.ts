import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const root = join(import.meta.dirname, '..');

/** A benchmark is one address and few accounts asking very often: the limits stand, and are wide. */
export const roomyLimits = {
  LIMIT_REQUESTS_PER_MINUTE: '10000000',
  LIMIT_REGISTRATIONS_PER_HOUR: '1000000',
  LIMIT_COMMENTS_PER_MINUTE: '10000000',
  LIMIT_SOCKETS_PER_ADDRESS: '1000000',
  LIMIT_SOCKETS_PER_MEMBER: '100000',
  LIMIT_HASHES_WAITING: '1000',
} as const;

/** Builds what is older than its sources, so that it is today's product that is measured. */
export function buildProduct(...parts: readonly '--server'[]): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--if-stale', ...parts], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The product could not be built.');
}

export interface ProductOptions {
  readonly port: number;
  /** Without it the embedded PostgreSQL is started, on DATA_DIR. */
  readonly databaseUrl?: string;
  /** More settings than those of a production server with wide limits. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running product. */
export interface Product {
  readonly url: string;
  readonly socketUrl: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the built product as in production, its log going to a file, and waits until it serves. */
export async function startProduct({ port, databaseUrl, env }: ProductOptions): Promise<Product> {
  const logFile = join(mkdtempSync(join(tmpdir(), 'scribecast-bench-log-')), `product-${port}.log`);
  const log = openSync(logFile, 'a');
  const url = `http://127.0.0.1:${port}`;
  if (await fetch(url).catch(() => null)) throw new Error(`${url} is taken: another run may be under way.`);
  // As `npm start` starts it.
  const child = spawn(
    process.execPath,
    ['--min-semi-space-size=16', '--max-semi-space-size=16', 'dist/src/main.js'],
    {
      cwd: root,
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: '',
        LOG_LEVEL: 'info',
        ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
        ...roomyLimits,
        ...env,
      },
    },
  );
  const tail = (): string => readFileSync(logFile, 'utf8').slice(-2_000);
  await served(url, () => {
    if (child.exitCode !== null) throw new Error(`The product ended before it served:\n${tail()}`);
  });
  const socketUrl = `${url.replace('http', 'ws')}/graphql`;
  return { url, socketUrl, pid: child.pid ?? 0, stop: () => stopChild(child) };
}

const pollMs = 20;
const startWithinMs = 120_000;

/** Waits until the home page is served; `check` may throw to give up earlier. */
export async function served(url: string, check: () => void = () => undefined): Promise<void> {
  for (
    const startedMs = performance.now();
    performance.now() - startedMs < startWithinMs;
    await wait(pollMs)
  ) {
    check();
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${url} is not served after ${startWithinMs / 1_000} s.`);
}

/** Ends a program politely and waits until it is gone. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Undoes what was begun, the last first, whatever fails in between. */
export class Cleanup {
  readonly #steps: (() => Promise<unknown> | void)[] = [];

  add(step: () => Promise<unknown> | void): void {
    this.#steps.push(step);
  }

  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await step();
  }
}
