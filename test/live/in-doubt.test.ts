import { expect, test } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../support/client.ts';
import { enter, feedDocument, openRoom, say, seqsOf, type FeedData, type Room } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { LossyBus } from './lossy-bus.ts';
import { seated } from './seated.ts';

const bus = new LossyBus();
const world = await startWorld({ busThrough: bus.through });

/** From its return until it is told to, nobody can find out which grants stand; then no viewer of the room does. */
async function grantsInDoubt({ id }: Room): Promise<() => Promise<void>> {
  const database = new pg.Client(world.databaseUrl);
  await database.connect();
  await database.query('begin');
  await database.query('lock table view_grants in access exclusive mode');
  await database.query('update view_grants set revoked_at = now() where transcript_id = $1', [id]);
  return async () => {
    await database.query('commit');
    await database.end();
  };
}

test('while it is not known who may still read nobody is told anything, and then only who may', async () => {
  const owner = await world.member();
  const [room, elsewhere] = [await openRoom(owner), await openRoom(owner)];
  const guest = world.visitor();
  await enter(guest, room);
  const follow = (reader: Client, { id }: Room) => reader.subscribe<FeedData>(feedDocument, { id, after: 0 });
  const guests = follow(guest, room);
  const owners = follow(owner, room);
  const others = follow(owner, elsewhere);
  await seated(owner, room.id, [guests, owners]);
  await seated(owner, elsewhere.id, [others]);

  bus.lost.add('transcriptLog');
  for (const line of ['one', 'two', 'three']) {
    await say(owner, room.id, line);
    await say(owner, elsewhere.id, line);
  }
  const settle = await grantsInDoubt(room);
  world.app.house.bus.publish({ name: 'transcriptAccess', id: room.id }, {});
  bus.release();
  await others.until(({ items }) => seqsOf(items).length === 4);
  expect([guests, owners].map(({ items }) => seqsOf(items))).toEqual([[1], [1]]);
  await settle();

  await guests.until(({ isOver }) => isOver);
  expect(guests.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
  await owners.until(({ items }) => seqsOf(items).length === 4);
  expect(seqsOf(guests.items)).toEqual([1]);
  for (const feed of [guests, owners, others]) await feed.close();
});
