import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { parse, print, separateOperations } from 'graphql';
import pg from 'pg';
import { Documents } from '../../src/platform/graphql/documents.ts';
import type { Client, Live } from '../support/client.ts';
import { enter, feedDocument, openRoom, say, type FeedData, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { seated } from './seated.ts';

const world = await startWorld();
/** Watches the driver, and lets every statement through. */
const driver = jest.spyOn(pg.Client.prototype, 'query');
afterAll(() => driver.mockRestore());

let owner: SignedInClient;
let room: Room;
beforeEach(async () => {
  owner = await world.member('owner');
  room = await openRoom(owner, { visibility: 'PUBLIC' });
});

const rename = (title: string): Promise<unknown> =>
  owner.data(`mutation ($input: RenameTranscriptInput!) { renameTranscript(input: $input) { __typename } }`, {
    input: { transcriptId: room.id, title },
  });

const comment = (author: Client, body: string): Promise<unknown> =>
  author.data(`mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }`, {
    input: { id: crypto.randomUUID(), transcriptId: room.id, body },
  });

/** What was asked of the database once the last act was done: what telling of it costs. */
function statementsAfterCommit(): readonly string[] {
  const texts = driver.mock.calls.map(([statement]) =>
    typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? ''),
  );
  return texts.slice(texts.lastIndexOf('commit') + 1);
}

async function readers(count: number): Promise<readonly Live<FeedData>[]> {
  const feeds = [];
  for (let i = 0; i < count; i += 1) {
    const reader = i % 2 === 0 ? await world.member('reader') : world.visitor();
    if (i % 2 === 1) await enter(reader, room);
    feeds.push(reader.subscribe<FeedData>(feedDocument, { id: room.id, after: i % 3 === 0 ? 0 : undefined }));
  }
  await seated(owner, room.id, feeds);
  return feeds;
}

test('what many readers ask alike is worked out once, wherever they began and whoever they are', async () => {
  const feeds = await readers(9);
  driver.mockClear();
  await rename('A new title');
  for (const feed of feeds)
    await feed.until(({ items }) => items.at(-1)?.transcriptFeed.__typename === 'TranscriptChanged');
  // A change brings the transcript as it is now: one read for one execution.
  expect(statementsAfterCommit()).toEqual([expect.stringMatching(/from transcripts t where t\.id = any/)]);
  for (const feed of feeds) {
    expect(feed.items.at(-1)).toMatchObject({ transcriptFeed: { transcript: { title: 'A new title' } } });
    await feed.close();
  }
});

