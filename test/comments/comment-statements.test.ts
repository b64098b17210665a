import { beforeAll, afterAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../support/client.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, makeRoom, type Room } from './room.ts';

/** Watches the driver, and lets every statement through. */
const statements = jest.spyOn(pg.Client.prototype, 'query');
afterAll(() => statements.mockRestore());

const world = await startWorld();
let owner: SignedInClient;
let few: Room;
let many: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  few = await makeRoom(owner, 'PUBLIC');
  many = await makeRoom(owner, 'PUBLIC');
  await fill(few, 1);
  await fill(many, 6);
});

/** So many threads, each by a member of its own, with as many replies by others. */
async function fill(room: Room, size: number): Promise<void> {
  const authors = await Promise.all(Array.from({ length: size }, (_, i) => world.member(`author-${i}`)));
  for (const author of authors) {
    const { id } = await add(author, { room, body: 'top' });
    for (const other of authors) await add(other, { room, body: 'reply', parentId: id });
  }
}

/** How many statements an operation takes: the least of three runs, so that no job that happens to run is counted. */
async function cost(client: Client, query: string, variables: object = {}): Promise<number> {
  const counts: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    statements.mockClear();
    await client.data(query, variables);
    counts.push(statements.mock.calls.length);
  }
  return Math.min(...counts);
}

const page = `query ($id: ID!) { transcript(id: $id) { comments(first: 20) { totalCount edges { node {
  id body isAnswered viewerCanEdit viewerCanRemove author { displayName kind } transcript { title }
  replies(first: 5) { totalCount edges { node { id body author { displayName } transcript { id } } } } } } } } }`;

const received = `query ($first: Int!) { me { receivedComments(first: $first) { edges { node {
  id author { displayName } transcript { id title } replies(first: 3) { edges { node { body author { displayName } } } } } } } } }`;

const listed = `query ($first: Int!) { me { transcripts(first: $first) { edges { node { title
  comments(last: 3) { totalCount edges { node { body author { displayName } } } } } } } } }`;

test('a page of comments costs as many statements with one thread as with six', async () => {
  const costOfFew = await cost(owner, page, { id: few.id });
  expect(costOfFew).toBeGreaterThan(2);
  expect(await cost(owner, page, { id: many.id })).toBe(costOfFew);
});

test('received comments cost as many statements for one as for forty', async () => {
  const costOfOne = await cost(owner, received, { first: 1 });
  expect(costOfOne).toBeGreaterThan(2);
  expect(await cost(owner, received, { first: 40 })).toBe(costOfOne);
});

test('the comments of a list of transcripts cost as many statements for one as for all', async () => {
  const costOfOne = await cost(owner, listed, { first: 1 });
  expect(costOfOne).toBeGreaterThan(2);
  expect(await cost(owner, listed, { first: 20 })).toBe(costOfOne);
});
