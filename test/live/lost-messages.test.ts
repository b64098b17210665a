import { afterEach, describe, expect, test } from '@jest/globals';
import { enter, feedDocument, openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { LossyBus } from './lossy-bus.ts';
import { seated } from './seated.ts';

const bus = new LossyBus();
// An hour between two looks: what is found here was found because of the doubt.
const world = await startWorld({ busThrough: bus.through, env: { LIVE_LOOK_SECONDS: '3600' } });
const watchful = await startWorld({
  busThrough: (within) => {
    const deaf = new LossyBus();
    deaf.lost.add('transcriptLog');
    return deaf.through(within);
  },
  env: { LIVE_LOOK_SECONDS: '1' },
});
afterEach(() => bus.lost.clear());

const numbers = (last: number): readonly number[] => Array.from({ length: last }, (_, i) => i + 1);

describe('when messages may have been lost', () => {
  test('every room finds what it has missed', async () => {
    const owner = await world.member();
    const rooms = await Promise.all([openRoom(owner), openRoom(owner)]);
    const feeds = rooms.map(({ id }) => owner.subscribe<FeedData>(feedDocument, { id, after: 0 }));
    for (const [i, { id }] of rooms.entries()) await seated(owner, id, [feeds[i]!]);
    bus.lost.add('transcriptLog');
    for (const { id } of rooms) for (const line of ['one', 'two', 'three']) await say(owner, id, line);
    bus.doubt();
    for (const feed of feeds) {
      await feed.until(({ items }) => seqsOf(items).at(-1) === 4);
      expect(seqsOf(feed.items)).toEqual(numbers(4));
      await feed.close();
    }
  });

  test('whoever may read no longer is told so, and the others read on', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const guest = world.visitor();
    await enter(guest, room);
    const feeds = [guest, owner].map((reader) =>
      reader.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 }),
    );
    await seated(owner, room.id, feeds);
    bus.lost.add('transcriptAccess');
    await owner.data(
      `mutation ($input: SetViewPasswordInput!) { setViewPassword(input: $input) { __typename } }`,
      { input: { transcriptId: room.id, viewPassword: 'another password' } },
    );
    bus.doubt();
    await feeds[0]!.until(({ isOver }) => isOver);
    expect(feeds[0]!.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
    await say(owner, room.id, 'only for me');
    await feeds[1]!.until(({ items }) => seqsOf(items).length === 2);
    for (const feed of feeds) await feed.close();
  });

  test('sockets whose session is over are closed, and no others', async () => {
    const member = await world.member();
    const { logIn } = await world
      .visitor()
      .data<{ logIn: { token: string } }>(
        `mutation ($input: LogInInput!) { logIn(input: $input) { ... on LogInSuccess { token } } }`,
        { input: { username: member.username, password: member.password } },
      );
    const other = Object.assign(world.visitor(), { token: logIn.token });
    const [here, there] = [member, other].map((client) =>
      client.subscribe('subscription { memberFeed { __typename } }'),
    );
    await here!.connected();
    await there!.connected();
    bus.lost.add('sessionsEnded');
    await member.data('mutation { endOtherSessions { __typename } }');
    bus.doubt();
    await there!.until(({ closeCode }) => closeCode === 4403);
    expect(here!.closeCode).toBeNull();
    await here!.close();
    await there!.close();
  });
});

test('without any doubt a room looks now and then by itself', async () => {
  const owner = await watchful.member();
  const room = await openRoom(owner);
  const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
  await seated(owner, room.id, [feed]);
  for (const line of ['one', 'two', 'three']) await say(owner, room.id, line);
  await feed.until(({ items }) => seqsOf(items).at(-1) === 4);
  expect(seqsOf(feed.items)).toEqual(numbers(4));
  await feed.close();
});
