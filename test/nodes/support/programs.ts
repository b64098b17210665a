import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import type { UserIds } from '../../../src/platform/database/embedded/run-tool.ts';
import { findNodePrograms, missingNodePrograms } from '../../support/node-programs.js';

/** Where the programs are; throws in plain words when one is missing. */
export function nodePrograms(): { readonly postgresFolder: string; readonly redisServer: string } {
  const { postgresFolder, redisServer } = findNodePrograms();
  if (postgresFolder !== null && redisServer !== null) return { postgresFolder, redisServer };
  throw new Error(
    `The tests of several nodes need ${missingNodePrograms().join(' and ')}. ` +
      'On Debian: apt-get install redis-server postgresql.',
  );
}

/** A port of the loopback that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** A folder to throw away, which this user can work in. */
export function throwAwayFolder(user?: UserIds): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'scribecast-nodes-'));
  chmodSync(folder, 0o755);
  if (user) chownSync(folder, user.uid, user.gid);
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ProgramOptions {
  readonly as?: UserIds | undefined;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** A program that runs until it is stopped or killed. */
export class Program {
  readonly #child: ChildProcess;
  #said = '';

  constructor(file: string, parameters: readonly string[], { as, env, cwd = '/' }: ProgramOptions = {}) {
    this.#child = spawn(file, parameters, { ...as, cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream
        ?.setEncoding('utf8')
        .on('data', (text: string) => (this.#said = (this.#said + text).slice(-20_000)));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The last of what it said, on both channels. */
  get said(): string {
    return this.#said;
  }

  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Sends the signal and goes on. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends the signal and waits until the program is gone. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.isOver) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill(signal);
    await gone;
  }
}

/** How to end what was started, in the order of the starting. */
export type Undo = (() => unknown)[];

/** Starts something that ends with the test file; whatever was started ends at once when something after it fails. */
export async function startedForFile<T>(start: (undo: Undo) => Promise<T>): Promise<T> {
  const undo: Undo = [];
  const end = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  afterAll(end);
  try {
    return await start(undo);
  } catch (error) {
    await end();
    throw error;
  }
}

/** Waits for what nobody announces; throws what `otherwise` says when it does not come about. */
export async function until(
  condition: () => Promise<boolean> | boolean,
  otherwise: () => string,
  waitMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + waitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`It did not come about: ${otherwise()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
