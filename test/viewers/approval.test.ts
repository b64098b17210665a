import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { enter, feedDocument, knock, openRoom, say, type FeedData, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import {
  atDoor,
  changeDoor,
  decideViewers,
  deskFields,
  doorOf,
  revokeViewers,
  untilState,
  type Desk,
} from './door.ts';

const world = await startWorld();

interface Scene {
  readonly owner: SignedInClient;
  readonly room: Room;
}

async function guardedRoom(): Promise<Scene> {
  const owner = await world.member('owner');
  const room = await openRoom(owner);
  expect((await changeDoor(owner, { transcriptId: room.id, admission: 'APPROVAL' })).__typename).toBe(
    'ChangeDoorSuccess',
  );
  return { owner, room };
}

async function waitingGuest(room: Room, nickname = 'Guest'): Promise<Client> {
  const guest = world.visitor();
  expect(await knock(guest, room, nickname)).toBe('WaitingForApproval');
  return guest;
}

const canRead = async (client: Client, { id }: Room): Promise<boolean> =>
  (
    await client.data<{ transcript: object | null }>(`query ($id: ID!) { transcript(id: $id) { id } }`, {
      id,
    })
  ).transcript !== null;

const idsOf = ({ waiting }: Desk): readonly string[] => waiting.map(({ id }) => id);

async function deskOf(client: Client, { id }: Room): Promise<Desk | null> {
  const { transcriptDoor } = await client.data<{ transcriptDoor: Desk | null }>(
    `query ($id: ID!) { transcriptDoor(transcriptId: $id) { ${deskFields} } }`,
    { id },
  );
  return transcriptDoor;
}

describe('whoever waits', () => {
  test('reads, follows and says nothing, by bearer or by cookie', async () => {
    const { owner, room } = await guardedRoom();
    await say(owner, room.id, 'not for them yet');
    const guest = await waitingGuest(room);
    const byCookie = world.visitor();
    for (const [name, value] of guest.cookies) byCookie.cookies.set(name, value);
    for (const client of [guest, byCookie]) {
      expect(await canRead(client, room)).toBe(false);
      expect(await doorOf(client, room)).toMatchObject({ state: 'WAITING', transcript: null });
      const feed = client.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
      await feed.until(({ isOver }) => isOver);
      expect(feed.items).toEqual([]);
      expect(feed.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      await feed.close();
      const comment = await client.request(
        `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }`,
        { input: { id: v7(), transcriptId: room.id, body: 'let me in' } },
      );
      expect(comment.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    }
  });

  test('comes in by themselves the moment they are approved, and others go on waiting', async () => {
    const { owner, room } = await guardedRoom();
    const [one, other] = [await waitingGuest(room, 'one'), await waitingGuest(room, 'other')];
    const doors = [atDoor(one, room), atDoor(other, room)] as const;
    for (const door of doors) await untilState(door, 'WAITING');

    const desk = (await deskOf(owner, room))!;
    expect(desk.waiting.map(({ nickname }) => nickname)).toEqual(['one', 'other']);
    const answer = await decideViewers(owner, {
      transcriptId: room.id,
      decision: 'APPROVE',
      viewerIds: [idsOf(desk)[0]],
    });
    expect(answer).toMatchObject({ decided: 1, door: { waitingCount: 1, viewers: { totalCount: 1 } } });
    await untilState(doors[0], 'INSIDE');
    expect(await canRead(one, room)).toBe(true);
    expect(await canRead(other, room)).toBe(false);

    await decideViewers(owner, { transcriptId: room.id, decision: 'APPROVE' });
    await untilState(doors[1], 'INSIDE');
    expect(await canRead(other, room)).toBe(true);
    for (const door of doors) await door.close();
  });

  test('is told plainly when refused, and stays so after a reload', async () => {
    const { owner, room } = await guardedRoom();
    const guest = await waitingGuest(room);
    const door = atDoor(guest, room);
    await untilState(door, 'WAITING');
    expect((await decideViewers(owner, { transcriptId: room.id, decision: 'REFUSE' })).decided).toBe(1);
    await untilState(door, 'REFUSED');
    await door.close();
    expect(await doorOf(guest, room)).toMatchObject({ state: 'REFUSED', transcript: null });
    expect(await canRead(guest, room)).toBe(false);
    // Nor does approving all who wait bring back who was refused.
    expect((await decideViewers(owner, { transcriptId: room.id, decision: 'APPROVE' })).decided).toBe(0);
    expect(await canRead(guest, room)).toBe(false);
  });

  test('waits no more once the password is another', async () => {
    const { owner, room } = await guardedRoom();
    const guest = await waitingGuest(room);
    const door = atDoor(guest, room);
    await untilState(door, 'WAITING');
    await owner.data(
      `mutation ($input: SetViewPasswordInput!) { setViewPassword(input: $input) { __typename } }`,
      { input: { transcriptId: room.id, viewPassword: 'another password' } },
    );
    await untilState(door, 'PASSWORD');
    await door.close();
    expect(await deskOf(owner, room)).toMatchObject({ waitingCount: 0 });
    expect((await decideViewers(owner, { transcriptId: room.id, decision: 'APPROVE' })).decided).toBe(0);
    expect(await canRead(guest, room)).toBe(false);
  });

  test('comes in when the door is opened to all', async () => {
    const { owner, room } = await guardedRoom();
    const guest = await waitingGuest(room);
    await changeDoor(owner, { transcriptId: room.id, admission: 'OPEN' });
    expect(await canRead(guest, room)).toBe(true);
    expect(await enter(world.visitor(), room)).toBe('OpenTranscriptSuccess');
  });

  test('hears whether anybody is there, and that the meeting begins', async () => {
    const owner = await world.member('owner');
    const room = await openRoom(owner, { isLive: false });
    await changeDoor(owner, { transcriptId: room.id, admission: 'APPROVAL' });
    const guest = await waitingGuest(room);
    const door = atDoor(guest, room);
    await untilState(door, 'WAITING');
    expect(door.items.at(-1)!.doorFeed).toMatchObject({ status: 'READY', hostIsHere: false });
    const desk = owner.subscribe(`subscription ($id: ID!) { deskFeed(transcriptId: $id) { waitingCount } }`, {
      id: room.id,
    });
    await door.until(({ items }) => items.at(-1)!.doorFeed.hostIsHere);
    await owner.data(`mutation ($input: StartLiveInput!) { startLive(input: $input) { __typename } }`, {
      input: { transcriptId: room.id },
    });
    await door.until(({ items }) => items.at(-1)!.doorFeed.status === 'LIVE');
    for (const feed of [door, desk]) await feed.close();
  });
});

describe('the desk', () => {
  test('sees who comes as they come, a crowd included', async () => {
    const { owner, room } = await guardedRoom();
    const desk = owner.subscribe<{ deskFeed: Desk }>(
      `subscription ($id: ID!) { deskFeed(transcriptId: $id) { ${deskFields} } }`,
      { id: room.id },
    );
    await desk.first(1);
    // The first one pays for the hash; behind one address a crowd that is not known yet would look like guessing.
    await waitingGuest(room, 'the first');
    await Promise.all(Array.from({ length: 11 }, (_, i) => waitingGuest(room, `guest ${i}`)));
    await desk.until(({ items }) => items.at(-1)!.deskFeed.waitingCount === 12);
    await desk.close();
  });

  test('is not for strangers, guests or those who wait', async () => {
    const { room } = await guardedRoom();
    const stranger = await world.member('stranger');
    expect(await deskOf(stranger, room)).toBeNull();
    for (const viewerIds of [undefined, [v7()]]) {
      const answer = await stranger.request(
        `mutation ($input: DecideViewersInput!) { decideViewers(input: $input) { __typename } }`,
        { input: { transcriptId: room.id, decision: 'APPROVE', viewerIds } },
      );
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    }
  });

  test('decides about its own viewers only, and refuses an empty or endless list', async () => {
    const [mine, theirs] = [await guardedRoom(), await guardedRoom()];
    const guest = await waitingGuest(theirs.room);
    const [viewerId] = idsOf((await deskOf(theirs.owner, theirs.room))!);
    const about = (viewerIds: readonly unknown[]) =>
      decideViewers(mine.owner, { transcriptId: mine.room.id, decision: 'APPROVE', viewerIds });
    expect((await about([viewerId, 'no id'])).decided).toBe(0);
    expect(await canRead(guest, theirs.room)).toBe(false);
    expect(await about([])).toMatchObject({ __typename: 'InvalidInput', field: 'viewerIds' });
    expect(await about(Array.from({ length: 101 }, () => v7()))).toMatchObject({ field: 'viewerIds' });
  });
});

describe('one address', () => {
  /** So many more who wait, from where the first of them came. */
  const more = (room: Room, count: number): Promise<unknown> =>
    world.sql(
      `insert into view_grants (id, transcript_id, token_hash, nickname, created_at, expires_at, address_digest)
       select gen_random_uuid(), $1::uuid, sha256(($1::text || i)::bytea), 'n', now(), now() + interval '1 hour',
         (select address_digest from view_grants where transcript_id = $1::uuid limit 1) from generate_series(1, $2::int) i`,
      [room.id, count],
    );
  const refusal = async (room: Room): Promise<unknown> =>
    (
      await world
        .visitor()
        .request(`mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename } }`, {
          input: { shareCode: room.shareCode, viewPassword: room.viewPassword, nickname: 'late' },
        })
    ).errors?.[0]?.extensions?.['code'];

  test('may be a whole hall’s, but does not fill the row; who is decided about makes room', async () => {
    const { owner, room } = await guardedRoom();
    await waitingGuest(room);
    await more(room, 398);
    await waitingGuest(room, 'the 400th');
    expect(await refusal(room)).toBe('RATE_LIMITED');
    expect((await decideViewers(owner, { transcriptId: room.id, decision: 'REFUSE' })).decided).toBe(400);
    await waitingGuest(room, 'the next');
    expect(
      await world.sql(
        'select count(*)::int as kept from view_grants where transcript_id = $1 and address_digest is not null',
        [room.id],
      ),
    ).toEqual([{ kept: 1 }]);
  });

  test('does not knock without an end, whatever becomes of it', async () => {
    const { owner, room } = await guardedRoom();
    for (let round = 0; round < 6; round += 1) {
      await waitingGuest(room, 'the first of a round');
      await Promise.all(Array.from({ length: 99 }, (_, i) => waitingGuest(room, `guest ${i}`)));
      await decideViewers(owner, { transcriptId: room.id, decision: 'REFUSE' });
    }
    expect(await knock(world.visitor(), room)).toBe('TooManyAttempts');
    await changeDoor(owner, { transcriptId: room.id, admission: 'OPEN' });
    expect(await enter(world.visitor(), room)).toBe('OpenTranscriptSuccess');
  });
});

test('no more than 500 wait at one door', async () => {
  const { room } = await guardedRoom();
  await world.sql(
    `insert into view_grants (id, transcript_id, token_hash, nickname, created_at, expires_at)
     select gen_random_uuid(), $1, sha256(i::text::bytea), 'n', now(), now() + interval '1 hour'
     from generate_series(1, 500) i`,
    [room.id],
  );
  const answer = await world
    .visitor()
    .request(`mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename } }`, {
      input: { shareCode: room.shareCode, viewPassword: room.viewPassword, nickname: 'late' },
    });
  expect(answer.errors?.[0]?.extensions?.['code']).toBe('RATE_LIMITED');
});

test('who is inside already is not asked to wait again', async () => {
  const owner = await world.member('owner');
  const room = await openRoom(owner);
  const guest = world.visitor();
  await enter(guest, room);
  await changeDoor(owner, { transcriptId: room.id, admission: 'APPROVAL' });
  expect(await canRead(guest, room)).toBe(true);
  expect(await enter(guest, room, 'with another name')).toBe('OpenTranscriptSuccess');
});

test('who is put out by the act beside it waits like everybody else when they come back', async () => {
  const owner = await world.member('owner');
  const room = await openRoom(owner);
  const guest = world.visitor();
  await enter(guest, room);
  await changeDoor(owner, { transcriptId: room.id, admission: 'APPROVAL' });
  expect(await revokeViewers(owner, { transcriptId: room.id })).toMatchObject({ revoked: 1 });
  expect(await canRead(guest, room)).toBe(false);
  expect(await knock(guest, room)).toBe('WaitingForApproval');
});
