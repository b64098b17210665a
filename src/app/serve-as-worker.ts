import { startApp, type AppOptions } from '../app.ts';
import { tellServing } from '../platform/cluster/worker-line.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** One of several serving processes. The one that started it tells it when to stop, and it ends when that one is gone. */
export async function serveAsWorker(options: AppOptions): Promise<void> {
  // Ctrl-C reaches the whole group, and stopping in order is the other process's business.
  process.on('SIGINT', () => undefined);
  const app = await startApp(options);
  stopOnSignals(['SIGTERM'], options.log, () => app.stop());
  tellServing(app.url);
}
