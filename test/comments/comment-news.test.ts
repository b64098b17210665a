import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Outbox } from '../../src/platform/events/outbox.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, enter, makeRoom, type Room } from './room.ts';

const world = await startWorld();
const { house } = world.app;

/** What this process heard of posted comments, and what it does about it. */
let heard: unknown[] = [];
let listen: () => Promise<void> = () => Promise.resolve();
house.outbox.on('commentPosted', (news) => {
  heard.push(news);
  return listen();
});

let owner: SignedInClient;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner);
});

beforeEach(() => {
  heard = [];
  listen = () => Promise.resolve();
});

const newsOf = async (commentId: string): Promise<Record<string, unknown> | undefined> =>
  (
    await world.sql(
      `select payload, attempts, delivered_at is not null as "isDelivered", taken_until > now() as "isTaken"
       from outbox_messages where kind = 'commentPosted' and payload->>'commentId' = $1`,
      [commentId],
    )
  )[0];

test('a posted comment is news to other features, the same whether heard at once or read from the table', async () => {
  const guest = await enter(world, room, 'Guest');
  const { id: parentId } = await add(guest, { room, body: 'question' });
  const { id: answerId } = await add(owner, { room, body: 'answer', parentId });
  while (heard.length < 2) await new Promise(setImmediate);
  await house.outbox.settled();
  expect(heard).toEqual([
    { commentId: parentId, transcriptId: room.id, authorMemberId: null },
    { commentId: answerId, transcriptId: room.id, authorMemberId: owner.id },
  ]);
  for (const [i, id] of [parentId, answerId].entries())
    expect(await newsOf(id)).toMatchObject({ payload: heard[i], isDelivered: true, attempts: 0 });
});

test('a retry is no news', async () => {
  const { id } = await add(owner, { room, body: 'once' });
  await add(owner, { room, id, body: 'once' });
  expect(
    await world.sql(`select count(*)::int as n from outbox_messages where payload->>'commentId' = $1`, [id]),
  ).toEqual([{ n: 1 }]);
});

test('news of a comment whose process dies while telling it is told by another', async () => {
  let giveUp: () => void = () => undefined;
  listen = () => new Promise((_, reject) => (giveUp = () => reject(new Error('this process is dead'))));
  const { id } = await add(owner, { room, body: 'the last words of a process' });
  while (heard.length === 0) await new Promise(setImmediate);
  expect(await newsOf(id)).toMatchObject({ isDelivered: false, isTaken: true });

  const toldElsewhere: unknown[] = [];
  const elsewhere = new Outbox(house.em.fork(), house.log);
  elsewhere.on('commentPosted', (news) => Promise.resolve(void toldElsewhere.push(news)));
  await elsewhere.relay();
  expect(toldElsewhere).toEqual([]);

  listen = () => Promise.resolve();
  await world.sql(
    `update outbox_messages set created_at = created_at - interval '2 minutes',
       taken_until = taken_until - interval '2 minutes' where payload->>'commentId' = $1`,
    [id],
  );
  while (!(await newsOf(id))?.['isDelivered']) await elsewhere.relay();
  // This world's own job may have been first.
  expect([...toldElsewhere, ...heard.slice(1)]).toEqual([heard[0]]);

  // Should it have lived after all, and failed, then what another has delivered stays delivered.
  giveUp();
  await house.outbox.settled();
  expect(await newsOf(id)).toMatchObject({ isDelivered: true });
});
