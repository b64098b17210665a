import { expect, test } from '@jest/globals';
import { feedDocument, openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('readers who join anywhere while events pour in get every number from theirs on, once and in order', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const count = 400;
  let typed = 1;
  const typing = (async () => {
    for (; typed <= count; typed += 1) await say(owner, room.id, `line ${typed}`);
  })();

  const joined = [];
  for (let i = 0; i < 80; i += 1) {
    // From the beginning, from somewhere on the way, or from where the room is just now.
    const after = i % 3 === 2 ? typed : Math.floor((typed * (i % 7)) / 7);
    const document = i % 2 === 0 ? feedDocument : feedDocument.replace('text revision', 'text');
    joined.push({ after, feed: owner.subscribe<FeedData>(document, { id: room.id, after }) });
    const next = typed + 3;
    while (typed < Math.min(next, count)) await new Promise(setImmediate);
  }
  await typing;
  const last = count + 1;
  for (const { after, feed } of joined) {
    await feed.until(({ items }) => seqsOf(items).at(-1) === last, 30_000);
    expect(seqsOf(feed.items)).toEqual(Array.from({ length: last - after }, (_, i) => after + 1 + i));
    await feed.close();
  }
}, 60_000);
