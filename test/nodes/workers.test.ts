import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { Client } from '../support/client.ts';
import { feedDocument, openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { register } from '../support/world.ts';
import { startNode } from './support/house.ts';
import { Program, startedForFile, throwAwayFolder, until } from './support/programs.ts';
import { at, expectAll, showDraft } from './support/reading.ts';

const { url, program, folder } = await startedForFile(async (undo) => {
  const folder = throwAwayFolder();
  undo.push(() => folder.remove());
  return { folder, ...(await startNode({ DATA_DIR: folder.path }, undo, ['--workers', '2'])) };
});
await until(
  () => program.said.includes('/setup#token='),
  () => `it did not say where it is.\n${program.said}`,
);

test('the address and the link for the first operator are printed once', () => {
  expect(program.said.split(url)).toHaveLength(3);
  expect(program.said.split('/setup#token=')).toHaveLength(2);
});

test('readers at every worker see what is typed at one, while it is typed and after', async () => {
  const owner = await register(url, 'owner');
  const room = await openRoom(owner);
  // Connections go to the workers in turn.
  const feeds = Array.from({ length: 4 }, () =>
    at(url, owner).subscribe<FeedData>(feedDocument, { id: room.id, after: 0 }),
  );
  for (const feed of feeds) await feed.first(1);
  const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`);
  for (const line of lines) await say(owner, room.id, line);
  await showDraft(owner, room.id, 'half a sen');
  for (const feed of feeds) {
    await feed.until(({ items }) => items.some(({ transcriptFeed }) => transcriptFeed.text === 'half a sen'));
    expectAll(feed.items, lines);
    await feed.close();
  }
});

test('guesses at a secret count together, whichever worker answers', async () => {
  const owner = await register(url, 'guessed');
  const room = await openRoom(owner);
  // All at once, so that each has a connection of its own, and the workers get them in turn.
  const answers = await Promise.all(Array.from({ length: 12 }, () => guess(new Client(url), room.shareCode)));
  expect(answers.filter((answer) => answer === 'WrongViewPassword')).toHaveLength(5);
  expect(answers.filter((answer) => answer === 'TooManyAttempts')).toHaveLength(7);
});

test('when workers are killed while a meeting is typed, nothing is lost or doubled, and others take their places', async () => {
  const owner = await register(url, 'killed');
  const room = await openRoom(owner);
  const lines = Array.from({ length: 90 }, (_, i) => ({ id: v7(), text: `line ${i}` }));
  const last = lines.length + 1;
  const seen: FeedData[] = [];
  const reading = (async () => {
    while (seqsOf(seen).at(-1) !== last) {
      const after = seqsOf(seen).at(-1) ?? 0;
      const feed = at(url, owner).subscribe<FeedData>(feedDocument, { id: room.id, after });
      await feed.until(({ isOver, items }) => isOver || seqsOf(items).at(-1) === last, 60_000);
      seen.push(...feed.items);
      await feed.close();
    }
  })();
  for (const [index, { id, text }] of lines.entries()) {
    if (index === 30) process.kill(workersOf(program.pid)[0] ?? 0, 'SIGKILL');
    if (index === 60) process.kill(workersOf(program.pid).at(-1) ?? 0, 'SIGKILL');
    await until(
      () =>
        say(owner, room.id, text, id).then(
          ({ __typename }) => __typename === 'AppendSegmentSuccess',
          () => false,
        ),
      () => 'no worker took the line',
    );
  }
  await reading;
  expectAll(
    seen,
    lines.map(({ text }) => text),
  );
  await until(
    () => workersOf(program.pid).length === 2,
    () => 'no new worker came',
  );
}, 90_000);

test('a stop ends the workers and the database with it', async () => {
  await until(
    () => workersOf(program.pid).length === 2,
    () => 'the workers are not all there',
  );
  const workers = workersOf(program.pid);
  const owner = await register(url, 'stopped');
  const room = await openRoom(owner);
  const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
  await feed.first(1);
  await program.end('SIGTERM');
  expect(program.exitCode).toBe(0);
  await feed.until(({ closeCode }) => closeCode !== null);
  expect(feed.closeCode).toBe(1001);
  expect(workers.filter(isAlive)).toEqual([]);
  expect(programs().filter(({ command }) => command.includes(folder.path))).toEqual([]);
});

test('workers that cannot start are given up with a plain message', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const failing = new Program(process.execPath, ['dist/src/main.js', '--workers', '2'], {
    cwd: process.cwd(),
    env: {
      ...process.env,
      DATABASE_URL: process.env['TEST_DATABASE_URL'],
      HOST: '127.0.0.1',
      PORT: String((taken.address() as AddressInfo).port),
    },
  });
  try {
    await until(
      () => failing.isOver,
      () => `it goes on.\n${failing.said}`,
      60_000,
    );
    expect(failing.exitCode).toBe(1);
    expect(failing.said).toContain('EADDRINUSE');
    expect(failing.said).toContain('A worker died 3 times');
  } finally {
    await failing.end('SIGKILL');
    taken.close();
  }
}, 90_000);

async function guess(visitor: Client, shareCode: string): Promise<string> {
  const { openTranscript } = await visitor.data<{ openTranscript: { __typename: string } }>(
    `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename } }`,
    { input: { shareCode, viewPassword: 'a wrong guess', nickname: 'Guest' } },
  );
  return openTranscript.__typename;
}

const programs = (): readonly { readonly pid: number; readonly parent: number; readonly command: string }[] =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, ...command] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), command: command.join(' ') };
    });

const workersOf = (primary: number): readonly number[] =>
  programs().flatMap(({ pid, parent, command }) =>
    parent === primary && command.includes('main.js') ? [pid] : [],
  );

const isAlive = (pid: number): boolean => programs().some((each) => each.pid === pid);
