import { beforeAll, expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { dismiss, invite } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, enter, makeRoom, threads, tryRemove, type Room } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let writer: SignedInClient;
let people: Readonly<Record<string, Client>>;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  writer = await world.member('Writer');
  const [organiser, author, stranger] = [
    await world.member('Organiser'),
    await world.member('Author'),
    await world.member('Stranger'),
  ];
  room = await makeRoom(owner, 'PUBLIC');
  await invite(owner, room.id, { who: writer, role: 'WRITER' });
  await invite(owner, room.id, { who: organiser, role: 'ORGANISER' });
  people = { owner, writer, organiser, author, stranger, guest: await enter(world, room, 'Guest') };
});

/** What the field says in a page, which the database writes, and of one comment, which is resolved. */
async function told(who: Client, id: string): Promise<readonly unknown[]> {
  const inList = (await threads(who, room)).find((comment) => comment.id === id);
  const { transcript } = await who.data<{ transcript: { comment: { viewerCanRemove: boolean } } }>(
    `query ($room: ID!, $id: ID!) { transcript(id: $room) { comment(id: $id) { viewerCanRemove } } }`,
    { room: room.id, id },
  );
  return [inList?.viewerCanRemove, transcript.comment.viewerCanRemove];
}

test.each([
  ['owner', true],
  ['writer', true],
  ['organiser', false],
  ['author', true],
  ['stranger', false],
  ['guest', false],
])('the %s is told whether they may remove a comment, and may as they are told: %s', async (name, may) => {
  const { id } = await add(people['author']!, { room, body: 'words' });
  expect(await told(people[name]!, id)).toEqual([may, may]);
  expect(await tryRemove(people[name]!, id)).toBe(may ? id : 'NOT_FOUND');
  expect(await told(people[name]!, id)).toEqual(may ? [false, false] : [may, may]);
});

test('a writer who is one no longer is told so', async () => {
  const { id } = await add(people['author']!, { room, body: 'words' });
  const leaving = await world.member('Leaving');
  await invite(owner, room.id, { who: leaving, role: 'WRITER' });
  expect(await told(leaving, id)).toEqual([true, true]);
  await dismiss(owner, room.id, leaving);
  expect(await told(leaving, id)).toEqual([false, false]);
  expect(await tryRemove(leaving, id)).toBe('NOT_FOUND');
});

test('whose a comment is, is told apart from who may remove it', async () => {
  const { id } = await add(writer, { room, body: 'by the writer' });
  const whose = async (who: Client): Promise<unknown> =>
    (
      await who.data<{ transcript: { comment: object } }>(
        `query ($room: ID!, $id: ID!) { transcript(id: $room) { comment(id: $id) { viewerIsAuthor viewerCanRemove } } }`,
        { room: room.id, id },
      )
    ).transcript.comment;
  expect(await whose(writer)).toEqual({ viewerIsAuthor: true, viewerCanRemove: true });
  expect(await whose(owner)).toEqual({ viewerIsAuthor: false, viewerCanRemove: true });
  expect(await whose(people['stranger']!)).toEqual({ viewerIsAuthor: false, viewerCanRemove: false });
});
