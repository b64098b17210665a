import { chooseAccount } from '../../../src/platform/database/embedded/server-account.ts';
import { connect } from 'node:net';
import { Program, freePort, nodePrograms, throwAwayFolder, until, type Undo } from './programs.ts';

/** A real redis-server, which can be killed and started again on its port. */
export interface RedisServer {
  readonly url: string;
  kill(): Promise<void>;
  /** It keeps its connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  start(): Promise<void>;
}

export async function startRedis(undo: Undo): Promise<RedisServer> {
  const { redisServer } = nodePrograms();
  const { switchTo } = await chooseAccount();
  const folder = throwAwayFolder(switchTo);
  undo.push(() => folder.remove());
  const port = await freePort();
  const parameters = [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder.path],
    ...['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
  ];
  let server: Program | null = null;
  const start = async (): Promise<void> => {
    const started = (server = new Program(redisServer, parameters, { as: switchTo }));
    await until(
      () => answers(port),
      () => `redis-server did not answer.\n${started.said}`,
    );
  };
  const kill = async (): Promise<void> => server?.end('SIGKILL');
  undo.push(kill);
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    freeze: () => server?.signal('SIGSTOP'),
    thaw: () => server?.signal('SIGCONT'),
  };
}

/** Whether it answers PING. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
