import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProduct, roomyLimits, root, stopChild } from './product.ts';

/** The product and the reference, on one PostgreSQL. */
export interface Servers {
  readonly databaseUrl: string;
  readonly product: string;
  readonly bare: string;
  stop(): Promise<void>;
}

/** Starts all three on this machine alone; whatever fails leaves nothing running. */
export async function startServers(): Promise<Servers> {
  buildProduct('--server');
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
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
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
