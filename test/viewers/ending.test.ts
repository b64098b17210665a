import { describe, expect, test } from '@jest/globals';
import type { Client, Live } from '../support/client.ts';
import { enter, feedDocument, openRoom, say, type FeedData, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { atDoor, changeDoor, doorOf, revokeViewers, untilState } from './door.ts';

const world = await startWorld();

interface Reading {
  readonly guest: Client;
  readonly feed: Live<FeedData>;
}

async function reading(owner: SignedInClient, room: Room, nickname = 'Guest'): Promise<Reading> {
  const guest = world.visitor();
  expect(await enter(guest, room, nickname)).toBe('OpenTranscriptSuccess');
  const feed = guest.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
  await say(owner, room.id, `hello, ${nickname}`);
  await feed.until(({ items }) =>
    items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === `hello, ${nickname}`),
  );
  return { guest, feed };
}

async function expectEnded({ guest, feed }: Reading, room: Room, reason: string): Promise<void> {
  await feed.until(({ isOver }) => isOver);
  expect(feed.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED', reason } }]);
  await feed.close();
  expect((await doorOf(guest, room))?.transcript ?? null).toBeNull();
}

const soon = (ms: number): string => new Date(world.clock.now().getTime() + ms).toISOString();

describe('removing viewers', () => {
  test('ends all their feeds at once, counts them, and lets them in again by the password', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const readers = [await reading(owner, room, 'one'), await reading(owner, room, 'two')];
    expect(await revokeViewers(owner, { transcriptId: room.id })).toMatchObject({
      revoked: 2,
      door: { viewers: { totalCount: 0 } },
    });
    for (const reader of readers) await expectEnded(reader, room, 'REVOKED');
    expect(await enter(world.visitor(), room)).toBe('OpenTranscriptSuccess');
  });

  test('one of them leaves the others in peace', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const [one, two] = [await reading(owner, room, 'one'), await reading(owner, room, 'two')];
    const { door } = await changeDoor(owner, { transcriptId: room.id });
    const { id } = door!.viewers!.edges.find(({ node }) => node.nickname === 'one')!.node;
    expect((await revokeViewers(owner, { transcriptId: room.id, viewerIds: [id] })).revoked).toBe(1);
    await expectEnded(one, room, 'REVOKED');
    await say(owner, room.id, 'still here');
    await two.feed.until(({ items }) =>
      items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'still here'),
    );
    expect(two.feed.errors).toEqual([]);
    expect(one.feed.items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'still here')).toBe(
      false,
    );
    await two.feed.close();
  });

  test('a grant that was being written meanwhile never stands', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const guest = world.visitor();
    await enter(guest, room);
    await revokeViewers(owner, { transcriptId: room.id });
    // As a statement leaves it that began before the revocation and ended after it.
    await world.sql(
      `update view_grants set revoked_at = null, ended_because = null where transcript_id = $1`,
      [room.id],
    );
    expect((await doorOf(guest, room))?.transcript).toBeNull();
  });

  test('is the owner’s alone', async () => {
    const owner = await world.member();
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    const answer = await (
      await world.member('stranger')
    ).request(`mutation ($input: RevokeViewersInput!) { revokeViewers(input: $input) { __typename } }`, {
      input: { transcriptId: room.id },
    });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });
});

describe('why it ended is told', () => {
  test('when the password was changed', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const reader = await reading(owner, room);
    await owner.data(
      `mutation ($input: SetViewPasswordInput!) { setViewPassword(input: $input) { __typename } }`,
      { input: { transcriptId: room.id } },
    );
    await expectEnded(reader, room, 'PASSWORD_CHANGED');
  });

  test('when it was deleted', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const reader = await reading(owner, room);
    await owner.data(
      `mutation ($input: DeleteTranscriptsInput!) { deleteTranscripts(input: $input) { __typename } }`,
      { input: { ids: [room.id] } },
    );
    await expectEnded(reader, room, 'DELETED');
  });
});

describe('the time for viewers', () => {
  test('ends their feeds when it is over, though nothing happens in the room', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const reader = await reading(owner, room);
    const visitor = world.visitor();
    const door = atDoor(visitor, room);
    await untilState(door, 'PASSWORD');
    await changeDoor(owner, { transcriptId: room.id, viewersUntil: soon(600) });
    await reader.feed.until(({ isOver }) => isOver, 5_000);
    await expectEnded(reader, room, 'VIEWING_ENDED');
    await untilState(door, 'EXPIRED');
    await door.close();
    expect(await doorOf(reader.guest, room)).toMatchObject({ state: 'EXPIRED', transcript: null });
  });

  test('set before they came ends their feeds too', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    await changeDoor(owner, { transcriptId: room.id, viewersUntil: soon(1_500) });
    const reader = await reading(owner, room);
    await expectEnded(reader, room, 'VIEWING_ENDED');
  });

  test('can be put off: nobody is sent away at the time of before', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const [stays, goes] = [await reading(owner, room, 'one'), await openRoom(owner)];
    const other = await reading(owner, goes, 'two');
    for (const { id } of [room, goes]) await changeDoor(owner, { transcriptId: id, viewersUntil: soon(900) });
    await changeDoor(owner, { transcriptId: room.id, viewersUntil: null });
    await expectEnded(other, goes, 'VIEWING_ENDED');
    await say(owner, room.id, 'go on');
    await stays.feed.until(({ items }) =>
      items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'go on'),
    );
    await stays.feed.close();
  });

  test('is told to the right password alone', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    await changeDoor(owner, { transcriptId: room.id, viewersUntil: soon(60_000) });
    world.clock.advance(60_001);
    expect(await enter(world.visitor(), { ...room, viewPassword: 'wrong one' })).toBe('WrongViewPassword');
    expect(await enter(world.visitor(), room)).toBe('ViewingEnded');
    expect(await doorOf(world.visitor(), room)).toMatchObject({ state: 'EXPIRED' });
  });

  test('binds viewers, not members who read what is public', async () => {
    const owner = await world.member();
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    const member = await world.member('reader');
    await changeDoor(owner, { transcriptId: room.id, viewersUntil: soon(60_000) });
    world.clock.advance(60_001);
    expect(await doorOf(member, room)).toMatchObject({ state: 'INSIDE' });
  });

  test('lies in the future, and not absurdly far', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    for (const viewersUntil of [soon(-1), '2999-01-01T00:00:00.000Z'])
      expect(await changeDoor(owner, { transcriptId: room.id, viewersUntil })).toMatchObject({
        __typename: 'InvalidInput',
        field: 'viewersUntil',
      });
  });
});
