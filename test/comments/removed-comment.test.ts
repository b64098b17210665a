import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, enter, makeRoom, threads, tryRemove, type Room } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner, 'PUBLIC');
});

const countOf = async (of: Room): Promise<number> =>
  (
    await owner.data<{ transcript: { commentCount: number } }>(
      `query ($id: ID!) { transcript(id: $id) { commentCount } }`,
      { id: of.id },
    )
  ).transcript.commentCount;

test('the owner removes anybody’s comment: a mark stays, the words are gone for everybody', async () => {
  const guest = await enter(world, room, 'Guest');
  const { id } = await add(guest, { room, body: 'an insult' });
  const count = await countOf(room);
  expect(await tryRemove(owner, id)).toBe(id);
  for (const reader of [owner, guest]) {
    const seen = (await threads(reader, room)).find((comment) => comment.id === id);
    expect(seen).toMatchObject({
      body: '',
      isRemoved: true,
      viewerCanEdit: false,
      viewerCanRemove: false,
      author: { displayName: 'Guest' },
    });
  }
  expect(await countOf(room)).toBe(count - 1);
  expect(await world.sql('select body from comments where id = $1', [id])).toEqual([{ body: '' }]);
});

test('an author removes their own, however old it is', async () => {
  const author = await world.member('Author');
  const { id } = await add(author, { room, body: 'mine' });
  expect(await tryRemove(author, id)).toBe(id);
  const { id: old } = await add(owner, { room, body: 'old' });
  await world.sql(`update comments set created_at = created_at - interval '90 days' where id = $1`, [old]);
  expect(await tryRemove(owner, old)).toBe(old);
});

test('removing twice is the same answer, and counts once', async () => {
  const other = await makeRoom(owner);
  const { id } = await add(owner, { room: other, body: 'x' });
  await add(owner, { room: other, body: 'y' });
  const told = await Promise.all([tryRemove(owner, id), tryRemove(owner, id), tryRemove(owner, id)]);
  expect(told).toEqual([id, id, id]);
  expect(await tryRemove(owner, id)).toBe(id);
  expect(await countOf(other)).toBe(1);
  const events = await world.sql(`select kind from transcript_events where subject_id = $1 order by seq`, [
    id,
  ]);
  expect(events.map(({ kind }) => kind)).toEqual(['COMMENT_POSTED', 'COMMENT_REMOVED']);
});

test('nobody else removes it, and it looks as if it were not there', async () => {
  const { id } = await add(owner, { room, body: 'stays' });
  const others = [await world.member('Other'), await enter(world, room, 'Guest'), world.visitor()];
  for (const other of others) expect(await tryRemove(other, id)).toBe('NOT_FOUND');
  expect(await tryRemove(owner, v7())).toBe('NOT_FOUND');
  expect((await threads(owner, room)).find((comment) => comment.id === id)?.body).toBe('stays');
});

test('a removed comment keeps its thread', async () => {
  const top = await add(owner, { room, body: 'question' });
  const reply = await add(await world.member('Other'), { room, body: 'answer', parentId: top.id });
  await tryRemove(owner, top.id);
  const seen = (await threads(owner, room)).find((comment) => comment.id === top.id);
  expect(seen).toMatchObject({ isRemoved: true, replies: [{ id: reply.id, body: 'answer' }] });
});

test('words that were removed are not in the log that late readers are sent', async () => {
  const other = await makeRoom(owner, 'PUBLIC');
  const { id, seq } = await add(owner, { room: other, body: 'take this back' });
  await tryRemove(owner, id);
  const live = owner.subscribe<{ transcriptFeed: object }>(
    `subscription ($id: ID!, $after: Int) { transcriptFeed(transcriptId: $id, after: $after) {
      __typename ... on CommentPosted { seq comment { id body } } ... on CommentRemoved { seq commentId } } }`,
    { id: other.id, after: seq - 1 },
  );
  const [posted, removed] = (await live.first(2)).map(({ transcriptFeed }) => transcriptFeed);
  await live.close();
  expect(JSON.stringify([posted, removed])).not.toContain('take this back');
  expect(removed).toEqual({ __typename: 'CommentRemoved', seq: seq + 1, commentId: id });
});
