import path from 'node:path';
import pg from 'pg';
import { runTool, toolEnvironment } from '../../../src/platform/database/embedded/run-tool.ts';
import { chooseAccount, type ServerAccount } from '../../../src/platform/database/embedded/server-account.ts';
import { Program, freePort, nodePrograms, throwAwayFolder, until, type Undo } from './programs.ts';

/** One real PostgreSQL server. */
export interface PostgresServer {
  /** The product's database in it. */
  readonly url: string;
  /** A statement as its superuser, in the product's database unless told otherwise. */
  sql(text: string, database?: string): Promise<readonly Record<string, unknown>[]>;
  start(): Promise<void>;
  kill(): Promise<void>;
}

/** A primary and a replica that streams from it, of the system's PostgreSQL, in throw-away folders; how to end them goes into `undo`. */
export async function startPostgresPair(
  undo: Undo,
): Promise<{ readonly primary: PostgresServer; readonly replica: PostgresServer }> {
  const primary = await madeBy(undo, (folder) => [
    'initdb',
    ['--pgdata', folder, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
  ]);
  await primary.sql('create role scribecast login', 'postgres');
  await primary.sql('create database scribecast owner scribecast', 'postgres');
  const { port } = new URL(primary.url);
  const replica = await madeBy(undo, (folder) => [
    'pg_basebackup',
    [
      ...['--host', '127.0.0.1', '--port', port, '--username', 'postgres', '--pgdata', folder],
      ...['--write-recovery-conf', '--wal-method', 'stream', '--checkpoint', 'fast', '--no-sync'],
    ],
  ]);
  return { primary, replica };
}

/** A server on the folder that this tool fills. */
async function madeBy(
  undo: Undo,
  tool: (folder: string) => readonly [string, readonly string[]],
): Promise<PostgresServer> {
  const { postgresFolder } = nodePrograms();
  const account = await chooseAccount();
  const home = throwAwayFolder(account.switchTo);
  undo.push(() => home.remove());
  const cluster = path.join(home.path, 'cluster');
  const [name, parameters] = tool(cluster);
  const made = await runTool(path.join(postgresFolder, name), parameters, { as: account.switchTo });
  if (made.code !== 0) throw new Error(`${name} failed: ${made.output}`);
  const port = await freePort();
  const urlOf = (user: string, database: string): string =>
    `postgresql://${user}@127.0.0.1:${port}/${database}`;
  const sql = (text: string, database = 'scribecast'): Promise<readonly Record<string, unknown>[]> =>
    ask(urlOf('postgres', database), text);
  let server: Program | null = null;
  const start = async (): Promise<void> => {
    const started = (server = startServer(path.join(postgresFolder, 'postgres'), { cluster, port, account }));
    await until(
      () =>
        sql('select 1', 'postgres').then(
          () => true,
          () => false,
        ),
      () => `PostgreSQL did not answer.\n${started.said}`,
    );
  };
  const kill = async (): Promise<void> => server?.end('SIGQUIT');
  undo.push(kill);
  await start();
  return {
    url: urlOf('scribecast', 'scribecast'),
    sql,
    start,
    kill,
  };
}

function startServer(
  file: string,
  {
    cluster,
    port,
    account,
  }: { readonly cluster: string; readonly port: number; readonly account: ServerAccount },
): Program {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // Nothing here outlives the test.
    fsync: 'off',
    max_connections: '100',
    shared_buffers: '32MB',
  };
  return new Program(
    file,
    [
      '-D',
      cluster,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { as: account.switchTo, env: toolEnvironment },
  );
}

async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
