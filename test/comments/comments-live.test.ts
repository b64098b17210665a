import { beforeAll, expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import {
  add,
  commentFields,
  enter,
  makeRoom,
  threads,
  tryEdit,
  tryRemove,
  type ToldComment,
  type Room,
} from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner);
});

interface FeedItem {
  readonly __typename: string;
  readonly seq: number;
  readonly comment: ToldComment;
  readonly commentId: string;
}

const feed = `subscription ($id: ID!, $after: Int) { transcriptFeed(transcriptId: $id, after: $after) { __typename
  ... on CommentPosted { seq comment { ${commentFields} } } ... on CommentEdited { seq comment { ${commentFields} } }
  ... on CommentRemoved { seq commentId } } }`;

test('a reader sees a comment posted, edited and removed, as a list would show it', async () => {
  const guest = await enter(world, room, '读者');
  const live = owner.subscribe<{ transcriptFeed: FeedItem }>(feed, { id: room.id, after: 0 });
  const first = await add(guest, { room, body: '第一 <b>' });
  await live.until(({ items }) => items.length >= 1);
  const [listed] = await threads(owner, room);
  const { replies: _, ...asListed } = listed ?? { replies: [] };
  expect(live.items[0]?.transcriptFeed).toEqual({
    __typename: 'CommentPosted',
    seq: first.seq,
    comment: asListed,
  });

  await tryEdit(guest, first.id, '改过');
  await live.until(({ items }) => items.length >= 2);
  const edited = live.items[1]?.transcriptFeed;
  expect(edited).toMatchObject({
    __typename: 'CommentEdited',
    seq: first.seq + 1,
    comment: { id: first.id, seq: first.seq, body: '改过' },
  });
  expect(edited?.comment.editedAt).not.toBeNull();

  await tryRemove(owner, first.id);
  await live.until(({ items }) => items.length >= 3);
  await live.close();
  expect(live.items[2]?.transcriptFeed).toEqual({
    __typename: 'CommentRemoved',
    seq: first.seq + 2,
    commentId: first.id,
  });
});

test('comments alone are replayed after a number and go on live, each once and in order', async () => {
  const other = await makeRoom(owner);
  const guest = await enter(world, other, 'Guest');
  await add(guest, { room: other, body: '1' });
  const { id: parentId, seq } = await add(guest, { room: other, body: '2' });
  await add(owner, { room: other, body: '3', parentId });
  const live = guest.subscribe<{ commentAdded: ToldComment }>(
    `subscription ($id: ID!, $after: Int) { commentAdded(transcriptId: $id, after: $after) { id seq body createdAt parentId author { displayName kind } } }`,
    { id: other.id, after: seq - 1 },
  );
  await live.first(2);
  await add(guest, { room: other, body: '4' });
  const items = (await live.first(3)).map(({ commentAdded }) => commentAdded);
  await live.close();
  expect(items.map(({ body }) => body)).toEqual(['2', '3', '4']);
  expect(items[1]).toMatchObject({
    parentId,
    seq: seq + 1,
    author: { displayName: 'Speaker', kind: 'OWNER' },
  });
});
