import { expect, test } from '@jest/globals';
import { enter, openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('an audience behind one address comes in at once, and a new password keeps it out', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  expect(await enter(world.visitor(), room, '第一位')).toBe('OpenTranscriptSuccess');
  const audience = await Promise.all(
    Array.from({ length: 40 }, (_, i) => enter(world.visitor(), room, `听众 ${i}`)),
  );
  expect(new Set(audience)).toEqual(new Set(['OpenTranscriptSuccess']));

  await owner.data(
    `mutation ($input: SetViewPasswordInput!) { setViewPassword(input: $input) { __typename } }`,
    { input: { transcriptId: room.id, viewPassword: 'another password' } },
  );
  expect(await enter(world.visitor(), room, '迟到')).toBe('WrongViewPassword');
});

test('a wrong password is counted, however many right ones came before', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  expect(await enter(world.visitor(), room, '第一位')).toBe('OpenTranscriptSuccess');
  const guesses: string[] = [];
  for (let i = 0; i < 6; i += 1)
    guesses.push(await enter(world.visitor(), { ...room, viewPassword: `guess ${i}` }, '猜'));
  expect(guesses).toEqual([...Array<string>(5).fill('WrongViewPassword'), 'TooManyAttempts']);
  // Nor is the right one compared any more: else guessing would go on.
  expect(await enter(world.visitor(), room, '第二位')).toBe('TooManyAttempts');
});
