/**
 * `npm run bench:growth [-- --sizes 10000,100000,1000000]`: the seven things that a house does all day, in houses of
 * several sizes. Prints what each costs, and how that grows; plans go to bench/output/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { goLive, openSessions, withClient } from '../bench-database.ts';
import { spread } from '../load.ts';
import { preparePeers, type PeersFolder } from '../peers/peers-folder.ts';
import { buildProduct, Cleanup, startProduct } from '../product.ts';
import { databaseOf, furnishGrown, transcriptsPerMember } from './load.ts';
import { liveOne, operationsOn, sampleOf, type Operation } from './operations.ts';
import { explainFromNowOn, explainNoMore, logLength, plansSince, type Plan } from './plans.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    port: { type: 'string', default: '4240' },
    'as-built': { type: 'boolean', default: false },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
    /** Drops the houses afterwards: the largest takes many gigabytes. */
    drop: { type: 'boolean', default: false },
  },
});

const timesInRound = 64;
const timesExplained = 16;
const ratioMax = 1.5;
const cluster = { folder: join(tmpdir(), 'scribecast-growth'), port: 25_433 };
const outputDir = join(import.meta.dirname, '../output');

/** Tables that hold more as the house lives. */
const growingTables = new Set([
  'members',
  'sessions',
  'accounts',
  'ledger_transactions',
  'ledger_entries',
  'lots',
  'transcripts',
  'segments',
  'transcript_events',
  'view_grants',
  'live_sessions',
  'comments',
  'outbox_messages',
]);

interface House {
  readonly size: number;
  readonly operations: readonly Operation[];
}

const cleanup = new Cleanup();
const agent = new Agent({ keepAlive: true });
try {
  if (!values['as-built']) buildProduct('--server');
  const peers = await preparePeers(values.peers ?? null, cluster);
  cleanup.add(await peers.startPostgres());
  const sizes = values.sizes.split(',').map(Number);
  for (const size of sizes) await furnishGrown(peers, size);
  const times = await timed(peers, sizes);
  const plans = await explained(peers, sizes);
  report(sizes, { times, plans });
  if (values.drop)
    await withClient(peers.databaseUrl('postgres'), async (admin) => {
      for (const size of sizes) await admin.query(`drop database ${databaseOf(size)} with (force)`);
    });
} finally {
  agent.destroy();
  await cleanup.run();
}

/** Opens every house and does the work while all of them are open. */
async function inHouses<T>(
  peers: PeersFolder,
  sizes: readonly number[],
  work: (houses: readonly House[]) => Promise<T>,
): Promise<T> {
  const doors = new Cleanup();
  try {
    const houses: House[] = [];
    for (const [i, size] of sizes.entries()) {
      const databaseUrl = peers.databaseUrl(databaseOf(size));
      const sample = sampleOf(size);
      await withClient(databaseUrl, async (client) => {
        await openSessions(
          client,
          Array.from({ length: size / transcriptsPerMember }, (_, i) => i + 1),
        );
        await client.query('analyze sessions');
        const lives = sample.members.map((member) => sample.transcriptOf(member, liveOne));
        await goLive(client, lives);
      });
      const product = await startProduct({ port: Number(values.port) + i, databaseUrl });
      doors.add(() => product.stop());
      houses.push({ size, operations: operationsOn(product, sample, agent) });
    }
    return await work(houses);
  } finally {
    await doors.run();
  }
}

type ByPlace<T> = ReadonlyMap<string, readonly T[]>;

function place(operation: string, size: number): string {
  return `${operation} @ ${size}`;
}

/** Milliseconds from end to end; the sizes take turns, so that all of them meet the same machine. */
function timed(peers: PeersFolder, sizes: readonly number[]): Promise<ByPlace<number>> {
  return inHouses(peers, sizes, async (houses) => {
    const times = new Map<string, number[]>();
    for (let round = -1; round < Number(values.rounds); round += 1)
      for (let at = 0; at < (houses[0]?.operations.length ?? 0); at += 1)
        for (const { size, operations } of houses) {
          const operation = operations[at];
          if (!operation) continue;
          const taken = times.get(place(operation.name, size)) ?? [];
          times.set(place(operation.name, size), taken);
          for (let i = 0; i < timesInRound; i += 1) {
            const startedMs = performance.now();
            await operation.run(i);
            // The first round warms up.
            if (round >= 0) taken.push(performance.now() - startedMs);
          }
        }
    return times;
  });
}

