import { startApp, type AppOptions } from '../app.ts';
import { welcome } from './welcome.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** The whole house in this one process. */
export async function serve(options: AppOptions, print: (text: string) => void): Promise<void> {
  const app = await startApp(options);
  print(await welcome(app.house, app.url));
  stopOnSignals(['SIGINT', 'SIGTERM'], options.log, () => app.stop());
}
