import { register, type SignedInClient } from '../../support/world.ts';
import { startPostgresPair, type PostgresServer } from './postgres.ts';
import { Program, freePort, startedForFile, until, type Undo } from './programs.ts';
import { startRedis, type RedisServer } from './redis.ts';

/** One node: a process of the built product. */
export interface HouseNode {
  readonly url: string;
  readonly program: Program;
}

/** Two nodes over one PostgreSQL with a streaming replica, and a Redis. */
export interface House {
  readonly a: HouseNode;
  readonly b: HouseNode;
  readonly primary: PostgresServer;
  readonly replica: PostgresServer;
  readonly redis: RedisServer;
  /** A new member, signed in at node A. */
  member(name?: string): Promise<SignedInClient>;
}

/** Starts a house for one test file; it ends with the file. */
export const startHouse = (given: Readonly<Record<string, string>> = {}): Promise<House> =>
  startedForFile(async (undo) => {
    const { primary, replica } = await startPostgresPair(undo);
    const redis = await startRedis(undo);
    const settings = {
      DATABASE_URL: primary.url,
      DATABASE_REPLICA_URLS: replica.url,
      EVENTS_URL: redis.url,
      ...given,
    };
    const [a, b] = await Promise.all([startNode(settings, undo), startNode(settings, undo)]);
    return { a, b, primary, replica, redis, member: (name = 'member') => register(a.url, name) };
  });

const roomyLimits = {
  LIMIT_REQUESTS_PER_MINUTE: '1000000',
  LIMIT_FRAMES_PER_MINUTE: '100000',
  LIMIT_SOCKETS_PER_ADDRESS: '10000',
  LIMIT_COMMENTS_PER_MINUTE: '100000',
  LIMIT_REGISTRATIONS_PER_HOUR: '100000',
};

/** Starts the built product with these settings and waits until it is ready; how to end it goes into `undo`. */
export async function startNode(
  settings: Readonly<Record<string, string>>,
  undo: Undo,
  parameters: readonly string[] = [],
): Promise<HouseNode> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = new Program(process.execPath, ['dist/src/main.js', ...parameters], {
    cwd: process.cwd(),
    env: {
      ...process.env,
      ...roomyLimits,
      DATABASE_URL: '',
      EVENTS_URL: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      ...settings,
    },
  });
  undo.push(() => program.end('SIGTERM'));
  await untilReady(url, program);
  return { url, program };
}

/** Waits until a node says that it is ready. */
export const untilReady = (url: string, program: Program): Promise<void> =>
  until(
    () => {
      if (program.isOver) throw new Error(`A node ended.\n${program.said}`);
      return fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    },
    () => `a node was not ready.\n${program.said}`,
  );
