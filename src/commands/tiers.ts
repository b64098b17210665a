/**
 * `npm run tiers -- run` decides about every member, with its progress; `npm run tiers -- recompute` makes every stored
 * decision again and exits with 1 when one would be another (I19).
 */
import { openHouse } from '../app.ts';
import { beginRun, continueRun, recomputeDecisions } from '../features/tiers/index.ts';
import { loadConfig } from '../platform/config/config.ts';
import { systemContext, type Context } from '../platform/context.ts';
import { runningEmbeddedPostgresUrl } from '../platform/database/embedded-postgres.ts';
import { createLogger } from '../platform/logging/logger.ts';

const commands: Readonly<Record<string, (ctx: Context) => Promise<void>>> = { run, recompute };

async function run(ctx: Context): Promise<void> {
  let standing = await beginRun(ctx);
  while (!standing.finishedAt) {
    standing = await continueRun(ctx, standing.id);
    console.log(`${standing.done} / ${standing.total} members, ${standing.changed} decisions`);
  }
}

async function recompute(ctx: Context): Promise<void> {
  const { decisions, differences } = await recomputeDecisions(ctx, (done) =>
    console.log(`${done} decisions`),
  );
  for (const difference of differences) console.error(JSON.stringify(difference));
  console.log(`${decisions} decisions made again, ${differences.length} differences`);
  if (differences.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const command = commands[process.argv[2] ?? ''];
  if (!command) {
    console.error('Usage: npm run tiers -- run | recompute');
    process.exitCode = 2;
    return;
  }
  const config = loadConfig(process.cwd());
  const databaseUrl = config.databaseUrl ?? (await runningEmbeddedPostgresUrl({ dataDir: config.dataDir }));
  const { house, close } = await openHouse({
    config: { ...config, databaseUrl },
    log: createLogger('error'),
  });
  try {
    await command(systemContext(house));
  } finally {
    await close();
  }
}

await main();
