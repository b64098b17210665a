import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { feedDocument, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { review, seenBy, setMode, setWords } from './moderating.ts';
import { add, enter, makeRoom, threads, tryAdd, tryEdit, tryRemove, type Room } from './room.ts';

const world = await startWorld({ env: { LIMIT_COMMENTS_PER_MINUTE: '1000' } });
let owner: SignedInClient;
let stranger: SignedInClient;
let room: Room;
let guest: Client;

beforeAll(async () => {
  owner = await world.member('Speaker');
  stranger = await world.member('Stranger');
});

beforeEach(async () => {
  room = await makeRoom(owner, 'PUBLIC');
  guest = await enter(world, room, '小王');
  await setMode(owner, room, 'REVIEWED');
});

/** Posts what must come to wait; returns its id. */
async function hold(
  author: Client,
  body: string,
  more: { id?: string; parentId?: string } = {},
): Promise<string> {
  const id = more.id ?? v7();
  expect(await tryAdd(author, { room, body, ...more, id })).toMatchObject({ __typename: 'CommentHeld' });
  return id;
}

/** Every text that a person can get of a room's comments: page, replies, received, feed from the beginning, search. */
async function everythingFor(client: Client): Promise<string> {
  const feed = client.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
  const added = client.subscribe<object>(
    `subscription ($id: ID!) { commentAdded(transcriptId: $id, after: 0) { id body } }`,
    { id: room.id },
  );
  const { transcript } = await client.data<{ transcript: { lastSeq: number } }>(
    `query ($id: ID!) { transcript(id: $id) { lastSeq } }`,
    { id: room.id },
  );
  await feed.until(({ items }) => (seqsOf(items).at(-1) ?? 0) >= transcript.lastSeq);
  const page = await client.request(
    `query ($id: ID!) { transcript(id: $id) { commentCount comments(first: 50) { totalCount edges { node { id body
        replies(first: 50) { totalCount edges { node { id body } } } } } }
        heldComments(first: 50) { totalCount edges { node { id body } } } reportedComments { totalCount edges { node { id body } } }
        commentedSegments { totalCount } }
      me { receivedComments(first: 50, includeOwn: true) { totalCount edges { node { id body } } }
        transcripts(first: 5, search: "悄悄话") { totalCount } }
      publicTranscripts(first: 5, search: "悄悄话") { totalCount } }`,
    { id: room.id },
  );
  const text = JSON.stringify([page.data, feed.items, added.items]);
  await feed.close();
  await added.close();
  return text;
}

describe('a comment that waits', () => {
  test('is seen by its author and the host, and by nobody else on any way', async () => {
    await add(owner, { room, body: 'welcome' });
    await hold(guest, '悄悄话');
    expect(await everythingFor(stranger)).not.toContain('悄悄话');
    expect(JSON.stringify(await threads(owner, room))).not.toContain('悄悄话');
    expect((await seenBy(stranger, room)).held).toEqual([]);
    expect(await seenBy(owner, room)).toMatchObject({
      commentCount: 1,
      heldCount: 1,
      held: [
        {
          body: '悄悄话',
          reason: 'REVIEW',
          isRefused: false,
          author: { displayName: '小王', kind: 'GUEST' },
        },
      ],
    });
    expect(await seenBy(guest, room)).toMatchObject({ commentCount: 1, held: [{ body: '悄悄话' }] });
    const otherGuest = await enter(world, room, '小李');
    expect((await seenBy(otherGuest, room)).held).toEqual([]);
  });

  test('takes no number, and is told of to nobody but the host, whose page is told that something waits', async () => {
    const hints = owner.subscribe<{ memberFeed: object }>(
      `subscription { memberFeed { __typename ... on CommentToReview { transcript { id } } ... on CommentReceived { comment { id } } } }`,
    );
    await hints.connected();
    const before = await lastSeq();
    await hold(guest, '悄悄话');
    await hints.until(({ items }) => items.length > 0);
    expect(hints.items).toEqual([
      { memberFeed: { __typename: 'CommentToReview', transcript: { id: room.id } } },
    ]);
    expect(await lastSeq()).toBe(before);
    await hints.close();
  });

  test('is the same when it is sent again, and somebody else’s id is refused', async () => {
    const id = await hold(guest, 'once');
    await hold(guest, 'once', { id });
    expect((await seenBy(owner, room)).held).toHaveLength(1);
    expect(await tryAdd(stranger, { room, body: 'mine', id })).toMatchObject({ field: 'id' });
  });

  test('can be taken back by its author alone, and leaves nothing', async () => {
    const id = await hold(guest, 'never mind');
    expect(await tryRemove(stranger, id)).toBe('NOT_FOUND');
    expect(await tryRemove(guest, id)).toBe(id);
    expect((await seenBy(owner, room)).held).toEqual([]);
    expect(await threads(owner, room)).toEqual([]);
  });

  test('waits on where comments are opened again, and its id posts no second one', async () => {
    const id = await hold(guest, 'still waiting');
    await setMode(owner, room, 'OPEN');
    await hold(guest, 'still waiting', { id });
    await add(guest, { room, body: 'free to go' });
    expect(await threads(owner, room)).toMatchObject([{ body: 'free to go' }]);
    await review(owner, room, { verdict: 'APPROVE' });
    expect((await threads(owner, room)).map(({ body }) => body)).toEqual(['free to go', 'still waiting']);
  });

  const lastSeq = async (): Promise<number> =>
    (
      await owner.data<{ transcript: { lastSeq: number } }>(
        `query ($id: ID!) { transcript(id: $id) { lastSeq } }`,
        { id: room.id },
      )
    ).transcript.lastSeq;
});

describe('approving', () => {
  test('posts under the number of that moment, in its thread, counted, told to all, and as the author’s own', async () => {
    const top = await add(owner, { room, body: 'ask me' });
    const id = await hold(guest, 'why?', { parentId: top.id });
    const feed = stranger.subscribe<FeedData>(feedDocument, { id: room.id, after: top.seq });
    await feed.connected();
    expect(await review(owner, room, { verdict: 'APPROVE', ids: [id] })).toMatchObject({ decidedIds: [id] });
    await feed.until(({ items }) => items.length > 0);
    expect(feed.items[0]).toMatchObject({
      transcriptFeed: { __typename: 'CommentPosted', seq: top.seq + 1, comment: { id, body: 'why?' } },
    });
    expect(await threads(guest, room)).toMatchObject([
      { id: top.id, replies: [{ id, seq: top.seq + 1, viewerCanRemove: true, author: { kind: 'GUEST' } }] },
    ]);
    expect(await seenBy(guest, room)).toMatchObject({ commentCount: 2, held: [] });
    // The retry of an author who was offline meanwhile finds what stands.
    expect(await add(guest, { room, body: 'why?', id })).toMatchObject({ id, seq: top.seq + 1 });
    await feed.close();
  });

  test('of all posts them in the order in which they were written, each once', async () => {
    const ids: string[] = [];
    for (const body of ['1', '2', '3']) ids.push(await hold(guest, body));
    expect(await review(owner, room, { verdict: 'APPROVE' })).toMatchObject({ decidedIds: ids });
    expect(await review(owner, room, { verdict: 'APPROVE', ids })).toMatchObject({ decidedIds: [] });
    expect((await threads(guest, room)).map(({ body }) => body)).toEqual(['1', '2', '3']);
  });

  test('of more than a hundred leaves none behind', async () => {
    for (let i = 0; i < 103; i += 1) await hold(guest, `${i}`);
    const told = await review(owner, room, { verdict: 'APPROVE' });
    expect((told as unknown as { decidedIds: string[] }).decidedIds).toHaveLength(103);
    expect(await seenBy(owner, room)).toMatchObject({ commentCount: 103, heldCount: 0 });
  });

  test('at the same time by two pages posts each once', async () => {
    const ids = [await hold(guest, 'a'), await hold(guest, 'b')];
    const told = await Promise.all([1, 2].map(() => review(owner, room, { verdict: 'APPROVE' })));
    expect(told.flatMap((one) => (one as unknown as { decidedIds: string[] }).decidedIds).toSorted()).toEqual(
      ids.toSorted(),
    );
    expect(await threads(owner, room)).toHaveLength(2);
  });

  test('is the host’s alone', async () => {
    const id = await hold(guest, 'x');
    for (const other of [guest, stranger, world.visitor()])
      expect(await review(other, room, { verdict: 'APPROVE', ids: [id] })).toMatch(
        /NOT_FOUND|UNAUTHENTICATED/,
      );
    expect(await threads(owner, room)).toEqual([]);
  });

  test('of a comment that waits elsewhere does nothing', async () => {
    const id = await hold(guest, 'x');
    const other = await makeRoom(owner);
    expect(await review(owner, other, { verdict: 'APPROVE', ids: [id] })).toMatchObject({ decidedIds: [] });
    expect((await seenBy(owner, room)).heldCount).toBe(1);
  });
});

describe('a writer whom the host has invited', () => {
  const invite = (role: string): Promise<unknown> =>
    owner.data(`mutation ($input: InviteToCrewInput!) { inviteToCrew(input: $input) { __typename } }`, {
      input: { transcriptId: room.id, username: stranger.username, role },
    });

  test('decides as the host does, from that moment until they are let go; an organiser does not', async () => {
    const id = await hold(guest, 'a question');
    await invite('ORGANISER');
    expect((await seenBy(stranger, room)).held).toEqual([]);
    expect(await review(stranger, room, { verdict: 'APPROVE', ids: [id] })).toBe('NOT_FOUND');
    await invite('WRITER');
    expect((await seenBy(stranger, room)).held).toMatchObject([{ id }]);
    expect(await review(stranger, room, { verdict: 'APPROVE', ids: [id] })).toMatchObject({
      decidedIds: [id],
    });
    await add(stranger, { room, body: 'a writer’s own never waits' });
    expect(await tryRemove(stranger, id)).toBe(id);
    await owner.data(
      `mutation ($input: RemoveFromCrewInput!) { removeFromCrew(input: $input) { __typename } }`,
      {
        input: { transcriptId: room.id, memberId: stranger.id },
      },
    );
    await hold(guest, 'another');
    expect((await seenBy(stranger, room)).held).toEqual([]);
    expect(await setMode(stranger, room, 'OPEN')).toBe('NOT_FOUND');
  });
});

describe('a comment that is asked for by its id', () => {
  const byId = async (reader: Client, id: string): Promise<object | null> =>
    (
      await reader.data<{ transcript: { comment: object | null } }>(
        `query ($id: ID!, $of: ID!) { transcript(id: $id) { comment(id: $of) { id body } } }`,
        { id: room.id, of: id },
      )
    ).transcript.comment;

  test('is one of this transcript, and never one that waits or stands elsewhere', async () => {
    const { id } = await add(owner, { room, body: 'here' });
    expect(await byId(stranger, id)).toEqual({ id, body: 'here' });
    expect(await byId(guest, await hold(guest, 'waits'))).toBeNull();
    const elsewhere = await add(owner, { room: await makeRoom(owner), body: 'there' });
    expect(await byId(owner, elsewhere.id)).toBeNull();
    expect(await byId(owner, 'nonsense')).toBeNull();
  });
});

describe('refusing', () => {
  test('leaves it to its author, who is told, and to nobody else', async () => {
    const id = await hold(guest, 'no way');
    expect(await review(owner, room, { verdict: 'REFUSE', ids: [id] })).toMatchObject({ decidedIds: [id] });
    expect((await seenBy(owner, room)).held).toEqual([]);
    expect((await seenBy(guest, room)).held).toMatchObject([{ id, isRefused: true }]);
    await hold(guest, 'no way', { id });
    expect(await review(owner, room, { verdict: 'APPROVE', ids: [id] })).toMatchObject({ decidedIds: [] });
    expect(await threads(owner, room)).toEqual([]);
  });
});

test('a refusal is told to the others who decide, and leaves comments as quick as they were', async () => {
  const isGuarded = async (): Promise<unknown> =>
    (await world.sql('select comments_guarded as guarded from transcripts where id = $1', [room.id]))[0]?.[
      'guarded'
    ];
  const id = await hold(guest, 'no way');
  const hints = owner.subscribe<{ memberFeed: object }>(
    `subscription { memberFeed { ... on CommentToReview { transcript { id } } } }`,
  );
  await hints.connected();
  await setMode(owner, room, 'OPEN');
  expect(await isGuarded()).toBe(true);
  await review(owner, room, { verdict: 'REFUSE', ids: [id] });
  await hints.until(({ items }) => items.length > 0);
  expect(await isGuarded()).toBe(false);
  // Its id stays taken.
  await hold(guest, 'no way', { id });
  expect(await threads(owner, room)).toEqual([]);
  await hints.close();
});

describe('whose comments wait', () => {
  test('are everybody’s but the host’s', async () => {
    await add(owner, { room, body: 'mine' });
    await hold(stranger, 'a member’s');
    await hold(guest, 'a guest’s');
  });

  test('are nobody’s from the moment the host says so', async () => {
    await setMode(owner, room, 'OPEN');
    await add(guest, { room, body: 'x' });
  });
});

describe('an approved comment', () => {
  test('is not made into another one by its author', async () => {
    const id = await hold(guest, 'harmless');
    await review(owner, room, { verdict: 'APPROVE', ids: [id] });
    expect(await tryEdit(guest, id, 'buy now')).toMatchObject({ __typename: 'EditNeedsReview' });
    expect(await threads(owner, room)).toMatchObject([{ body: 'harmless' }]);
  });
});

describe('a list of words', () => {
  beforeEach(() => setMode(owner, room, 'OPEN'));

  test('makes what holds one of them wait, and says why to the host; the rest is posted', async () => {
    expect(await setWords(owner, room, [' 加微信 ', 'Viagra', 'VIAGRA'])).toMatchObject({
      words: ['加微信', 'VIAGRA'],
    });
    await hold(guest, '请加微信号');
    await hold(stranger, 'cheap ｖｉａｇｒａ!');
    await add(guest, { room, body: '微信' });
    await add(owner, { room, body: '加微信' });
    expect((await seenBy(owner, room)).held).toMatchObject([{ reason: 'WORDS' }, { reason: 'WORDS' }]);
  });

  test('also holds what is changed into one of them, and the name of a guest', async () => {
    await setWords(owner, room, ['加微信']);
    const { id } = await add(guest, { room, body: 'hello' });
    expect(await tryEdit(guest, id, '加微信')).toMatchObject({ __typename: 'EditNeedsReview' });
    expect(await tryEdit(guest, id, 'hello again')).toMatchObject({ __typename: 'EditCommentSuccess' });
    await hold(await enter(world, room, '加微信123'), 'hello');
  });

  test('is told to the host alone', async () => {
    await setWords(owner, room, ['secret']);
    expect((await seenBy(owner, room)).commentWords).toEqual(['secret']);
    expect((await seenBy(stranger, room)).commentWords).toBeNull();
    expect(await setWords(stranger, room, [])).toBe('NOT_FOUND');
  });
});
