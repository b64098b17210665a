import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';
import { accountOfOwner, chooseAccount, findClosedFolder, type ServerAccount } from './server-account.ts';

/** Where the database lives: usually `postgres` in the data folder, elsewhere when its user cannot get there. */
export interface HomeFolder {
  readonly path: string;
  readonly account: ServerAccount;
  readonly hasCluster: boolean;
  /** Why the home is not in the data folder. */
  readonly remark: string | undefined;
}

/** Folders that the server's user can enter on about every system, for when the data folder is out of reach. */
const refugeFolders = ['/var/lib', '/srv', '/opt', '/usr/local/var'];

/** The usual home of a data folder. */
export const homeFolderIn = (dataFolder: string): string => join(dataFolder, 'postgres');

/** The home's folder with PostgreSQL's own files. */
export const clusterIn = (home: string): string => join(home, 'cluster');

/** The home of the database that exists for a data folder, if one does; makes nothing. */
export async function findHome(dataFolder: string): Promise<string | null> {
  const pointed = (await readFile(join(dataFolder, 'postgres-folder.txt'), 'utf8').catch(() => '')).trim();
  const home = pointed === '' ? homeFolderIn(dataFolder) : pointed;
  return (await exists(clusterIn(home))) ? home : null;
}

/** Finds the home of an existing database, or makes one that the server's user can really work in. */
export async function settleHomeFolder(dataFolder: string): Promise<HomeFolder> {
  const pointer = join(dataFolder, 'postgres-folder.txt');
  const pointed = (await readFile(pointer, 'utf8').catch(() => '')).trim();
  const existing = pointed === '' ? homeFolderIn(dataFolder) : pointed;
  if (await exists(clusterIn(existing)))
    return await reopenHome(existing, pointed === '' ? undefined : dataFolder);
  if (pointed !== '' && !(await exists(pointed))) throw lostHome(pointer, pointed);
  const account = await chooseAccount();
  const problem = await prepareHome(existing, account);
  if (problem === undefined) return { path: existing, account, hasCluster: false, remark: undefined };
  if (account.switchTo === undefined || pointed !== '') throw new Error(problem);
  const path = await prepareRefuge(dataFolder, account);
  await writeFile(pointer, `${path}\n`);
  return { path, account, hasCluster: false, remark: `${problem}, so the database is kept in ${path}` };
}

async function reopenHome(path: string, insteadOf: string | undefined): Promise<HomeFolder> {
  const account = await accountOfOwner(clusterIn(path));
  const closed = await findClosedFolder(path, account);
  if (closed !== undefined) {
    throw new Error(
      `The database in ${path} belongs to the user ${account.name}, who cannot enter ${closed}. ` +
        `Open the way (chmod o+x ${closed}), or move the project to a folder that others may enter.`,
    );
  }
  const remark = insteadOf === undefined ? undefined : `the database of ${insteadOf} is kept in ${path}`;
  return { path, account, hasCluster: true, remark };
}

async function prepareRefuge(dataFolder: string, account: ServerAccount): Promise<string> {
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 10);
  for (const refuge of refugeFolders) {
    if (!(await exists(refuge)) || (await findClosedFolder(refuge, account)) !== undefined) continue;
    const path = await freshName(join(refuge, `scribecast-${mark}`));
    if ((await prepareHome(path, account)) === undefined) return path;
  }
  throw new Error(
    `The user ${account.name} can reach neither the data folder ${dataFolder} nor any of ` +
      `${refugeFolders.join(', ')}. Move the project to a folder that others may enter, or set DATABASE_URL.`,
  );
}

/** What an earlier clone left under the same name is neither taken over nor overwritten. */
async function freshName(wanted: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if (!(await exists(name))) return name;
  }
}

/** Makes the home and tries it out as the server's user; answers what is in the way, leaving nothing behind. */
async function prepareHome(path: string, account: ServerAccount): Promise<string | undefined> {
  const isNew = !(await exists(path));
  try {
    await mkdir(path, { recursive: true });
    // Its user must pass through; what is inside is closed to others one by one. The umask may forbid it.
    await chmod(path, 0o711);
    const closed = await findClosedFolder(path, account);
    const problem = closed === undefined ? await tryOut(path, account) : `cannot enter ${closed}`;
    if (problem === undefined) return undefined;
    if (isNew) await rm(path, { recursive: true, force: true });
    return `the user ${account.name} ${problem}`;
  } catch (error) {
    // As root every way is tried before giving up; as oneself the system's own word is the best explanation.
    if (account.switchTo === undefined) throw error;
    return `${path} cannot be used (${(error as Error).message})`;
  }
}

async function tryOut(home: string, account: ServerAccount): Promise<string | undefined> {
  const trial = join(home, 'trial');
  await makePrivateFolder(trial, account);
  try {
    const { mode } = await stat(trial);
    if ((mode & 0o077) !== 0) return `cannot have a private folder in ${home}`;
    const answer = await runTool('/bin/sh', ['-c', ': > "$1/file"', 'sh', trial], { as: account.switchTo });
    return answer.code === 0 ? undefined : `cannot write in ${home}`;
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Makes an empty folder that belongs to the server's user alone; what was there is removed. */
export async function makePrivateFolder(path: string, account: ServerAccount): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path);
  await chmod(path, 0o700);
  if (account.switchTo !== undefined) await chown(path, account.switchTo.uid, account.switchTo.gid);
}

function lostHome(pointer: string, pointed: string): Error {
  return new Error(
    `${pointer} says that the database is in ${pointed}, but that folder is gone. ` +
      'Put it back; or remove the file to begin with an empty database.',
  );
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
