import path from 'node:path';
import { serve } from './app/serve.ts';
import { serveAsWorker } from './app/serve-as-worker.ts';
import { serveWithWorkers } from './app/serve-with-workers.ts';
import { loadConfig } from './platform/config/config.ts';
import { createLogger } from './platform/logging/logger.ts';

const projectDir = process.cwd();

try {
  const config = loadConfig(projectDir, process.argv.slice(2));
  const options = { config, log: createLogger(config.logLevel), webDir: path.join(projectDir, 'dist/web') };
  if (config.isWorker) await serveAsWorker(options);
  else if (config.workers > 1) await serveWithWorkers(options, console.log);
  else await serve(options, console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
