import { expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { enter, feedDocument, knock, openRoom, type Room } from '../support/rooms.ts';
import { changeDoor, decideViewers } from './door.ts';
import { until } from '../e2e/until.ts';
import { startWorld } from '../support/world.ts';
import { forgetOldVisits } from '../../src/features/viewers/visits.service.ts';

const world = await startWorld({ env: { SESSION_IDLE_MINUTES: '10000', SESSION_HOURS: '1000' } });

interface Log {
  readonly visits: {
    readonly edges: readonly {
      readonly node: { readonly way: string; readonly visitorName: string; readonly addressPrefix: string };
    }[];
  } | null;
  readonly wrongPasswords: readonly { readonly attempts: number }[] | null;
}

async function logOf(client: Client, { id }: Room): Promise<Log | null> {
  const { transcriptDoor } = await client.data<{ transcriptDoor: Log | null }>(
    `query ($id: ID!) { transcriptDoor(transcriptId: $id) {
      visits { edges { node { way visitorName addressPrefix } } } wrongPasswords { attempts } } }`,
    { id },
  );
  return transcriptDoor;
}

const visitsOf = async (owner: Client, room: Room): Promise<readonly object[]> =>
  (await logOf(owner, room))!.visits!.edges.map(({ node }) => node);

test('who came by the password is noted, with no more of the address than its network', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  await enter(world.visitor(), room, '听众');
  expect(await visitsOf(owner, room)).toEqual([
    { way: 'PASSWORD', visitorName: '听众', addressPrefix: '127.0.0.0/24' },
  ]);
  expect(JSON.stringify(await world.sql('select * from viewer_visits'))).not.toContain('127.0.0.1');
});

test('who has to wait is noted when they are let in, and who is refused is not', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  await changeDoor(owner, { transcriptId: room.id, admission: 'APPROVAL' });
  await knock(world.visitor(), room, 'refused');
  await decideViewers(owner, { transcriptId: room.id, decision: 'REFUSE' });
  await knock(world.visitor(), room, 'admitted');
  expect(await visitsOf(owner, room)).toEqual([]);
  await decideViewers(owner, { transcriptId: room.id, decision: 'APPROVE' });
  expect(await visitsOf(owner, room)).toEqual([
    { way: 'PASSWORD', visitorName: 'admitted', addressPrefix: '' },
  ]);
});

test('a member who follows what is public is noted once a day, and the owner never', async () => {
  const owner = await world.member('owner');
  const room = await openRoom(owner, { visibility: 'PUBLIC' });
  const member = await world.member('reader');
  for (const client of [owner, member, member]) {
    const feed = client.subscribe(feedDocument, { id: room.id, after: 0 });
    await feed.first(1);
    await feed.close();
  }
  await until(
    () => visitsOf(owner, room),
    (visits) => visits.length > 0,
  );
  expect(await visitsOf(owner, room)).toEqual([
    { way: 'PUBLIC', visitorName: 'reader', addressPrefix: '127.0.0.0/24' },
  ]);
  world.clock.advance(86_400_000);
  const feed = member.subscribe(feedDocument, { id: room.id, after: 0 });
  await until(
    () => visitsOf(owner, room),
    (visits) => visits.length === 2,
  );
  await feed.close();
});

test('wrong passwords are counted by day', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  for (let i = 0; i < 3; i += 1) await enter(world.visitor(), { ...room, viewPassword: `guess ${i}` });
  await until(
    () => logOf(owner, room),
    (log) => log?.wrongPasswords?.[0]?.attempts === 3,
  );
});

test('is told to nobody but the owner, and forgotten after 30 days', async () => {
  const owner = await world.member();
  const room = await openRoom(owner, { visibility: 'PUBLIC' });
  await enter(world.visitor(), room, 'once');
  expect(await logOf(await world.member('stranger'), room)).toBeNull();
  world.clock.advance(31 * 86_400_000);
  await forgetOldVisits(world.system());
  expect((await world.sql('select * from viewer_visits where transcript_id = $1', [room.id])).length).toBe(0);
});
