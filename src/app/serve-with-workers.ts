import { openHouse, type HouseOptions } from '../app.ts';
import { Workers } from '../platform/cluster/workers.ts';
import type { Config } from '../platform/config/config.ts';
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts';
import { welcome } from './welcome.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** Fewer connections than this and an act that needs a second one waits too long for it. */
const poolMin = 4;

/** Prepares the database, then lets several processes serve on the one port, and keeps them alive. */
export async function serveWithWorkers(
  { config, log }: HouseOptions,
  print: (text: string) => void,
): Promise<void> {
  const embedded =
    config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDir }) : null;
  if (embedded) log.info(embedded.note);
  const databaseUrl = embedded?.url ?? (config.databaseUrl as string);
  const workers = new Workers({
    count: config.workers,
    env: workerEnvironment(config, databaseUrl),
    log,
    onGivenUp: (reason) => {
      log.fatal(reason.message);
      void stop().finally(() => process.exit(1));
    },
  });
  const stop = async (): Promise<void> => {
    await workers.stop();
    await embedded?.stop();
  };
  stopOnSignals(['SIGINT', 'SIGTERM'], log, stop);
  try {
    // The house without its doors: it migrates, once for all, and makes the setup link. It tells no other node anything.
    const { house, close } = await openHouse({ log, config: withoutNodes({ ...config, databaseUrl }) });
    try {
      print(await welcome(house, await workers.start()));
    } finally {
      await close();
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

const withoutNodes = (config: Config): Config => ({
  ...config,
  events: { ...config.events, url: null },
  replicas: { ...config.replicas, urls: [] },
});

/** What the workers share is divided among them: connections, and the hashes that the machine can bear at once. */
function workerEnvironment(config: Config, databaseUrl: string): Readonly<Record<string, string>> {
  const share = (whole: number, least: number): string =>
    String(Math.max(least, Math.floor(whole / config.workers)));
  return {
    SCRIBECAST_WORKER: 'on',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_MAX: share(config.databasePoolMax, poolMin),
    LIMIT_HASHES_AT_ONCE: share(config.limits.hashesAtOnce, 1),
  };
}
