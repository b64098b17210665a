import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../..');

/** What a file holds, by its path in the tree. */
export type Plants = Readonly<Record<string, string>>;

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface PlantedTree {
  readonly root: string;
  /** Makes a path of the repository (a file or node_modules) visible at the same place in the tree. */
  readonly link: (path: string) => void;
  /** Runs a script of the repository, given by its path there, with the tree as its working directory. */
  readonly run: (script: string, args: readonly string[]) => Outcome;
  readonly remove: () => void;
}

/** Plants files in a temporary folder of their own, so that a guard can be seen to bite outside the house. */
export function plantTree(plants: Plants): PlantedTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'scribecast-guards-')));
  for (const [path, content] of Object.entries(plants)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return {
    root,
    link: (path) => symlinkSync(join(repository, path), join(root, path)),
    run: (script, args) => run(join(repository, script), args, { cwd: root }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Where a script runs, and what is added to its environment. */
export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a script on the Node that runs this test, without the variables by which Jest speaks to its workers. */
export function run(script: string, args: readonly string[], { cwd, env = {} }: Surroundings): Outcome {
  const {
    NODE_OPTIONS: _options,
    JEST_WORKER_ID: _worker,
    TEST_COUNTS_FILE: _counts,
    ...inherited
  } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...inherited, ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}
