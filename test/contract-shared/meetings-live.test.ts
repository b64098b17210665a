import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { typeMeeting } from '../../src/commands/replay/typist.ts';
import { parseMeeting } from '../../src/features/transcripts/import/parse-meeting.rules.ts';
import type { Client } from '../support/client.ts';
import { enter, feedDocument, openRoom, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const shared = process.env['SCRIBECAST_SHARED'] ?? '';
const world = await startWorld();

const meetings = [
  { file: 'meeting-en-timed.md', wanted: 'Lightning' },
  { file: 'meeting-zh.md', wanted: '限制' },
];

interface Words {
  readonly speaker: string | null;
  readonly text: string;
}

interface SegmentPage {
  readonly edges: readonly { readonly node: Words }[];
  readonly pageInfo: { readonly startCursor: string; readonly hasPreviousPage: boolean };
}

async function readPage(client: Client, id: string, before: string | null): Promise<SegmentPage> {
  const { transcript } = await client.data<{ transcript: { segments: SegmentPage } }>(
    `query ($id: ID!, $before: String) { transcript(id: $id) { segments(last: 50, before: $before) {
      edges { node { speaker text } } pageInfo { startCursor hasPreviousPage } } } }`,
    { id, before },
  );
  return transcript.segments;
}

/** All of a transcript, as the reader page gets it: page after page from the end. */
async function readAll(client: Client, id: string): Promise<readonly Words[]> {
  const all: Words[] = [];
  let page = await readPage(client, id, null);
  for (;;) {
    all.unshift(...page.edges.map(({ node: { speaker, text } }) => ({ speaker, text })));
    if (!page.pageInfo.hasPreviousPage) return all;
    page = await readPage(client, id, page.pageInfo.startCursor);
  }
}

test.each(meetings)(
  '$file is typed live, read along, read again and searched without a lost or altered character',
  async ({ file, wanted }) => {
    const source = readFileSync(path.join(shared, 'data', file), 'utf8');
    const { segments } = parseMeeting(source);
    const expected = segments.map(({ speaker, text }) => ({ speaker, text }));
    const owner = await world.member();
    const room = await openRoom(owner, { title: file });
    const guest = world.visitor();
    await enter(guest, room);
    const feed = guest.subscribe<FeedData>(feedDocument, { id: room.id, after: 1 });

    const typist = {
      request: <Data>(document: string, variables: Readonly<Record<string, unknown>>) =>
        owner.data<Data>(document, variables),
      clock: () => performance.now(),
      sleep: () => Promise.resolve(),
      newId: v7,
    };
    expect(await typeMeeting(typist, segments, { transcriptId: room.id, speed: 100_000 })).toMatchObject({
      committedCount: segments.length,
    });

    const heard = await feed.until(
      (live) => live.items.filter(({ transcriptFeed }) => transcriptFeed.segment).length === segments.length,
      30_000,
    );
    expect(heard.items.flatMap(({ transcriptFeed: { segment } }) => segment?.text ?? [])).toEqual(
      expected.map(({ text }) => text),
    );
    await feed.close();
    expect(await readAll(guest, room.id)).toEqual(expected);

    const { transcript } = await guest.data<{
      transcript: { segments: { totalCount: number; edges: { node: Words }[] } };
    }>(
      `query ($id: ID!, $wanted: String!) { transcript(id: $id) { segments(search: $wanted, first: 100) { totalCount edges { node { text } } } } }`,
      { id: room.id, wanted },
    );
    const found = expected
      .filter(({ text }) => text.toLowerCase().includes(wanted.toLowerCase()))
      .map(({ text }) => ({ node: { text } }));
    expect(found.length).toBeGreaterThan(3);
    expect(transcript.segments.edges).toEqual(found);

    const { importTranscript } = await owner.data<{ importTranscript: { transcript: { id: string } } }>(
      `mutation ($input: ImportTranscriptInput!) { importTranscript(input: $input) { ... on ImportTranscriptSuccess { transcript { id } } } }`,
      { input: { source, visibility: 'PRIVATE' } },
    );
    expect(await readAll(owner, importTranscript.transcript.id)).toEqual(expected);
  },
);
