import { readFile, readdir, readlink } from 'node:fs/promises';
import { runTool } from './run-tool.ts';

/** A live program, with enough about it to tell it from another one that got the same number later. */
export interface RunningProgram {
  readonly pid: number;
  /** Differs for every start on this machine, also after a reboot: numbers are used again, this is not. */
  readonly startMark: string;
  /** The full command line where the system has no /proc, else the short name. */
  readonly command: string;
  readonly folder?: string | undefined;
  readonly executable?: string | undefined;
}

/** Finds a live program by its number; undefined when it is gone or only waits to be reaped. */
export async function findProgram(pid: number): Promise<RunningProgram | undefined> {
  return process.platform === 'linux' ? await findInProc(pid) : await findWithPs(pid);
}

/** Tells whether a program is a PostgreSQL at work in this (real) folder: the server itself or a backend. */
export function isPostgresIn(program: RunningProgram, clusterFolder: string): boolean {
  if (process.platform === 'linux') return program.command === 'postgres' && program.folder === clusterFolder;
  return program.command.includes('postgres') && program.command.includes(`-D ${clusterFolder}`);
}

/** Lists every PostgreSQL at work in a folder; nothing where the system has no /proc to look into. */
export async function listPostgresIn(clusterFolder: string): Promise<readonly RunningProgram[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const programs = await Promise.all(pids.map(findProgram));
  return programs.filter(
    (program) => program !== undefined && isPostgresIn(program, clusterFolder),
  ) as RunningProgram[];
}

async function findInProc(pid: number): Promise<RunningProgram | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  // The name stands in brackets and may hold spaces and brackets itself, so the fields start after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return undefined;
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown');
  return {
    pid,
    startMark: `${bootId.slice(0, 8)}-${startTicks}`,
    command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
    folder: await readlink(`/proc/${pid}/cwd`).catch(() => undefined),
    executable: await readlink(`/proc/${pid}/exe`).catch(() => undefined),
  };
}

async function findWithPs(pid: number): Promise<RunningProgram | undefined> {
  const found = await runTool('ps', ['-p', String(pid), '-o', 'state=', '-o', 'lstart=', '-o', 'command=']);
  const [state = '', ...words] = found.output.trim().split(/\s+/);
  if (found.code !== 0 || state === '' || state.startsWith('Z')) return undefined;
  return {
    pid,
    startMark: words.slice(0, 5).join('-').replaceAll(':', '-'),
    command: words.slice(5).join(' '),
  };
}
