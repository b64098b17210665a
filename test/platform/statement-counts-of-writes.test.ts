import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import { memberOfSession } from '../../src/features/members/sessions.service.ts';
import type { Client } from '../support/client.ts';
import { enter, openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();
/** Watches the driver, and lets every statement through. */
const driver = jest.spyOn(pg.Client.prototype, 'query');
afterAll(() => driver.mockRestore());

let owner: Client;
let stranger: Client;
let room: Room;

beforeAll(async () => {
  const speaker = await world.member('owner');
  room = await openRoom(speaker, { visibility: 'PUBLIC' });
  owner = withTokenAlone(speaker);
  stranger = withTokenAlone(await world.member('stranger'));
});

/** The same member, whose requests bring a token and no cookies, as programs do. */
function withTokenAlone({ token }: SignedInClient): Client {
  const client = world.visitor();
  client.token = token;
  return client;
}

/** The statements of an act: the fewest of three times, so that no job that happens to run is counted. */
async function statementsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  const runs: string[][] = [];
  for (let run = 0; run < 3; run += 1) {
    driver.mockClear();
    await act();
    runs.push(driver.mock.calls.map(([config]) => textOf(config)));
  }
  return runs.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

const textOf = (config: unknown): string =>
  typeof config === 'string' ? config : String((config as { text?: unknown }).text);

async function comment(author: Client, parentId?: string): Promise<string> {
  const id = v7();
  const { addComment } = await author.data<{ addComment: { __typename: string } }>(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) {
      __typename ... on AddCommentSuccess { comment { id body author { displayName } createdAt } } } }`,
    { input: { id, transcriptId: room.id, parentId, body: 'A comment.' } },
  );
  expect(addComment.__typename).toBe('AddCommentSuccess');
  return id;
}

/** Who asks, and the act itself. */
const lookUpAndAct = (table: string): readonly unknown[] => [
  expect.stringContaining('from sessions'),
  expect.stringContaining(`insert into ${table}`),
];

test('a comment takes one statement beside the look at who asks: by a member, by the owner, and an answer', async () => {
  expect(await statementsOf(() => comment(stranger))).toEqual(lookUpAndAct('comments'));
  expect(await statementsOf(() => comment(owner))).toEqual(lookUpAndAct('comments'));
  const parentId = await comment(owner);
  expect(await statementsOf(() => comment(stranger, parentId))).toEqual(lookUpAndAct('comments'));
});

test('a guest’s comment takes one statement beside the look at who asks', async () => {
  const guest = world.visitor();
  await enter(guest, room);
  const statements = await statementsOf(() => comment(guest));
  expect(statements.filter((text) => !/^\s*select/.test(text))).toEqual([
    expect.stringContaining('insert into comments'),
  ]);
  expect(statements.length).toBeLessThanOrEqual(3);
});

test('a segment takes one statement beside the look at who asks', async () => {
  expect(await statementsOf(() => say(owner, room.id, 'A sentence.'))).toEqual(lookUpAndAct('segments'));
});

test('a correction takes a look behind the lock and one statement, in a transaction', async () => {
  const { segment } = await say(owner, room.id, 'A sentense.');
  let baseRevision = 0;
  const revise = (): Promise<unknown> =>
    owner.data(`mutation ($input: ReviseSegmentInput!) { reviseSegment(input: $input) { __typename } }`, {
      input: { id: segment?.id, baseRevision: (baseRevision += 1), text: `A sentence ${baseRevision}.` },
    });
  expect(await statementsOf(revise)).toEqual([
    expect.stringContaining('from sessions'),
    expect.stringMatching(/^begin/i),
    expect.stringContaining('for no key update of t, s'),
    expect.stringContaining('update segments'),
    expect.stringMatching(/^commit/i),
  ]);
});

const idOf = async (client: Client): Promise<string> =>
  (await client.data<{ me: { id: string } }>('{ me { id } }')).me.id;

test('those who ask in the same moment are looked up together, each of them rightly', async () => {
  const { house } = world.app;
  const tokens = [owner, stranger, world.visitor(), owner].map(({ token }) => token ?? 'no token of ours');
  let found: unknown;
  const statements = await statementsOf(async () => {
    found = await Promise.all(tokens.map((token) => memberOfSession(house, [token])));
  });
  expect(statements).toEqual([expect.stringContaining('from sessions')]);
  const ids = (found as readonly ({ readonly id: string } | null)[]).map((member) => member?.id);
  expect(ids).toEqual([await idOf(owner), await idOf(stranger), undefined, await idOf(owner)]);
});
