import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { act, whoIs } from './acts.ts';
import { endExpiredSessions } from '../../src/features/members/sessions.service.ts';

const world = await startWorld();
const minute = 60_000;
const hour = 60 * minute;

async function remembered(username: string, password: string): Promise<ReturnType<typeof world.visitor>> {
  const client = world.visitor();
  client.token = (await act(client, 'logIn', { username, password, remember: true })).token ?? null;
  return client;
}

test('a session that rests for half an hour is over; one that is used goes on', async () => {
  const [resting, busy] = [await world.member(), await world.member()];
  for (let turn = 0; turn < 2; turn += 1) {
    world.clock.advance(16 * minute);
    expect(await whoIs(busy)).toBe(busy.username);
  }
  expect(await whoIs(resting)).toBeNull();
});

test('however much it is used, a session is over after twelve hours', async () => {
  const member = await world.member();
  for (let turn = 0; turn < 35; turn += 1) {
    world.clock.advance(20 * minute);
    expect(await whoIs(member)).toBe(member.username);
  }
  world.clock.advance(21 * minute);
  expect(await whoIs(member)).toBeNull();
});

test('a remembered session rests for days, and is over after thirty', async () => {
  const { username, password } = await world.member();
  const client = await remembered(username, password);
  world.clock.advance(29 * 24 * hour);
  expect(await whoIs(client)).toBe(username);
  world.clock.advance(25 * hour);
  expect(await whoIs(client)).toBeNull();
});

test('when a session’s time is over its sockets are closed and its row is gone', async () => {
  const member = await world.member();
  const live = await member.subscribe('subscription { memberFeed { __typename } }').connected();
  world.clock.advance(13 * hour);
  await endExpiredSessions(world.system());
  await live.until(({ closeCode }) => closeCode === 4403);
  expect(await world.sql('select 1 from sessions where member_id = $1', [member.id])).toEqual([]);
});
