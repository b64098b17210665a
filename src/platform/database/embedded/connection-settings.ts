import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** How to reach the server; kept in the home folder, readable by nobody else. */
export interface ConnectionSettings {
  readonly port: number;
  readonly password: string;
  /** For the user `postgres`, whom the product itself never uses. */
  readonly superuserPassword: string;
}

const loopback = '127.0.0.1';

/** New passwords, and a port that is free now. */
export async function newConnectionSettings(): Promise<ConnectionSettings> {
  const password = (): string => randomBytes(24).toString('base64url');
  return { port: await findFreePort(), password: password(), superuserPassword: password() };
}

/** Reads what an earlier start wrote; without its passwords an existing database is of no use. */
export async function readConnectionSettings(homeFolder: string): Promise<ConnectionSettings> {
  const file = fileIn(homeFolder);
  try {
    const settings = JSON.parse(await readFile(file, 'utf8')) as ConnectionSettings;
    if (typeof settings.port === 'number' && typeof settings.password === 'string') return settings;
    throw new Error('it lacks the port or the password');
  } catch (error) {
    throw new Error(
      `The database's password cannot be read from ${file} (${(error as Error).message}). Put the file back from ` +
        'a backup; or move the whole folder away to begin with an empty database.',
      { cause: error },
    );
  }
}

/** Replaces the file as a whole: a full disk must not leave half a password. */
export async function writeConnectionSettings(
  homeFolder: string,
  settings: ConnectionSettings,
): Promise<void> {
  const unfinished = `${fileIn(homeFolder)}.part`;
  await writeFile(unfinished, `${JSON.stringify(settings, undefined, 2)}\n`, { mode: 0o600, flush: true });
  // Root may start what an ordinary user began, and must not take the file away from that user.
  const { uid, gid } = await stat(homeFolder);
  if (process.getuid?.() === 0) await chown(unfinished, uid, gid);
  await rename(unfinished, fileIn(homeFolder));
}

/** The remembered port when nobody else took it meanwhile, else another one. */
export async function settlePort(remembered: number): Promise<number> {
  return (await tryPort(remembered)) ?? (await findFreePort());
}

/** The address of the product's own database. */
export function databaseUrl(settings: ConnectionSettings): string {
  return `postgresql://scribecast:${encodeURIComponent(settings.password)}@${loopback}:${settings.port}/scribecast`;
}

async function findFreePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined)
    throw new Error(`No port is free on ${loopback}. Close some programs, or set DATABASE_URL.`);
  return port;
}

async function tryPort(wanted: number): Promise<number | undefined> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, loopback, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const fileIn = (homeFolder: string): string => join(homeFolder, 'connection.json');
