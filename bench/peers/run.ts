/**
 * `npm run bench:peers [-- --peers <folder>] [-- options of the peers' run.mjs]`: the product on the peers' rows, in
 * one run with them, and what the goals say to it. Everything but --peers, --port, --as-built (measure what dist/
 * holds, without building) and --peers-node (the Node that the peers and the limit run on; else the
 * product's own) is the run's own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct, Cleanup, startProduct } from '../product.ts';
import { compare, goalTable, readTables } from './goals.ts';
import { databases, furnishHouse } from './house.ts';
import { preparePeers, type PeersFolder } from './peers-folder.ts';

/** The product's name in the run's tables, where it has one row in each. */
const product = 'scribecast';

/**
 * The run restarts every peer before a fan-out, so that its memory means something, but nothing that it did not
 * start. So the product has a process for the requests and a fresh one for each fan-out.
 */
const parts = [
  { ops: 'ops.ts', database: databases.house, workloads: ['Q1', 'Q2', 'M1'] },
  { ops: 'ops-comments.ts', database: databases.room, workloads: ['S1'] },
  { ops: 'ops-drafts.ts', database: databases.room, workloads: ['S2'] },
] as const;

const ownOptions = ['peers', 'port', 'as-built', 'peers-node'];
const { own, passedOn } = splitArguments(process.argv.slice(2));
const cleanup = new Cleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cleanup.run().finally(() => process.exit(1)));
try {
  if (!own.isBuilt) buildProduct('--server');
  const peers = await preparePeers(own.peers);
  cleanup.add(await peers.startPostgres());
  await furnishHouse(peers);
  const externals = await startProducts(peers);
  const { status, printed } = await runPeers(peers, [...externals, ...passedOn]);
  const comparisons = compare(readTables(printed), product);
  if (comparisons.length > 0) console.log(`\n## Goals\n\n${goalTable(comparisons)}`);
  process.exitCode = status;
} finally {
  await cleanup.run();
}

interface OwnOptions {
  readonly peers: string | null;
  readonly port: number;
  readonly isBuilt: boolean;
  readonly peersNode: string | null;
}

function splitArguments(args: readonly string[]): {
  readonly own: OwnOptions;
  readonly passedOn: readonly string[];
} {
  const { values, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      peers: { type: 'string' },
      port: { type: 'string' },
      'as-built': { type: 'boolean' },
      'peers-node': { type: 'string' },
    },
  });
  const ours = new Set(
    tokens.flatMap((token) => {
      if (token.kind !== 'option' || !ownOptions.includes(token.name)) return [];
      return token.value === undefined || token.inlineValue ? [token.index] : [token.index, token.index + 1];
    }),
  );
  return {
    own: {
      peers: typeof values['peers'] === 'string' ? values['peers'] : null,
      port: Number(values['port'] ?? 4_200),
      isBuilt: values['as-built'] === true,
      peersNode: typeof values['peers-node'] === 'string' ? resolve(values['peers-node']) : null,
    },
    passedOn: args.filter((_, i) => !ours.has(i)),
  };
}

function optionOf(name: string): string | null {
  const at = passedOn.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (at < 0) return null;
  return passedOn[at]?.split('=')[1] ?? passedOn[at + 1] ?? null;
}

/** Starts what the asked-for workloads need; the arguments with which the run finds it. */
async function startProducts(peers: PeersFolder): Promise<readonly string[]> {
  const wanted =
    optionOf('workloads')?.split(',') ?? parts.flatMap(({ workloads }) => workloads as readonly string[]);
  const args: string[] = [];
  for (const [i, { ops, database, workloads }] of parts.entries()) {
    if (!workloads.some((workload) => wanted.includes(workload))) continue;
    const { url, socketUrl, stop } = await startProduct({
      port: own.port + i,
      databaseUrl: peers.databaseUrl(database),
    });
    cleanup.add(stop);
    args.push('--external', `${product}=${url}/graphql,${socketUrl},ops=${join(import.meta.dirname, ops)}`);
  }
  return [...args, ...(optionOf('subscribers') === null ? ['--subscribers', '3000'] : [])];
}

async function runPeers(
  peers: PeersFolder,
  args: readonly string[],
): Promise<{ readonly status: number; readonly printed: string }> {
  const node = ['--disable-warning=ExperimentalWarning', ...startingOthersWith(own.peersNode)];
  const child = spawn(process.execPath, [...node, 'run.mjs', ...args], {
    cwd: peers.path,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SCRIBECAST_BENCH_DATABASE: peers.databaseUrl(databases.house) },
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    process.stdout.write(text);
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status: status ?? 1, printed };
}

/**
 * The run starts everybody with its own `process.execPath`. It itself and the subscribers that it forks need a Node
 * that reads our TypeScript.
 */
function startingOthersWith(node: string | null): readonly string[] {
  if (node === null) return [];
  const source = `import processes from 'node:child_process';
    import { syncBuiltinESMExports } from 'node:module';
    const { execPath } = process;
    const { fork } = processes;
    processes.fork = (path, args) => fork(path, args, { execPath });
    process.execPath = ${JSON.stringify(node)};
    syncBuiltinESMExports();`;
  return ['--import', `data:text/javascript,${encodeURIComponent(source)}`];
}
