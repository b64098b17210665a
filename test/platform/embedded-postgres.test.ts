import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { chmod, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { readServerState } from '../../src/platform/database/embedded/postmaster-pid.ts';
import { waitUntil } from '../../src/platform/database/embedded/wait-until.ts';
import {
  cloneProject,
  end,
  hear,
  homeOf,
  isRoot,
  makeFolderOfNobody,
  query,
  serverPid,
  spawnBystander,
  world,
  type World,
} from './embedded-postgres/world.ts';

const addNote = ['create table if not exists note (text text)', "insert into note values ('你好')"];
const readNotes = 'select text from note';
const patienceMs = 15_000;

describe('the embedded PostgreSQL', () => {
  let own: World;
  beforeEach(async () => {
    own = await world();
  });
  afterEach(async () => {
    await own.dispose();
  });

  test('starts on an empty folder as a private, durable UTF-8 database', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir: own.dataDir });
    expect(postgres.note).toMatch(/PostgreSQL 18\.\d+: started for the first time; data in /);
    const shown = await query(
      postgres.url,
      `select current_database(), current_setting('server_encoding'), current_setting('data_checksums'),
              current_setting('listen_addresses'), current_setting('fsync'),
               current_setting('max_connections'), current_setting('is_superuser')`,
    );
    expect(shown).toEqual([['scribecast', 'UTF8', 'on', '127.0.0.1', 'on', '100', 'off']]);
    await expect(query(postgres.url.replace(/:[^:@]+@/, ':guess@'))).rejects.toThrow(
      /password authentication failed/,
    );
    const pidLines = await readFile(join(own.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8');
    // The fifth line is the folder of the Unix socket: there is none.
    expect(pidLines.split('\n')[4]).toBe('');
    expect((await stat(join(own.dataDir, 'postgres/connection.json'))).mode & 0o777).toBe(0o600);
    await postgres.stop();
    await expect(query(postgres.url)).rejects.toThrow(/ECONNREFUSED/);
    expect(await readdir(own.dataDir)).toEqual(['postgres']);
  });

  test('knows Chinese letters as letters, so that a search by trigrams finds them', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir: own.dataDir });
    const statements = [
      'create extension pg_trgm',
      "select similarity('你好世界', '你好世人') > 0.3, lower('ÄÖ')",
    ];
    expect(await query(postgres.url, ...statements)).toEqual([[true, 'äö']]);
    await postgres.stop();
  });

  test('keeps rows, password and port over a restart, and takes another port when that one is taken', async () => {
    const first = await startEmbeddedPostgres({ dataDir: own.dataDir });
    await query(first.url, ...addNote);
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir: own.dataDir });
    expect(second.note).toContain(': started; data in ');
    expect(second.url).toBe(first.url);
    expect(await query(second.url, readNotes)).toEqual([['你好']]);
    await second.stop();

    const rival = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(rival, 'listening');
    const third = await startEmbeddedPostgres({ dataDir: own.dataDir });
    rival.close();
    expect(third.url).not.toBe(first.url);
    expect(await query(third.url, readNotes)).toEqual([['你好']]);
    await third.stop();
    await third.stop();
  });

  test('is taken over, sessions and all, after the program that started it was killed', async () => {
    const killed = await own.start();
    await query(killed.answer.url, ...addNote);
    const pid = await serverPid(own.dataDir);
    await end(killed.child, 'SIGKILL');
    const postgres = await startEmbeddedPostgres({ dataDir: own.dataDir });
    expect(postgres.note).toContain(`took over the server that an earlier run left running (process ${pid})`);
    expect(postgres.url).toBe(killed.answer.url);
    expect(await query(postgres.url, readNotes)).toEqual([['你好']]);
    await postgres.stop();
    expect(await readServerState(join(own.dataDir, 'postgres/cluster'))).toEqual({ kind: 'absent' });
  });

  test('replaces a server left running by programs that are not installed any more', async () => {
    const project = await cloneProject(join(own.folder, 'clone'), { withNative: true });
    const killed = await own.start({ project });
    await query(killed.answer.url, ...addNote);
    await end(killed.child, 'SIGKILL');
    await rm(project, { recursive: true });
    const postgres = await startEmbeddedPostgres({ dataDir: own.dataDir });
    expect(postgres.note).toContain('stopped the outdated server of an earlier run and started');
    expect(await query(postgres.url, readNotes)).toEqual([['你好']]);
    await postgres.stop();
  });

  test('recovers what was committed after the server itself was killed', async () => {
    const killed = await own.start();
    await query(killed.answer.url, ...addNote);
    process.kill(await serverPid(own.dataDir), 'SIGKILL');
    await end(killed.child, 'SIGKILL');
    const postgres = await startEmbeddedPostgres({ dataDir: own.dataDir });
    expect(postgres.note).toContain('recovered after a crash of the server');
    expect(await query(postgres.url, readNotes)).toEqual([['你好']]);
    await postgres.stop();
  });

  test('does not take a stranger for its server when the number in its file was given away again', async () => {
    const first = await startEmbeddedPostgres({ dataDir: own.dataDir });
    const pidFile = join(own.dataDir, 'postgres/cluster/postmaster.pid');
    const pidLines = await readFile(pidFile, 'utf8');
    await first.stop();
    const bystander = await spawnBystander(join(own.dataDir, 'postgres/cluster'));
    await writeFile(pidFile, pidLines.replace(/^\d+/, String(bystander.pid)));
    const second = await startEmbeddedPostgres({ dataDir: own.dataDir });
    expect(second.note).toContain('recovered after a crash');
    await second.stop();
    expect([bystander.exitCode, bystander.signalCode]).toEqual([null, null]);
    await end(bystander, 'SIGKILL');
  });

  test('begins anew when its very first start was killed half way', async () => {
    const starter = own.launch();
    const hasBegun = async (): Promise<boolean> => {
      const names = await readdir(join(own.dataDir, 'postgres')).catch(() => []);
      return names.some((name) => name.startsWith('unfinished-'));
    };
    expect(await waitUntil(hasBegun, patienceMs)).toBe(true);
    await end(starter, 'SIGKILL');
    const postgres = await startEmbeddedPostgres({ dataDir: own.dataDir });
    expect(postgres.note).toContain('started for the first time');
    expect(await query(postgres.url, 'select 1')).toEqual([[1]]);
    await postgres.stop();
    const left = await readdir(join(own.dataDir, 'postgres'));
    expect(left.filter((name) => name.startsWith('unfinished-'))).toEqual([]);
  });

  test('refuses a second instance, names the first one, and leaves it alone', async () => {
    const first = await own.start();
    await expect(startEmbeddedPostgres({ dataDir: own.dataDir })).rejects.toThrow(
      `Another instance of Scribecast (process ${first.pid}) uses the data folder ${own.dataDir}. Stop it first`,
    );
    expect(await query(first.answer.url, 'select 1')).toEqual([[1]]);
    await end(first.child, 'SIGTERM');
    const next = await startEmbeddedPostgres({ dataDir: own.dataDir });
    await expect(startEmbeddedPostgres({ dataDir: own.dataDir })).rejects.toThrow(`(process ${process.pid})`);
    expect(await query(next.url, 'select 1')).toEqual([[1]]);
    await next.stop();
  });

  test('lets exactly one of two simultaneous first starts win', async () => {
    const both = await Promise.all([own.launch(), own.launch()].map(hear));
    const winners = both.filter(({ answer }) => answer.failure === undefined);
    expect(winners).toHaveLength(1);
    const loser = both.find(({ answer }) => answer.failure !== undefined);
    expect(loser?.answer.failure).toContain(`Another instance of Scribecast (process ${winners[0]?.pid})`);
    expect(await query(winners[0]?.answer.url, 'select 1')).toEqual([[1]]);
    await end(winners[0]!.child, 'SIGTERM');
  });

  test('just works in a clone under a folder that only its owner may enter', async () => {
    const closed = join(own.folder, 'closed');
    await mkdir(closed);
    const project = await cloneProject(join(closed, 'clone'), { withNative: true });
    await chmod(closed, 0o700);
    const options = { project, dataDir: join(project, 'data') };
    const first = await own.start(options);
    await query(first.answer.url, ...addNote);
    const home = await homeOf(options.dataDir);
    // Only root has to hand the server to a user who cannot enter; an ordinary user stays in the data folder.
    expect(home.startsWith(closed)).toBe(!isRoot);
    const remarks = [`cannot enter ${closed}`, `the database is kept in ${home}`, 'programs were copied to'];
    for (const remark of isRoot ? remarks : []) expect(first.answer.note).toContain(remark);
    await end(first.child, 'SIGTERM');
    const second = await own.start(options);
    expect(second.answer.note).toContain(': started; data in ');
    expect(await query(second.answer.url, readNotes)).toEqual([['你好']]);
    await end(second.child, 'SIGTERM');
  });

  test('runs as the ordinary user who starts it, also when root started it in between', async () => {
    const project = await cloneProject(join(own.folder, 'clone'), { withNative: true });
    const folder = join(own.folder, 'of-nobody');
    await makeFolderOfNobody(folder);
    const options = { project, dataDir: join(folder, 'data'), asNobody: true };
    const first = await own.start(options);
    await query(first.answer.url, ...addNote);
    const cluster = join(options.dataDir, 'postgres/cluster');
    expect((await stat(cluster)).uid).toBe((await stat(folder)).uid);
    await end(first.child, 'SIGKILL');
    const second = await own.start(options);
    expect(second.answer.note).toContain('took over');
    await end(second.child, 'SIGTERM');
    // Root may help out in between: the server still belongs to the user who began.
    const asSelf = await own.start({ ...options, asNobody: false });
    expect(await query(asSelf.answer.url, readNotes)).toEqual([['你好']]);
    await end(asSelf.child, 'SIGTERM');
    const third = await own.start(options);
    expect(await query(third.answer.url, readNotes)).toEqual([['你好']]);
    await end(third.child, 'SIGTERM');
  });

  test('says what to do when the programs for this machine are not installed', async () => {
    const project = await cloneProject(join(own.folder, 'clone'), { withNative: false });
    const { answer } = await own.start({ project });
    expect(answer.failure).toMatch(/package @embedded-postgres\/\S+ is not installed.*set DATABASE_URL/);
  });

  test('says what to do when the data folder cannot be written', async () => {
    const project = await cloneProject(join(own.folder, 'clone'), { withNative: true });
    const folder = join(own.folder, 'read-only');
    await mkdir(folder, { mode: 0o555 });
    const { answer } = await own.start({ project, dataDir: join(folder, 'data'), asNobody: true });
    expect(answer.failure).toMatch(/The system forbids what PostgreSQL needs in .*read-only.*DATABASE_URL/);
  });
});
