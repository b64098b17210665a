import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** The product as a process of its own, which can be killed. */
export interface KillableServer {
  readonly url: string;
  /** As a power cut does it, and then it is started again. Resolves when it serves. */
  readonly killAndRestart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the built product on a database that is there. */
export async function startServer(databaseUrl: string): Promise<KillableServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = { child: launch(databaseUrl, port) };
  await ready(url);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { child } = running;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode !== null || !child.kill(signal)) return;
    await ended;
  };
  return {
    url,
    killAndRestart: async () => {
      await end('SIGKILL');
      running.child = launch(databaseUrl, port);
      await ready(url);
    },
    stop: () => end('SIGTERM'),
  };
}

function launch(databaseUrl: string, port: number): ChildProcess {
  return spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      LIMIT_REQUESTS_PER_MINUTE: '1000000',
      LIMIT_REGISTRATIONS_PER_HOUR: '100000',
      LIMIT_COMMENTS_PER_MINUTE: '1000000',
      LIMIT_SOCKETS_PER_ADDRESS: '10000',
      LIMIT_SOCKETS_PER_MEMBER: '1000',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ready(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error('The server did not become ready: is it built?');
    await pause(25);
  }
}

/** One that nobody listens at now; the server has to have the same one again after it was killed. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
