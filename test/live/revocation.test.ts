import { describe, expect, test } from '@jest/globals';
import type { Live } from '../support/client.ts';
import { enter, feedDocument, openRoom, say, type FeedData, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();

async function readingGuest(owner: SignedInClient, room: Room): Promise<Live<FeedData>> {
  const guest = world.visitor();
  expect(await enter(guest, room)).toBe('OpenTranscriptSuccess');
  const feed = guest.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
  await say(owner, room.id, 'you can read this');
  await feed.until((live) =>
    live.items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'you can read this'),
  );
  return feed;
}

async function expectRevoked(feed: Live<FeedData>, owner: SignedInClient, room: Room): Promise<void> {
  await feed.until((live) => live.isOver, 2_000);
  const seen = feed.items.length;
  await owner.request(
    `mutation ($input: AppendSegmentInput!) { appendSegment(input: $input) { __typename } }`,
    {
      input: { id: crypto.randomUUID(), transcriptId: room.id, text: 'not for you' },
    },
  );
  expect(feed.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
  expect(feed.items).toHaveLength(seen);
  await feed.close();
}

describe('a feed ends when the right to read does', () => {
  test('because the view password was changed', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const feed = await readingGuest(owner, room);
    const { setViewPassword } = await owner.data<{ setViewPassword: { viewersSignedOut: number } }>(
      `mutation ($input: SetViewPasswordInput!) { setViewPassword(input: $input) { ... on SetViewPasswordSuccess { viewersSignedOut } } }`,
      { input: { transcriptId: room.id, viewPassword: 'another password' } },
    );
    expect(setViewPassword.viewersSignedOut).toBe(1);
    await expectRevoked(feed, owner, room);
  });

  test('because the transcript went to the bin', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const feed = await readingGuest(owner, room);
    await owner.data(
      `mutation ($input: DeleteTranscriptsInput!) { deleteTranscripts(input: $input) { __typename } }`,
      { input: { ids: [room.id] } },
    );
    await expectRevoked(feed, owner, room);
  });

  test('because it is public no more', async () => {
    const owner = await world.member();
    const stranger = await world.member('stranger');
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    const feed = stranger.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
    await feed.first(1);
    await owner.data(
      `mutation ($input: SetVisibilityInput!) { setVisibility(input: $input) { __typename } }`,
      { input: { transcriptId: room.id, visibility: 'PRIVATE' } },
    );
    await expectRevoked(feed, owner, room);
  });

  test('while the owner, who keeps it, reads on', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
    await feed.first(1);
    await owner.data(
      `mutation ($input: SetViewPasswordInput!) { setViewPassword(input: $input) { __typename } }`,
      { input: { transcriptId: room.id } },
    );
    await say(owner, room.id, 'still here');
    await feed.until((live) =>
      live.items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'still here'),
    );
    expect(feed.errors).toEqual([]);
    await feed.close();
  });
});

test('a stranger’s feed and one of nothing at all are refused alike', async () => {
  const owner = await world.member();
  const stranger = await world.member('stranger');
  const room = await openRoom(owner);
  for (const id of [room.id, crypto.randomUUID(), 'no id']) {
    const feed = stranger.subscribe<FeedData>(feedDocument, { id, after: 0 });
    await feed.until((live) => live.isOver);
    expect(feed.errors).toMatchObject([
      { message: 'Not found, or not yours.', extensions: { code: 'NOT_FOUND' } },
    ]);
    await feed.close();
  }
});
