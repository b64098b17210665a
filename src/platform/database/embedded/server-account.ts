import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { runTool, type UserIds } from './run-tool.ts';

/** The user whom the server runs as: PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly name: string;
  /** Set when this program is root and has to become that user. */
  readonly switchTo: UserIds | undefined;
}

const ownAccountName = 'scribecast';
const knownAccountNames = ['postgres', ownAccountName];

/** Tells whether this program has to hand the server to another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Chooses the user for a new database: oneself, or as root the system's `postgres`, or one made for it. */
export async function chooseAccount(): Promise<ServerAccount> {
  if (!isRoot()) return { name: ownName(), switchTo: undefined };
  for (const name of knownAccountNames) {
    const account = await lookUpAccount(name);
    if (account !== undefined) return account;
  }
  return await createAccount();
}

/** The user who owns an existing database: nobody else may run its server. */
export async function accountOfOwner(clusterFolder: string): Promise<ServerAccount> {
  const { uid, gid } = await stat(clusterFolder);
  const named = await runTool('id', ['-un', String(uid)]);
  const name = named.code === 0 ? named.output.trim() : `number ${uid}`;
  if (isRoot()) return { name, switchTo: { uid, gid } };
  if (uid === process.getuid?.()) return { name, switchTo: undefined };
  throw new Error(
    `The database in ${clusterFolder} belongs to the user ${name}, and this program runs as ${ownName()}. ` +
      'Start it as the user who started it first (root, perhaps), or give it a data folder of its own.',
  );
}

/** Names the highest folder above (or at) a path that the account cannot enter; undefined when the way is free. */
export async function findClosedFolder(path: string, account: ServerAccount): Promise<string | undefined> {
  const folders = ancestors(path);
  const script = 'for folder in "$@"; do [ -x "$folder" ] || { printf %s "$folder"; exit 0; }; done';
  const answer = await runTool('/bin/sh', ['-c', script, 'sh', ...folders], { as: account.switchTo });
  if (answer.code === 0) return answer.output === '' ? undefined : answer.output;
  throw new Error(
    `This program runs as root but cannot become the user ${account.name} (${answer.output.trim()}), and ` +
      'PostgreSQL refuses to run as root. Start as an ordinary user, or set DATABASE_URL.',
  );
}

function ancestors(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), path];
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run us under a number that has no name.
    return `number ${process.getuid?.()}`;
  }
}

async function lookUpAccount(name: string): Promise<ServerAccount | undefined> {
  const [uid, gid] = await Promise.all([runTool('id', ['-u', name]), runTool('id', ['-g', name])]);
  if (uid.code !== 0 || gid.code !== 0 || Number(uid.output) === 0) return undefined;
  return { name, switchTo: { uid: Number(uid.output), gid: Number(gid.output) } };
}

async function createAccount(): Promise<ServerAccount> {
  const parameters = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    ownAccountName,
  ];
  const made = await runTool('useradd', parameters);
  const account = await lookUpAccount(ownAccountName);
  if (account !== undefined) return account;
  throw new Error(
    'PostgreSQL refuses to run as root, and no system user could be made for it ' +
      `(useradd said: ${made.output.trim()}). Create a user named ${ownAccountName}, start as an ordinary user, ` +
      'or set DATABASE_URL.',
  );
}
