import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { enter, tryRemove } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let guest: Client;
let room: Room;
let segmentId: string;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await openRoom(owner);
  guest = await enter(world, room, '小王');
  segmentId = (await say(owner, room.id, '我们先看一下上周的进度。')).segment!.id;
});

interface Pinned {
  readonly __typename: string;
  readonly field?: string;
  readonly comment?: {
    readonly id: string;
    readonly segmentId: string | null;
    readonly quote: string | null;
  };
}

async function pin(author: Client, input: object): Promise<Pinned> {
  const { addComment } = await author.data<{ addComment: Pinned }>(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename
      ... on AddCommentSuccess { comment { id segmentId quote } } ... on InvalidInput { field limit } } }`,
    { input: { id: v7(), transcriptId: room.id, body: '什么进度？', ...input } },
  );
  return addComment;
}

test('a comment keeps its passage and its quote on the page, in the feed and in a replay', async () => {
  const document = `subscription ($id: ID!, $after: Int) { transcriptFeed(transcriptId: $id, after: $after) {
    ... on CommentPosted { seq comment { id segmentId quote } } ... on CommentEdited { seq comment { id segmentId quote } } } }`;
  const live = owner.subscribe<{ transcriptFeed: object }>(document, { id: room.id });
  await live.connected();
  const { comment } = await pin(guest, { segmentId, quote: '上周的进度' });
  expect(comment).toMatchObject({ segmentId, quote: '上周的进度' });
  await guest.data(`mutation ($input: EditCommentInput!) { editComment(input: $input) { __typename } }`, {
    input: { id: comment!.id, body: '哪个进度？' },
  });
  await live.until(({ items }) => items.length === 2);
  const replay = owner.subscribe<{ transcriptFeed: object }>(document, { id: room.id, after: 0 });
  await replay.until(
    ({ items }) => items.filter(({ transcriptFeed }) => 'comment' in transcriptFeed).length === 2,
  );
  for (const items of [live.items, replay.items])
    for (const item of items.filter(({ transcriptFeed }) => 'comment' in transcriptFeed))
      expect(item).toMatchObject({ transcriptFeed: { comment } });
  await live.close();
  await replay.close();
});

test('a quote stays as it was read when its passage is corrected, and when it is removed', async () => {
  const { segment } = await say(owner, room.id, '下一部在六月。');
  await owner.data(`mutation ($input: ReviseSegmentInput!) { reviseSegment(input: $input) { __typename } }`, {
    input: { id: segment!.id, baseRevision: 1, text: '下一步在六月。' },
  });
  expect(await pin(guest, { segmentId: segment!.id, quote: '下一部' })).toMatchObject({
    comment: { quote: '下一部' },
  });
  await owner.data(`mutation ($input: RemoveSegmentInput!) { removeSegment(input: $input) { removedId } }`, {
    input: { id: segment!.id },
  });
  expect(await pin(guest, { segmentId: segment!.id, quote: '下一部' })).toMatchObject({
    comment: { quote: '下一部' },
  });
});

test('passages are counted with the comments that stand on them', async () => {
  const { segment } = await say(owner, room.id, 'Two remarks.');
  await say(owner, room.id, 'None.');
  const first = await pin(guest, { segmentId: segment!.id, quote: 'Two' });
  await pin(owner, { segmentId: segment!.id });
  const counts = async (): Promise<readonly object[]> => {
    const { transcript } = await guest.data<{
      transcript: { commentedSegments: { edges: { node: { id: string; commentCount: number } }[] } };
    }>(
      `query ($id: ID!) { transcript(id: $id) { commentedSegments(first: 50) { edges { node { id commentCount } } } } }`,
      { id: room.id },
    );
    return transcript.commentedSegments.edges.map(({ node }) => node).filter(({ id }) => id === segment!.id);
  };
  expect(await counts()).toEqual([{ id: segment!.id, commentCount: 2 }]);
  await tryRemove(guest, first.comment!.id);
  expect(await counts()).toEqual([{ id: segment!.id, commentCount: 1 }]);
});

test('passages with comments stand in the order of the text, also one that was split later', async () => {
  const { id } = await openRoom(owner, { visibility: 'PUBLIC' });
  const first = (await say(owner, id, 'onetwo')).segment!.id;
  const last = (await say(owner, id, 'three')).segment!.id;
  const half = v7();
  await owner.data(`mutation ($input: SplitSegmentInput!) { splitSegment(input: $input) { __typename } }`, {
    input: { id: first, baseRevision: 1, at: 3, newId: half },
  });
  for (const segmentId of [last, half, first]) await pin(owner, { transcriptId: id, segmentId });
  const { transcript } = await owner.data<{
    transcript: { commentedSegments: { edges: { node: { id: string } }[] } };
  }>(`query ($id: ID!) { transcript(id: $id) { commentedSegments(first: 50) { edges { node { id } } } } }`, {
    id,
  });
  expect(transcript.commentedSegments.edges.map(({ node }) => node.id)).toEqual([first, half, last]);
});

test('a removed comment takes its quote with it', async () => {
  const { comment } = await pin(guest, { segmentId, quote: '一个独特的引用' });
  await tryRemove(guest, comment!.id);
  const kept = await world.sql(
    `select quote from comments where quote like '%独特%'
     union all select payload::text from transcript_events where payload::text like '%独特%'`,
  );
  expect(kept).toEqual([]);
});

test('a passage of another transcript, none at all, a quote of nothing known and an endless one are refused', async () => {
  const other = await openRoom(owner);
  const elsewhere = (await say(owner, other.id, 'elsewhere')).segment!.id;
  expect(await pin(guest, { segmentId: elsewhere })).toMatchObject({ field: 'segmentId' });
  expect(await pin(guest, { segmentId: v7() })).toMatchObject({ field: 'segmentId' });
  expect(await pin(guest, { segmentId: 'nonsense' })).toMatchObject({ field: 'segmentId' });
  expect(await pin(guest, { quote: 'of what?' })).toMatchObject({ field: 'quote' });
  expect(await pin(guest, { segmentId, quote: '长'.repeat(201) })).toMatchObject({
    field: 'quote',
    limit: 200,
  });
  expect(await pin(guest, { segmentId, quote: '长'.repeat(200) })).toMatchObject({
    __typename: 'AddCommentSuccess',
  });
});
