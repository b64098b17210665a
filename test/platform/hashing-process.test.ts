import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { getPriority, constants } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { HashingChild } from '../../src/platform/auth/hashing-child.ts';

const opened: HashingChild[] = [];
afterAll(() => Promise.all(opened.map((child) => child.close())));

const hash = (child: HashingChild): Promise<unknown> => child.compute({ kind: 'hash', secret: 'secret' });

/** A hashing process that has hashed once. */
async function startedChild(
  options: { readonly silenceMs?: number } = {},
): Promise<{ readonly child: HashingChild; readonly pid: number }> {
  const child = new HashingChild({ hashesAtOnce: 2, log: pino({ level: 'silent' }), ...options });
  opened.push(child);
  await hash(child);
  return { child, pid: child.pid! };
}

/** Two hashes that the process has been given and cannot have computed. */
async function stoppedInTheMiddle(): Promise<{
  readonly child: HashingChild;
  readonly pid: number;
  readonly hashes: readonly Promise<unknown>[];
}> {
  const { child, pid } = await startedChild();
  process.kill(pid, 'SIGSTOP');
  const hashes = [hash(child), hash(child)];
  for (const each of hashes) each.catch(() => undefined);
  return { child, pid, hashes };
}

const isArgon2id = expect.stringMatching(/^\$argon2id\$/);
const isRefusal = { status: 'rejected', reason: expect.objectContaining({ code: 'RATE_LIMITED' }) };

/** Another process that hashes, and its output when it and all that it started have ended. */
function starter(mode: string): {
  readonly process: ReturnType<typeof spawn>;
  readonly ended: Promise<string>;
} {
  const started = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'test/platform/hashing/starter.ts', mode],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let output = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (text) => (output += String(text)));
  // Its standard error is the hashing process's as well: it closes when both are gone.
  return { process: started, ended: once(started, 'close').then(() => output) };
}

describe('the hashing process', () => {
  test('has the lowest priority in each of its threads', async () => {
    const { pid } = await startedChild();
    const threads = readdirSync(`/proc/${pid}/task`).map(Number);
    expect(threads.length).toBeGreaterThan(1);
    expect(new Set(threads.map((thread) => getPriority(thread)))).toEqual(
      new Set([constants.priority.PRIORITY_LOW]),
    );
  });

  test('is told no secret but by its channel', async () => {
    const { pid } = await startedChild();
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(1, -1)).toEqual([
      '--disable-warning=ExperimentalWarning',
      expect.stringMatching(/hashing-program\.ts$/),
    ]);
    const settings = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
    expect(settings.map((setting) => setting.split('=')[0]).sort()).toEqual([
      'NODE_CHANNEL_FD',
      'NODE_CHANNEL_SERIALIZATION_MODE',
      'UV_THREADPOOL_SIZE',
    ]);
  });

  test('that is killed in the middle of hashes is replaced, and the next one computes them', async () => {
    const { child, pid, hashes } = await stoppedInTheMiddle();
    process.kill(pid, 'SIGKILL');
    expect(await Promise.all(hashes)).toEqual([isArgon2id, isArgon2id]);
    expect(child.pid).not.toBe(pid);
    expect(await hash(child)).toEqual(isArgon2id);
  });

  test('that dies a second time over the same hashes has them refused, and the next ones computed', async () => {
    const { child, pid, hashes } = await stoppedInTheMiddle();
    process.kill(pid, 'SIGKILL');
    while (child.pid === pid || child.pid === null) await nextTurn();
    process.kill(child.pid, 'SIGKILL');
    expect(await Promise.allSettled(hashes)).toEqual([isRefusal, isRefusal]);
    expect(await hash(child)).toEqual(isArgon2id);
  });

  test('that owes answers and gives none is replaced, and the next one computes them', async () => {
    const { child, pid } = await startedChild({ silenceMs: 2_000 });
    process.kill(pid, 'SIGSTOP');
    expect(await Promise.all([hash(child), hash(child)])).toEqual([isArgon2id, isArgon2id]);
    expect(child.pid).not.toBe(pid);
  });

  test('outlives the signals that go to the whole group, so that hashes under way are computed', async () => {
    const { child, pid } = await startedChild();
    const hashes = [hash(child), hash(child)];
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal);
    expect(await Promise.all(hashes)).toEqual([isArgon2id, isArgon2id]);
    expect(child.pid).toBe(pid);
  });

  test('is gone when it was stopped, what it had not answered is refused, and no other is started', async () => {
    const { child, pid, hashes } = await stoppedInTheMiddle();
    await child.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await Promise.allSettled([...hashes, hash(child)])).toEqual([isRefusal, isRefusal, isRefusal]);
    expect(child.pid).toBeNull();
  });

  test('ends with a starter that is killed', async () => {
    const { process: started, ended } = starter('stay');
    await once(started.stdout!, 'data');
    started.kill('SIGKILL');
    expect(await ended).toBe('hashed\n');
  });

  test('does not keep a starter alive that has nothing more to do', async () => {
    expect(await starter('leave').ended).toBe('hashed\n');
  });

  test('that cannot be started has the hash refused, and is started for the next', async () => {
    expect(await starter('cannot').ended).toBe('RATE_LIMITED string\n');
  });
});
