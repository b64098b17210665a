import { expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { openRoom, say } from '../support/rooms.ts';
import { startHouse } from './support/house.ts';
import { until } from './support/programs.ts';
import { at } from './support/reading.ts';

// Of a replica that may lag as it likes nobody can say that it was left out for being late.
const house = await startHouse({ REPLICA_LAG_MAX_MS: '600000' });
const { a, b, primary, replica } = house;
const pageDocument = `query ($id: ID!) {
  transcript(id: $id) { title lastSeq segments(first: 100) { edges { node { text } } } } }`;

async function textsAt(client: Client, id: string): Promise<readonly string[]> {
  const { transcript } = await client.data<{
    transcript: { segments: { edges: readonly { readonly node: { readonly text: string } }[] } } | null;
  }>(pageDocument, { id });
  return transcript?.segments.edges.map(({ node }) => node.text) ?? [];
}

test('a page comes from the replica, and whoever wrote reads their own words at once, at either node', async () => {
  const owner = await house.member();
  const room = await openRoom(owner, { visibility: 'PUBLIC' });
  await say(owner, room.id, 'first words');
  const stranger = at(b.url, await house.member('stranger'));
  // As if they had come in and written long ago.
  stranger.cookies.clear();
  await primary.sql(`update sessions set id = overlay(id::text placing '01000000' from 1)::uuid`);
  await until(
    async () => (await textsAt(stranger, room.id)).length === 1,
    () => 'the replica did not catch up',
  );
  await replica.sql('select pg_wal_replay_pause()');
  await say(owner, room.id, 'second words');
  // Words that the primary has and the stranger does not see: this page is the replica's.
  await until(
    async () => (await textsAt(stranger, room.id)).length === 1,
    () => 'the replica was never asked for a page',
  );
  for (const [index, url] of [a.url, b.url, a.url].entries()) {
    await say(owner, room.id, `words ${index}`);
    expect((await textsAt(at(url, owner), room.id)).at(-1)).toBe(`words ${index}`);
  }
  await replica.sql('select pg_wal_replay_resume()');
  await until(
    async () => (await textsAt(stranger, room.id)).length === 5,
    () => 'the replica did not catch up again',
  );
}, 60_000);