/** What PostgreSQL did for each operation: one list of plans for each time that it was done. */
async function explained(peers: PeersFolder, sizes: readonly number[]): Promise<ByPlace<readonly Plan[]>> {
  return withClient(peers.databaseUrl('postgres'), async (admin) => {
    for (const size of sizes) await explainFromNowOn(admin, databaseOf(size));
    try {
      return await inHouses(peers, sizes, (houses) => explainAll(admin, houses));
    } finally {
      for (const size of sizes) await explainNoMore(admin, databaseOf(size));
    }
  });
}

async function explainAll(admin: pg.Client, houses: readonly House[]): Promise<ByPlace<readonly Plan[]>> {
  const plans = new Map<string, (readonly Plan[])[]>();
  for (const { size, operations } of houses)
    for (const { name, run } of operations) {
      await run(0);
      const done: (readonly Plan[])[] = [];
      for (let i = 1; i <= timesExplained; i += 1) {
        const from = await logLength(admin);
        await run(i);
        done.push(await plansSince(admin, from));
      }
      plans.set(place(name, size), done);
    }
  return plans;
}

interface Seen {
  readonly times: ByPlace<number>;
  readonly plans: ByPlace<readonly Plan[]>;
}

function report(sizes: readonly number[], seen: Seen): void {
  const names = [...new Set([...seen.times.keys()].map((key) => key.split(' @ ')[0] ?? ''))];
  const medianMs = (name: string, size: number): number =>
    spread(seen.times.get(place(name, size)) ?? []).medianMs;
  const buffers = (name: string, size: number): number =>
    spread(
      (seen.plans.get(place(name, size)) ?? []).map((plans) =>
        plans.reduce((sum, plan) => sum + plan.buffers, 0),
      ),
    ).medianMs;
  const [smallest = 0] = sizes;
  console.log(
    `\n| operation | ${sizes.map((size) => `${size} | ×`).join(' | ')} | pages ${sizes.join(' / ')} | goal |`,
  );
  console.log(`|---|${sizes.map(() => '--:|--:').join('|')}|--:|---|`);
  for (const name of names) {
    const cells = sizes.map((size) => {
      const ms = medianMs(name, size);
      return `${ms.toFixed(2)} ms | ${(ms / medianMs(name, smallest)).toFixed(2)}`;
    });
    const worst = Math.max(...sizes.map((size) => medianMs(name, size) / medianMs(name, smallest)));
    const pages = sizes.map((size) => buffers(name, size)).join(' / ');
    console.log(
      `| ${name} | ${cells.join(' | ')} | ${pages} | ${worst <= ratioMax ? 'met' : '**not met**'} |`,
    );
  }
  console.log(
    `\nmedian from end to end, one request at a time; goal: within × ${ratioMax} of the smallest\n`,
  );
  writePlans(seen.plans);
}

/** Keeps every different plan, and says plainly which of them read a growing table from end to end. */
function writePlans(plans: ByPlace<readonly Plan[]>): void {
  mkdirSync(outputDir, { recursive: true });
  let scans = 0;
  for (const [key, times] of plans) {
    const file = join(outputDir, `growth ${key}.txt`.replace(/[ @’]+/g, '-'));
    // The last of them: by then every connection has settled for its plans.
    writeFileSync(file, (times.at(-1) ?? []).map(({ text }) => text).join('\n\n'));
    const scanned = new Set(times.flat().flatMap((plan) => plan.seqScans));
    for (const table of scanned) {
      if (!growingTables.has(table)) continue;
      scans += 1;
      console.log(`SEQ SCAN on ${table}: ${key}`);
    }
  }
  console.log(
    scans === 0
      ? `no sequential scan on a growing table; the plans are in ${outputDir}`
      : `${scans} sequential scans on growing tables; the plans are in ${outputDir}`,
  );
}
