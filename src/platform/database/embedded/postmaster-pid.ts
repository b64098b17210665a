import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, isPostgresIn, listPostgresIn } from './running-program.ts';
import { waitUntil } from './wait-until.ts';

/** What is known of the server on a database folder, whoever started it. */
export type ServerState =
  | { readonly kind: 'absent' }
  /** The file is left but its server is gone, by a crash or `kill -9`. */
  | { readonly kind: 'crashed'; readonly pid: number }
  | {
      readonly kind: 'running';
      readonly pid: number;
      readonly port: number;
      readonly isReady: boolean;
      readonly executable: string | undefined;
    };

/** Long enough for a backend that notices only between two rows that its server is gone. */
const orphansEndMs = 10_000;

/** Reads postmaster.pid and asks the system whether that number still is PostgreSQL on this very folder. */
export async function readServerState(clusterFolder: string): Promise<ServerState> {
  const lines = (await readFile(pidFileIn(clusterFolder), 'utf8').catch(() => '')).split('\n');
  // Line 1 is the number, 4 the port, 8 the state; the later lines appear while the server starts.
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return { kind: 'absent' };
  const program = await findProgram(pid);
  if (program === undefined || !isPostgresIn(program, clusterFolder)) return { kind: 'crashed', pid };
  const isReady = lines[7]?.trim() === 'ready';
  return { kind: 'running', pid, port: Number(lines[3]), isReady, executable: program.executable };
}

/**
 * Clears the way after a crash: backends that outlived their server must end before the next one starts, or two
 * would write the same files; and a number that the system gave away again must not look like a running server.
 * Kills nobody: backends notice by themselves, and those that do not are named for somebody who can judge.
 */
export async function clearCrashedServer(clusterFolder: string, pid: number): Promise<void> {
  const isCalm = async (): Promise<boolean> => (await listPostgresIn(clusterFolder)).length === 0;
  if (!(await waitUntil(isCalm, orphansEndMs))) {
    const orphans = (await listPostgresIn(clusterFolder)).map((orphan) => orphan.pid).join(', ');
    throw new Error(
      `PostgreSQL crashed and left processes at work in ${clusterFolder}: ${orphans}. ` +
        'Wait until they are gone, or end them; then start again.',
    );
  }
  // PostgreSQL overwrites the file by itself, after checks of its own, unless it takes the number for a rival.
  if (signal(pid, 0)) await rm(pidFileIn(clusterFolder), { force: true });
}

/** Sends a signal (0: none, only asks); false when there is no such program to send it to. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const pidFileIn = (clusterFolder: string): string => join(clusterFolder, 'postmaster.pid');
