import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { Client } from '../support/client.ts';
import { feedDocument, seqsOf, type FeedData } from '../support/rooms.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'scribecast-kill-'));
chmodSync(dataDir, 0o755);
const port = 20_000 + Math.floor(Math.random() * 10_000);
const url = `http://127.0.0.1:${port}`;
let server: ChildProcess | null = null;

async function start(): Promise<void> {
  server = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      LIMIT_REQUESTS_PER_MINUTE: '100000',
    },
    stdio: 'ignore',
  });
  await untilReady();
}

async function untilReady(): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const ready = await fetch(`${url}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false);
    if (ready) return;
    if (Date.now() > deadline) throw new Error('The server did not become ready.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

afterAll(async () => {
  if (server) {
    server.kill('SIGTERM');
    await ended(server);
  }
  rmSync(dataDir, { recursive: true, force: true });
});

test('a server that is killed while a meeting is typed loses nothing that it confirmed and doubles nothing that is sent again', async () => {
  await start();
  const owner = new Client(url);
  const { registerMember } = await owner.data<{ registerMember: { token: string } }>(
    `mutation { registerMember(input: { username: "killed-${Date.now()}", password: "survives anything", displayName: "K" }) { ... on RegisterMemberSuccess { token } } }`,
  );
  owner.token = registerMember.token;
  const { createTranscript } = await owner.data<{ createTranscript: { transcript: { id: string } } }>(
    `mutation { createTranscript(input: { title: "t", visibility: PRIVATE }) { ... on CreateTranscriptSuccess { transcript { id } } } }`,
  );
  const { id } = createTranscript.transcript;
  await owner.data(`mutation ($input: StartLiveInput!) { startLive(input: $input) { __typename } }`, {
    input: { transcriptId: id },
  });

  const lines = Array.from({ length: 150 }, (_, i) => ({ id: v7(), text: `line ${i}` }));
  const seen: number[] = [];
  const texts: string[] = [];
  const reading = readUntil(owner, id, { seen, texts, last: lines.length + 1 });
  for (const [index, line] of lines.entries()) {
    if (index % 50 === 25) {
      const killed = server as ChildProcess;
      // In the middle of this very request, so that nobody knows whether it was carried out.
      const onItsWay = append(owner, id, line).catch(() => null);
      killed.kill('SIGKILL');
      await Promise.all([ended(killed), onItsWay]);
      await start();
    }
    await untilConfirmed(owner, id, line);
  }
  await reading;
  expect(seen).toEqual(Array.from({ length: lines.length + 1 }, (_, i) => i + 1));
  expect(texts).toEqual(lines.map(({ text }) => text));
}, 120_000);

interface Line {
  readonly id: string;
  readonly text: string;
}

async function append(owner: Client, transcriptId: string, line: Line): Promise<void> {
  const { appendSegment } = await owner.data<{ appendSegment: { __typename: string } }>(
    `mutation ($input: AppendSegmentInput!) { appendSegment(input: $input) { __typename } }`,
    { input: { ...line, transcriptId } },
  );
  expect(appendSegment.__typename).toBe('AppendSegmentSuccess');
}

async function untilConfirmed(owner: Client, transcriptId: string, line: Line): Promise<void> {
  for (;;) {
    const isConfirmed = await append(owner, transcriptId, line).then(
      () => true,
      (error: unknown) => {
        if (error instanceof TypeError || error instanceof SyntaxError) return false;
        throw error;
      },
    );
    if (isConfirmed) return;
  }
}

/** Reads along, resuming from its last number whenever the line breaks. */
async function readUntil(
  owner: Client,
  transcriptId: string,
  { seen, texts, last }: { readonly seen: number[]; readonly texts: string[]; readonly last: number },
): Promise<void> {
  while (seen.at(-1) !== last) {
    await untilReady();
    const feed = owner.subscribe<FeedData>(feedDocument, { id: transcriptId, after: seen.at(-1) ?? 0 });
    await feed.until((live) => live.isOver || seqsOf(live.items).at(-1) === last, 60_000);
    seen.push(...seqsOf(feed.items));
    texts.push(...feed.items.flatMap(({ transcriptFeed: { segment } }) => segment?.text ?? []));
    await feed.close();
  }
}