describe('each reader gets what they asked for', () => {
  test('whatever the others ask', async () => {
    const document = (fields: string): string =>
      `subscription ($id: ID!, $with: Boolean = true) { transcriptFeed(transcriptId: $id) {
        __typename ... on SegmentAppended { ${fields} seq @include(if: $with) } ... on DraftShown { text } } }`;
    const asked: readonly (readonly [string, object, object])[] = [
      ['segment { text }', {}, { segment: { text: '你好' }, seq: 2 }],
      ['segment { words: text }', {}, { segment: { words: '你好' }, seq: 2 }],
      ['segment { text }', { with: true }, { segment: { text: '你好' }, seq: 2 }],
      ['segment { text }', { with: false }, { segment: { text: '你好' } }],
    ];
    const feeds = asked.map(([fields, variables]) =>
      owner.subscribe<FeedData>(document(fields), { id: room.id, ...variables }),
    );
    await seated(owner, room.id, feeds);
    await say(owner, room.id, '你好');
    for (const [i, feed] of feeds.entries()) {
      await feed.until(({ items }) => items.at(-1)?.transcriptFeed.__typename === 'SegmentAppended');
      expect(feed.items.at(-1)).toEqual({
        transcriptFeed: { __typename: 'SegmentAppended', ...asked[i]![2] },
      });
      await feed.close();
    }
  });

  test('in their own language', async () => {
    const feeds = (['en', 'zh-CN'] as const).map((locale) => {
      const reader = world.visitor();
      return Object.assign(reader, { locale, token: owner.token }).subscribe<FeedData>(feedDocument, {
        id: room.id,
        after: 1,
      });
    });
    await seated(owner, room.id, feeds);
    // The change of a transcript that is not there: an answer with an error in it.
    const event = { transcriptId: crypto.randomUUID(), seq: 2, subjectId: room.id, payload: {} };
    world.app.house.bus.publish(
      { name: 'transcriptLog', id: room.id },
      { ...event, kind: 'TRANSCRIPT_CHANGED' },
    );
    const told = [];
    for (const feed of feeds) {
      await feed.until(({ errors }) => errors.length > 0);
      told.push((feed.errors[0] as { message: string }).message);
      await feed.close();
    }
    expect(told[0]).toMatch(/^[\p{ASCII}’]+$/u);
    expect(told[1]).toMatch(/\p{Script=Han}/u);
  });

  test('as the person they are', async () => {
    const [author, guest] = [await world.member('author'), world.visitor()];
    await enter(guest, room);
    const document = `subscription ($id: ID!) { transcriptFeed(transcriptId: $id) { __typename
      ... on CommentPosted { comment { body viewerCanEdit viewerCanRemove } }
      ... on TranscriptChanged { transcript { title viewerName viewerIsOwner shareCode } } } }`;
    const people = [owner, author, guest, author];
    const feeds = people.map((person) => person.subscribe<FeedData>(document, { id: room.id }));
    await seated(owner, room.id, feeds);
    await comment(author, 'mine');
    await rename('whose?');
    const answers = [];
    for (const feed of feeds) {
      await feed.until(({ items }) => items.at(-1)?.transcriptFeed.__typename === 'TranscriptChanged');
      answers.push(feed.items.slice(-2).map(({ transcriptFeed: { __typename: _, ...told } }) => told));
      await feed.close();
    }
    const posted = (viewerCanEdit: boolean, viewerCanRemove: boolean): object => ({
      comment: { body: 'mine', viewerCanEdit, viewerCanRemove },
    });
    const changed = (viewerName: string, shareCode: string | null = null): object => ({
      transcript: { title: 'whose?', viewerName, viewerIsOwner: shareCode !== null, shareCode },
    });
    expect(answers).toEqual([
      [posted(false, true), changed('owner', room.shareCode)],
      [posted(true, true), changed('author')],
      [posted(false, false), changed('Guest')],
      [posted(true, true), changed('author')],
    ]);
  });
});

describe('a document is its reader’s own', () => {
  const documents = new Documents(world.app.schema, { introspection: false });
  const variables = { id: 'x', transcriptId: 'x', after: 1 };
  const isPersonal = (query: string): boolean => documents.checked({ query, variables }).isPersonal;
  const feed = (fields: string): string =>
    `subscription { transcriptFeed(transcriptId: "x") { ... on CommentPosted { comment { ${fields} } } } }`;

  test('when it asks for anything that depends on who reads', () => {
    expect(isPersonal(feed('body viewerCanEdit'))).toBe(true);
    expect(isPersonal(feed('transcript { shareCode }'))).toBe(true);
    expect(isPersonal(`${feed('...F')} fragment F on Comment { viewerCanRemove }`)).toBe(true);
  });

  test('and else it is everybody’s', () => {
    expect(isPersonal(feed('__typename id body author { displayName kind } isAnswered isRemoved'))).toBe(
      false,
    );
  });

  test.each([
    ['web/src/api/operations/*.graphql', 'LiveFeed'],
    ['schema/examples.graphql', 'TranscriptFeed'],
    ['schema/examples.graphql', 'CommentAdded'],
  ])('so that all readers of %s, %s, share one answer', (files, name) => {
    const everything = globSync(files).map((file) => readFileSync(file, 'utf8'));
    const operation = separateOperations(parse(everything.join('\n')))[name];
    expect(isPersonal(print(operation!))).toBe(false);
  });
});
