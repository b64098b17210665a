import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { startWorld, type SignedInClient } from '../support/world.ts';
import {
  add,
  enter,
  makeRoom,
  setVisibility,
  threads,
  tryAdd,
  tryRemove,
  type Told,
  type Room,
} from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner);
});

const numbersOf = async (): Promise<unknown> =>
  (await world.sql('select last_seq, comment_count from transcripts where id = $1', [room.id]))[0];

test('a retry is the same comment: one row, one number, counted once', async () => {
  const guest = await enter(world, room, 'Guest');
  const id = v7();
  const first = await add(guest, { room, id, body: 'once' });
  const before = await numbersOf();
  expect(await add(guest, { room, id, body: 'once' })).toEqual(first);
  expect(await add(guest, { room, id: id.toUpperCase(), body: 'other words' })).toEqual(first);
  expect(await numbersOf()).toEqual(before);
});

test('the same comment sent ten times at once is posted once', async () => {
  const guest = await enter(world, room, 'Hasty');
  const id = v7();
  const before = (await numbersOf()) as { last_seq: number; comment_count: number };
  const told = await Promise.all(Array.from({ length: 10 }, () => add(guest, { room, id, body: 'at once' })));
  expect(new Set(told.map(({ seq }) => seq)).size).toBe(1);
  const [{ seq = 0 } = {}] = told;
  expect(seq).toBe(before.last_seq + 1);
  expect(await numbersOf()).toEqual({
    last_seq: before.last_seq + 1,
    comment_count: before.comment_count + 1,
  });
});

test('a retry after the comment was removed brings the mark, not the words', async () => {
  const guest = await enter(world, room, 'Guest');
  const id = v7();
  await add(guest, { room, id, body: 'regretted' });
  await tryRemove(guest, id);
  expect(await add(guest, { room, id, body: 'regretted' })).toMatchObject({ isRemoved: true, body: '' });
});

test('an id that somebody else has used is refused, without a word of theirs', async () => {
  const guest = await enter(world, room, 'Guest');
  const { id } = await add(guest, { room, body: 'a secret of the room' });
  const elsewhere = await makeRoom(owner, 'PUBLIC');
  const stranger = await world.member('Stranger');
  const told = (await tryAdd(stranger, { room: elsewhere, id, body: 'x' })) as Told;
  expect(told).toMatchObject({ __typename: 'InvalidInput', field: 'id' });
  expect(JSON.stringify(told)).not.toContain('secret');
  expect(await threads(owner, elsewhere)).toEqual([]);
});

test('an id of one’s own from another transcript is refused as well', async () => {
  const { id } = await add(owner, { room, body: 'here' });
  const elsewhere = await makeRoom(owner);
  expect(await tryAdd(owner, { room: elsewhere, id, body: 'here' })).toMatchObject({
    __typename: 'InvalidInput',
    field: 'id',
  });
});

test('a retry by somebody who may no longer read finds nothing', async () => {
  const open = await makeRoom(owner, 'PUBLIC');
  const stranger = await world.member('Stranger');
  const id = v7();
  await add(stranger, { room: open, id, body: 'x' });
  await setVisibility(owner, open, 'PRIVATE');
  expect(await tryAdd(stranger, { room: open, id, body: 'x' })).toBe('NOT_FOUND');
});

test('an id that is none is refused by its name', async () => {
  expect(await tryAdd(owner, { room, id: 'first comment', body: 'x' })).toMatchObject({
    __typename: 'InvalidInput',
    field: 'id',
  });
});
