import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { enter, makeRoom, threads, type Room } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner, 'PUBLIC');
});

async function keyOf(who: Client): Promise<string | null> {
  const { transcript } = await who.data<{ transcript: { viewerKey: string | null } }>(
    `query ($id: ID!) { transcript(id: $id) { viewerKey } }`,
    { id: room.id },
  );
  return transcript.viewerKey;
}

/** Sends a comment that was written under this key; returns the result, or the code of the refusal. */
async function send(who: Client, authorKey: string | null, id = v7()): Promise<string> {
  const { data, errors } = await who.request<{ addComment: { __typename: string } }>(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }`,
    { input: { id, transcriptId: room.id, body: `for ${id}`, authorKey } },
  );
  return data?.addComment.__typename ?? String(errors?.[0]?.extensions?.['code']);
}

describe('a comment that waited on a device', () => {
  test('goes out for whoever wrote it: the owner, a member, a guest', async () => {
    const member = await world.member('Ada');
    const guest = await enter(world, room, 'Wei');
    for (const who of [owner, member, guest]) {
      const key = await keyOf(who);
      expect(key).not.toBeNull();
      expect(await send(who, key)).toBe('AddCommentSuccess');
    }
  });

  test('is never posted in the name of somebody else who is there now', async () => {
    const ada = await world.member('Ada');
    const ben = await world.member('Ben');
    const guest = await enter(world, room, 'Wei');
    const other = await enter(world, room, 'Wen');
    const before = (await threads(owner, room)).length;
    for (const [writer, sender] of [
      [ada, ben],
      [ada, owner],
      [owner, ada],
      [ada, guest],
      [guest, ada],
      [guest, other],
    ] as const) {
      const id = v7();
      expect(await send(sender, await keyOf(writer), id)).toBe('UNAUTHENTICATED');
      expect(await world.sql('select 1 from comments where id = $1', [id])).toEqual([]);
    }
    expect((await threads(owner, room)).length).toBe(before);
  });

  test('is a guest’s own also when they came in anew under the same name', async () => {
    const key = await keyOf(await enter(world, room, 'Wei'));
    expect(await send(await enter(world, room, 'Wei'), key)).toBe('AddCommentSuccess');
  });

  test('is taken without the question where the client does not ask it', async () => {
    expect(await send(await world.member('Old'), null)).toBe('AddCommentSuccess');
  });
});

test('the key is the same in a whole answer and in a resolved one', async () => {
  const guest = await enter(world, room, 'Wei “G”');
  for (const who of [owner, guest]) {
    const { transcript } = await who.data<{ transcript: { viewerKey: string; commentMode: string } }>(
      `query ($id: ID!) { transcript(id: $id) { viewerKey comment(id: "none") { id } } }`,
      { id: room.id },
    );
    expect(transcript.viewerKey).toBe(await keyOf(who));
  }
});
