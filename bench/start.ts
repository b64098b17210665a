/**
 * `npm run bench:start`: from `npm start` on an existing data folder, with the embedded PostgreSQL, to the first
 * served page. Goal: 3 s on two cores.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { spread } from './load.ts';
import { buildProduct, root, served } from './product.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4230' },
    runs: { type: 'string', default: '5' },
    'as-built': { type: 'boolean', default: false },
  },
});

const goalMs = 3_000;
const dataDir = mkdtempSync(join(tmpdir(), 'scribecast-bench-start-'));
// As root the database runs under another account, which has to get in.
chmodSync(dataDir, 0o755);
try {
  if (!values['as-built']) buildProduct();
  console.log(`a first start, which makes the data folder: ${(await startOnce()).toFixed(0)} ms`);
  const timesMs: number[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    const tookMs = await startOnce();
    timesMs.push(tookMs);
    console.log(`start ${run + 1}: ${tookMs.toFixed(0)} ms`);
  }
  const { medianMs } = spread(timesMs);
  console.log(
    `median ${medianMs.toFixed(0)} ms; goal: ≤ ${goalMs} ms: ${medianMs <= goalMs ? 'met' : 'NOT MET'}`,
  );
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts as an operator does, waits for the home page, and stops; how long the waiting took. */
async function startOnce(): Promise<number> {
  const startedMs = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own: npm is one of several programs that are to be told of the end.
    detached: true,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: values.port, DATA_DIR: dataDir },
  });
  const ended = once(npm, 'exit');
  try {
    await served(`http://127.0.0.1:${values.port}`, () => {
      if (npm.exitCode !== null) throw new Error(`npm start ended with ${npm.exitCode}.`);
    });
    return performance.now() - startedMs;
  } finally {
    if (npm.exitCode === null && npm.pid !== undefined) process.kill(-npm.pid, 'SIGTERM');
    await ended;
    await gone();
  }
}

/** npm may be gone before the product is: the next start needs its port. */
async function gone(): Promise<void> {
  while (await fetch(`http://127.0.0.1:${values.port}`).catch(() => null))
    await once(AbortSignal.timeout(50), 'abort');
}
