import { describe, expect, test } from '@jest/globals';
import { enter, openRoom, say } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import type { Client } from '../support/client.ts';

const world = await startWorld();
const readDocument = `query ($id: ID!) { transcript(id: $id) { title shareCode viewPasswordSet viewerIsOwner viewerCanComment viewerName segments { edges { node { text } } } } }`;

async function read(client: Client, id: string): Promise<Record<string, unknown> | null> {
  return (await client.data<{ transcript: Record<string, unknown> | null }>(readDocument, { id })).transcript;
}

async function guess(
  client: Client,
  shareCode: string,
  viewPassword: string,
): Promise<{
  readonly __typename: string;
  readonly message?: string;
  readonly attemptsLeft?: number;
  readonly retryAfterSeconds?: number;
}> {
  const { openTranscript } = await client.data<{ openTranscript: { __typename: string } }>(
    `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename
      ... on WrongViewPassword { attemptsLeft message } ... on TooManyAttempts { retryAfterSeconds } } }`,
    { input: { shareCode, viewPassword, nickname: 'Guest' } },
  );
  return openTranscript;
}

describe('an invited viewer', () => {
  test('reads this transcript and no other, and learns nothing of how to edit it', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const other = await openRoom(owner);
    await say(owner, room.id, 'for invited ears');
    const guest = world.visitor();
    expect(await read(guest, room.id)).toBeNull();
    expect(await enter(guest, room, '读者')).toBe('OpenTranscriptSuccess');
    expect(await read(guest, room.id)).toMatchObject({
      shareCode: null,
      viewPasswordSet: null,
      viewerIsOwner: false,
      viewerCanComment: true,
      viewerName: '读者',
      segments: { edges: [{ node: { text: 'for invited ears' } }] },
    });
    expect(await read(guest, other.id)).toBeNull();
  });

  test('is known by the cookie alone after a reload', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const guest = world.visitor();
    await enter(guest, room);
    guest.token = null;
    expect(await read(guest, room.id)).not.toBeNull();
    guest.cookies.clear();
    expect(await read(guest, room.id)).toBeNull();
  });

  test('is not let in any more when the grant has run out', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const guest = world.visitor();
    await enter(guest, room);
    world.clock.advance(12 * 3_600_000 + 1);
    expect(await read(guest, room.id)).toBeNull();
  });

  test('may type the code as it was read aloud', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const spelled = room.shareCode.toLowerCase().replace(/(.{4})/g, '$1 - ');
    expect((await guess(world.visitor(), spelled, room.viewPassword)).__typename).toBe(
      'OpenTranscriptSuccess',
    );
  });
});

describe('guessing', () => {
  test('a wrong password and an unknown code look the same', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const wrong = await guess(world.visitor(), room.shareCode, 'wrong password');
    const unknown = await guess(world.visitor(), 'AAAABBBBCC', 'wrong password');
    expect(unknown).toEqual(wrong);
  });

  test('is cut after five, aliases counted one by one, while the owner is not locked out', async () => {
    const owner: SignedInClient = await world.member();
    const room = await openRoom(owner);
    const aliases = Array.from(
      { length: 10 },
      (_, i) => `a${i}: openTranscript(input: $input) { __typename }`,
    ).join(' ');
    const answers = await world
      .visitor()
      .data<Record<string, { __typename: string }>>(
        `mutation ($input: OpenTranscriptInput!) { ${aliases} }`,
        {
          input: { shareCode: room.shareCode, viewPassword: 'guessing', nickname: 'Guest' },
        },
      );
    const names = Object.values(answers).map(({ __typename }) => __typename);
    expect(names.filter((name) => name === 'WrongViewPassword')).toHaveLength(5);
    expect(names.filter((name) => name === 'TooManyAttempts')).toHaveLength(5);
    expect((await guess(world.visitor(), room.shareCode, room.viewPassword)).__typename).toBe(
      'TooManyAttempts',
    );
    expect(await read(owner, room.id)).not.toBeNull();
  });
});

test('the member’s default view password opens transcripts made from then on', async () => {
  const owner = await world.member();
  await owner.data(
    `mutation ($input: SetDefaultViewPasswordInput!) { setDefaultViewPassword(input: $input) { __typename } }`,
    {
      input: { currentPassword: owner.password, viewPassword: 'my usual one' },
    },
  );
  const { createTranscript } = await owner.data<{ createTranscript: { transcript: { shareCode: string } } }>(
    `mutation { createTranscript(input: { title: "t", visibility: PRIVATE }) { ... on CreateTranscriptSuccess { transcript { shareCode } } } }`,
  );
  expect(
    (await guess(world.visitor(), createTranscript.transcript.shareCode, 'my usual one')).__typename,
  ).toBe('OpenTranscriptSuccess');
});

test('a generated view password is handed back once and works', async () => {
  const owner = await world.member();
  const { createTranscript } = await owner.data<{
    createTranscript: { viewPassword: string; transcript: { shareCode: string } };
  }>(
    `mutation { createTranscript(input: { title: "t", visibility: PRIVATE, generateViewPassword: true }) { ... on CreateTranscriptSuccess { viewPassword transcript { shareCode } } } }`,
  );
  expect(createTranscript.viewPassword).toMatch(/^[2-9A-Z]{8}$/);
  expect(
    (await guess(world.visitor(), createTranscript.transcript.shareCode, createTranscript.viewPassword))
      .__typename,
  ).toBe('OpenTranscriptSuccess');
});
