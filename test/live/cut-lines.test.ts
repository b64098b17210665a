import { expect, test } from '@jest/globals';
import { feedDocument, openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('a reader whose line is cut again and again loses nothing and sees nothing twice', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const count = 300;
  let typed = 0;
  const typing = (async () => {
    for (; typed < count; typed += 1) await say(owner, room.id, `line ${typed}`);
  })();

  const seen: number[] = [];
  const last = 1 + count;
  let cuts = 0;
  while (seen.at(-1) !== last) {
    const applied = seen.at(-1) ?? 0;
    const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: applied });
    // Cut after a different number of events each time.
    const wanted = 1 + (cuts % 7);
    await feed.until((live) => live.items.length >= wanted || seqsOf(live.items).at(-1) === last);
    seen.push(...seqsOf(feed.items));
    await feed.close();
    cuts += 1;
  }
  await typing;
  expect(cuts).toBeGreaterThan(30);
  expect(seen).toEqual(Array.from({ length: last }, (_, i) => i + 1));
});
