import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startApp } from '../app.ts';
import { loadConfig } from '../platform/config/config.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { loadCast } from './demo/cast.ts';
import { keepRoomLive } from './demo/live-room.ts';
import { readMeetings } from './demo/meetings.ts';
import { seed } from './demo/seed.ts';
import { readerAddress } from './replay/room.ts';

/** Starts the product on a database of its own, fills it once, and keeps one room live until it is stopped. */
async function main(): Promise<void> {
  const projectDir = process.cwd();
  const config = loadConfig(projectDir);
  const dataDir = path.join(config.dataDir, 'demo');
  const app = await startApp({
    config: { ...config, dataDir, databaseUrl: null },
    log: createLogger('warn'),
    webDir: path.join(projectDir, 'dist/web'),
  });
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const meetings = await readMeetings(path.join(projectDir, 'demo/meetings'));
  const cast = await loadCast(app, path.join(dataDir, 'cast.json'));
  await seed(cast, meetings);
  const typing = keepRoomLive(app, cast, {
    meetings,
    signal: stop.signal,
    onOpen: (room, viewPassword) => {
      console.log(`
  Scribecast 速录  →  ${app.url}

  正在速录 / live now   ${readerAddress(app.url, room)}
  查看密码 / password   ${viewPassword}

  速录员 / stenographer  ${cast.host.username}   ${cast.host.password}
  会员 / member          ${cast.listener.username}   ${cast.listener.password}
  运营 / operator        ${cast.operator.username}   ${cast.operator.password}
`);
    },
  });
  await Promise.race([stopped, typing]);
  await Promise.race([typing, wait(3_000)]);
  await app.stop();
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
