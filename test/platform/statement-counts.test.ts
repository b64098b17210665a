import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { operationsIn } from '../support/documents.ts';
import { openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();
const examples = operationsIn('schema/examples.graphql');
/** Watches the driver, and lets every statement through. */
const driver = jest.spyOn(pg.Client.prototype, 'query');
afterAll(() => driver.mockRestore());

interface House {
  readonly owner: SignedInClient;
  readonly room: Room;
}
let small: House;
let big: House;

beforeAll(async () => {
  const staff = await world.operator();
  await Promise.all([1, 2, 3].map((i) => announce(staff, `News ${i}`)));
  small = await houseOf(3);
  big = await houseOf(60);
}, 60_000);

const announce = (staff: Client, title: string): Promise<unknown> =>
  staff.data(
    `mutation ($input: PublishAnnouncementInput!) { publishAnnouncement(input: $input) { __typename } }`,
    {
      input: { title, body: 'News.' },
    },
  );

/** An owner with so many transcripts, and in one of them so many segments, threads of comments and answers. */
async function houseOf(size: number): Promise<House> {
  const owner = await world.member('owner');
  // Whoever brings a bearer and a cookie is looked up by both; a front end brings one of them.
  owner.cookies.clear();
  const room = await openRoom(owner, { visibility: 'PUBLIC' });
  for (let i = 1; i < size; i += 1) await addTranscript(owner, `Meeting ${i}`);
  for (let i = 0; i < size; i += 1) await say(owner, room.id, `Sentence ${i}.`);
  // An author may write twenty comments a minute.
  const authors = await Promise.all(
    Array.from({ length: Math.ceil(size / 10) }, () => world.member('author')),
  );
  for (let i = 0; i < size; i += 1) {
    const author = authors[i % authors.length]!;
    await comment(author, room.id, await comment(author, room.id));
  }
  return { owner, room };
}

const addTranscript = (owner: Client, title: string): Promise<unknown> =>
  owner.data(`mutation ($input: CreateTranscriptInput!) { createTranscript(input: $input) { __typename } }`, {
    input: { title, visibility: 'PRIVATE' },
  });

async function comment(author: Client, transcriptId: string, parentId?: string): Promise<string> {
  const id = v7();
  const { addComment } = await author.data<{ addComment: { __typename: string } }>(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }`,
    { input: { id, transcriptId, parentId, body: 'A comment.' } },
  );
  expect(addComment.__typename).toBe('AddCommentSuccess');
  return id;
}

interface Cost {
  readonly statements: number;
  readonly answer: Record<string, unknown>;
}

/** The least of ten runs, so that what the house happens to do beside it is not counted. */
async function costOf(client: Client, document: string, variables: object = {}): Promise<Cost> {
  const counts: number[] = [];
  let answer = {};
  for (let run = 0; run < 10; run += 1) {
    driver.mockClear();
    answer = await client.data(document, variables);
    counts.push(driver.mock.calls.length);
  }
  return { statements: Math.min(...counts), answer };
}

/** How many edges a list in the answer has. */
const lengths = (answer: unknown): Record<string, number> =>
  Object.fromEntries(
    [...JSON.stringify(answer).matchAll(/"(\w+)":\{"edges":\[/g)].map(([, list = '']) => [
      list,
      edgesOf(answer, list),
    ]),
  );

function edgesOf(value: unknown, list: string): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = (value as Record<string, { edges?: unknown[] } | undefined>)[list]?.edges?.length ?? 0;
  return Math.max(own, ...Object.values(value).map((inner) => edgesOf(inner, list)));
}

describe('the statements of a page do not grow with what is on it', () => {
  test('the reader page', async () => {
    const few = await costOf(small.owner, examples.get('ReaderPage')!, { id: small.room.id });
    const many = await costOf(big.owner, examples.get('ReaderPage')!, { id: big.room.id });
    expect(lengths(few.answer)).toEqual({ segments: 3, comments: 3, replies: 1 });
    expect(lengths(many.answer)).toEqual({ segments: 50, comments: 20, replies: 1 });
    expect([few.statements, many.statements]).toEqual([2, 2]);

    const longer = examples
      .get('ReaderPage')!
      .replace('last: 50', 'last: 60')
      .replace('first: 20', 'first: 60');
    const all = await costOf(big.owner, longer, { id: big.room.id });
    expect(lengths(all.answer)).toEqual({ segments: 60, comments: 60, replies: 1 });
    expect(all.statements).toBe(2);
  });

  test('the dashboard', async () => {
    const few = await costOf(small.owner, examples.get('Dashboard')!);
    const many = await costOf(big.owner, examples.get('Dashboard')!);
    expect(lengths(few.answer)).toEqual({ transcripts: 3, receivedComments: 6, announcements: 3 });
    expect(lengths(many.answer)).toEqual({ transcripts: 5, receivedComments: 10, announcements: 3 });
    expect([few.statements, many.statements]).toEqual([3, 3]);

    const longer = examples
      .get('Dashboard')!
      .replace('first: 5)', 'first: 60)')
      .replace('first: 10)', 'first: 60)');
    const all = await costOf(big.owner, longer);
    expect(lengths(all.answer)).toEqual({ transcripts: 60, receivedComments: 60, announcements: 3 });
    expect(all.statements).toBe(3);
  });
});
