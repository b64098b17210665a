import { beforeEach, expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, enter, makeRoom, tryRemove, type Room } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;

beforeEach(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner, 'PUBLIC');
});

interface Received {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly {
    readonly node: {
      readonly body: string;
      readonly transcript: { readonly id: string; readonly title: string };
    };
  }[];
}

async function received(args = 'first: 20'): Promise<Received> {
  const { me } = await owner.data<{ me: { receivedComments: Received } }>(
    `{ me { receivedComments(${args}) { totalCount pageInfo { hasNextPage endCursor }
      edges { node { body transcript { id title } } } } } }`,
  );
  return me.receivedComments;
}

const bodies = ({ edges }: Received): readonly string[] => edges.map(({ node }) => node.body);

test('a member finds what others wrote on their transcripts, newest first, and not their own words', async () => {
  const other = await makeRoom(owner);
  await add(await enter(world, room, 'Guest'), { room, body: 'oldest' });
  await add(owner, { room, body: 'my own' });
  await add(await enter(world, other, 'Guest'), { room: other, body: 'middle' });
  await add(await world.member('Member'), { room, body: 'newest' });
  const list = await received();
  expect(bodies(list)).toEqual(['newest', 'middle', 'oldest']);
  expect(list.totalCount).toBe(3);
  expect(list.edges.map(({ node }) => node.transcript.id)).toEqual([room.id, other.id, room.id]);
});

test('comments on other people’s transcripts are not among them', async () => {
  const somebody = await world.member('Somebody');
  const theirs = await makeRoom(somebody, 'PUBLIC');
  await add(owner, { room: theirs, body: 'I was here' });
  await add(await world.member('Member'), { room: theirs, body: 'not for you' });
  expect(bodies(await received())).toEqual([]);
});

test('removed comments and those on deleted transcripts are left out, and the latter come back with them', async () => {
  const other = await makeRoom(owner, 'PUBLIC');
  const member = await world.member('Member');
  const { id } = await add(member, { room, body: 'removed' });
  await add(member, { room, body: 'stays' });
  await add(member, { room: other, body: 'in the bin' });
  await tryRemove(member, id);
  const input = { ids: [other.id] };
  await owner.data(
    `mutation ($input: DeleteTranscriptsInput!) { deleteTranscripts(input: $input) { __typename } }`,
    { input },
  );
  expect(bodies(await received())).toEqual(['stays']);
  await owner.data(
    `mutation ($input: RestoreTranscriptsInput!) { restoreTranscripts(input: $input) { __typename } }`,
    { input },
  );
  expect(bodies(await received())).toEqual(['in the bin', 'stays']);
});

test('the list can be narrowed to what waits for an answer', async () => {
  const guest = await enter(world, room, 'Guest');
  const first = await add(guest, { room, body: 'first' });
  await add(guest, { room, body: 'second' });
  await add(owner, { room, body: 'answer', parentId: first.id });
  expect(bodies(await received('unansweredOnly: true'))).toEqual(['second']);
  expect((await received('unansweredOnly: true')).totalCount).toBe(1);
  await add(guest, { room, body: 'one more thing', parentId: first.id });
  expect(bodies(await received('unansweredOnly: true'))).toEqual(['one more thing', 'second']);
  expect(bodies(await received())).toEqual(['one more thing', 'second', 'first']);
});

test('the list is read page by page, each comment once', async () => {
  const guest = await enter(world, room, 'Guest');
  for (const body of ['1', '2', '3', '4', '5']) await add(guest, { room, body });
  const seen: string[] = [];
  for (let after = '', more = true; more;) {
    const page = await received(`first: 2${after}`);
    seen.push(...bodies(page));
    more = page.pageInfo.hasNextPage;
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
  expect(seen).toEqual(['5', '4', '3', '2', '1']);
});

test('comments of the same moment are paged without loss', async () => {
  const guest = await enter(world, room, 'Guest');
  for (const body of ['1', '2', '3']) await add(guest, { room, body });
  await world.sql(`update comments set created_at = '2026-11-21T08:00:00Z' where transcript_id = $1`, [
    room.id,
  ]);
  const first = await received('first: 2');
  const rest = await received(`first: 2, after: "${first.pageInfo.endCursor}"`);
  expect([...bodies(first), ...bodies(rest)].sort()).toEqual(['1', '2', '3']);
});

test('a cursor that is not ours is refused as bad input', async () => {
  const forged = (keys: unknown): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
  for (const cursor of [forged(['yesterday', 'x']), forged([1]), 'nonsense']) {
    const { errors } = await owner.request(
      `query ($after: String) { me { receivedComments(after: $after) { edges { cursor } } } }`,
      { after: cursor },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
  }
});

test('the owner’s open pages hear of a new comment, and not of the owner’s own', async () => {
  const live = owner.subscribe<{ memberFeed: { __typename: string; comment?: { body: string } } }>(
    `subscription { memberFeed { __typename ... on CommentReceived { comment { body transcript { title } } } } }`,
  );
  await live.connected();
  const guest = await enter(world, room, 'Guest');
  await add(owner, { room, body: 'my own' });
  const news = (): readonly string[] =>
    live.items.flatMap(({ memberFeed }) => memberFeed.comment?.body ?? []);
  // The operation is on its way when the socket is open; whichever comment is the first to be heard of, it is not the owner's.
  for (let i = 1; news().length === 0; i += 1) {
    await add(guest, { room, body: `hello ${i}` });
    await live.until(() => news().length > 0, 500).catch(() => undefined);
  }
  await live.close();
  expect(news()[0]).toMatch(/^hello \d+$/);
});
