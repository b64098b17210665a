import path from 'node:path';
import { startApp } from './app.ts';
import { setupLinkIfNeeded } from './features/members/index.ts';
import { loadConfig } from './platform/config/config.ts';
import { systemContext } from './platform/context.ts';
import { createLogger } from './platform/logging/logger.ts';

const projectDir = process.cwd();

try {
  const config = loadConfig(projectDir);
  const log = createLogger(config.logLevel);
  const app = await startApp({ config, log, webDir: path.join(projectDir, 'dist/web') });
  console.log(`\n  Scribecast 速录  →  ${app.url}\n`);
  const setupLink = await setupLinkIfNeeded(systemContext(app.house), app.url);
  if (setupLink) {
    console.log(
      `  还没有运营人员，请用此一次性链接创建：\n  There is no operator yet. Become one with this link, once:\n  ${setupLink}\n`,
    );
  }
  const end = (signal: string): void => {
    log.info({ signal }, 'stopping');
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', () => end('SIGINT'));
  process.once('SIGTERM', () => end('SIGTERM'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
