import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, enter, makeRoom, threads, tryAdd, tryRemove, type Room } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;
let guest: Client;

beforeAll(async () => {
  owner = await world.member('Speaker');
});

beforeEach(async () => {
  room = await makeRoom(owner);
  guest = await enter(world, room, 'Guest');
});

/** Which of the thread's comments are marked answered, by their words. */
async function answered(): Promise<readonly string[]> {
  const all = (await threads(owner, room)).flatMap(({ replies, ...top }) => [top, ...replies]);
  return all.filter(({ isAnswered }) => isAnswered).map(({ body }) => body);
}

describe('a thread', () => {
  test('holds replies in the order in which they were posted', async () => {
    const top = await add(guest, { room, body: 'question' });
    await add(owner, { room, body: 'one', parentId: top.id });
    await add(guest, { room, body: 'two', parentId: top.id });
    const [thread, ...others] = await threads(guest, room);
    expect(others).toEqual([]);
    expect(thread?.replies.map(({ body, parentId }) => ({ body, parentId }))).toEqual([
      { body: 'one', parentId: top.id },
      { body: 'two', parentId: top.id },
    ]);
  });

  test('is one level deep: a reply to a reply stands beside it', async () => {
    const top = await add(guest, { room, body: 'question' });
    const reply = await add(owner, { room, body: 'answer', parentId: top.id });
    const deeper = await add(guest, { room, body: 'thanks', parentId: reply.id });
    expect(deeper.parentId).toBe(top.id);
    expect((await threads(owner, room))[0]?.replies.map(({ body }) => body)).toEqual(['answer', 'thanks']);
  });

  test('takes no reply to what is elsewhere, or nowhere', async () => {
    const elsewhere = await makeRoom(owner);
    const { id: foreign } = await add(owner, { room: elsewhere, body: 'secret' });
    for (const parentId of [foreign, v7(), 'nonsense']) {
      const told = await tryAdd(owner, { room, body: 'x', parentId });
      expect(told).toMatchObject({ __typename: 'InvalidInput', field: 'parentId' });
      expect(JSON.stringify(told)).not.toContain('secret');
    }
    expect(await threads(owner, room)).toEqual([]);
  });
});

describe('a question', () => {
  test('is answered when the owner replies, and not when others do', async () => {
    const top = await add(guest, { room, body: 'question' });
    await add(await enter(world, room, 'Other'), { room, body: 'I wonder too', parentId: top.id });
    expect(await answered()).toEqual([]);
    await add(owner, { room, body: 'answer', parentId: top.id });
    expect(await answered()).toEqual(['question', 'I wonder too']);
  });

  test('that follows the answer waits for the next one', async () => {
    const top = await add(guest, { room, body: 'question' });
    await add(owner, { room, body: 'answer', parentId: top.id });
    await add(guest, { room, body: 'and then?', parentId: top.id });
    expect(await answered()).toEqual(['question']);
    await add(owner, { room, body: 'then this', parentId: top.id });
    expect(await answered()).toEqual(['question', 'and then?']);
  });

  test('in another thread is not answered with it', async () => {
    const top = await add(guest, { room, body: 'question' });
    await add(guest, { room, body: 'another' });
    await add(owner, { room, body: 'answer', parentId: top.id });
    expect(await answered()).toEqual(['question']);
  });

  test('waits again when its only answer is taken back', async () => {
    const top = await add(guest, { room, body: 'question' });
    const answer = await add(owner, { room, body: 'wrong answer', parentId: top.id });
    await tryRemove(owner, answer.id);
    expect(await answered()).toEqual([]);
  });

  test('stays answered when one of two answers is taken back, whichever it is', async () => {
    const top = await add(guest, { room, body: 'question' });
    const first = await add(owner, { room, body: 'first', parentId: top.id });
    await add(guest, { room, body: 'more', parentId: top.id });
    const second = await add(owner, { room, body: 'second', parentId: top.id });
    await tryRemove(owner, first.id);
    expect(await answered()).toEqual(['question', 'more']);
    await add(owner, { room, body: 'third', parentId: top.id });
    await tryRemove(owner, second.id);
    expect(await answered()).toEqual(['question', 'more']);
  });

  test('between two answers waits again when the second is taken back', async () => {
    const top = await add(guest, { room, body: 'question' });
    await add(owner, { room, body: 'first', parentId: top.id });
    await add(guest, { room, body: 'more', parentId: top.id });
    const second = await add(owner, { room, body: 'second', parentId: top.id });
    await tryRemove(owner, second.id);
    expect(await answered()).toEqual(['question']);
  });
});
