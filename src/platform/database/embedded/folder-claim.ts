import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findProgram } from './running-program.ts';

export interface FolderClaim {
  release(): Promise<void>;
}

const claimPattern = /^instance-(\d+)-(.+)\.lock$/;
const attemptsMax = 5;

/**
 * Makes this program the only one that uses a folder, or fails with the number of the one that does.
 *
 * The claim is an empty file whose name tells the program's number and start; after `kill -9` it fits no live
 * program and counts for nothing. Everybody puts up the own claim first and looks for others after, so two can
 * never both win; that both lose is possible, hence a few attempts at uneven times.
 */
export async function claimFolder(folder: string): Promise<FolderClaim> {
  const self = await findProgram(process.pid);
  const claim = join(folder, `instance-${process.pid}-${self?.startMark ?? 'unknown'}.lock`);
  let holder: number | undefined;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    if (!(await createNew(claim))) throw refusal(folder, process.pid);
    holder = await findOtherHolder(folder, claim);
    if (holder === undefined) return { release: () => rm(claim, { force: true }) };
    await rm(claim, { force: true });
    if (attempt < attemptsMax) await delay(20 + Math.random() * 100);
  }
  throw refusal(folder, holder);
}

async function createNew(claim: string): Promise<boolean> {
  try {
    await (await open(claim, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Looks for the claim of another live program, and clears away those of dead ones. */
async function findOtherHolder(folder: string, ownClaim: string): Promise<number | undefined> {
  for (const name of await readdir(folder)) {
    const [, pid, startMark] = claimPattern.exec(name) ?? [];
    const claim = join(folder, name);
    if (pid === undefined || claim === ownClaim) continue;
    const program = await findProgram(Number(pid));
    if (program?.startMark === startMark) return Number(pid);
    await rm(claim, { force: true });
  }
  return undefined;
}

function refusal(folder: string, holder: number | undefined): Error {
  return new Error(
    `Another instance of Scribecast (process ${holder}) uses the data folder ${folder}. ` +
      'Stop it first, or give this one a data folder of its own.',
  );
}
