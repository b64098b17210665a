import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { openRoom, say } from '../support/rooms.ts';
import { startHouse } from './support/house.ts';
import { at, expectAll, guestAt, untilText } from './support/reading.ts';

const house = await startHouse();
const { a, b } = house;

test('when a node is killed while a meeting is typed there, the writer goes on at the other and nothing is lost or doubled', async () => {
  const owner = await house.member();
  const room = await openRoom(owner);
  const { feed } = await guestAt(b.url, room);
  const lines = Array.from({ length: 60 }, (_, i) => ({ id: v7(), text: `line ${i}` }));
  let writer: Client = owner;
  for (const [index, { id, text }] of lines.entries()) {
    if (index === 30) {
      // In the middle of this very request, so that nobody knows whether it was carried out.
      const onItsWay = say(writer, room.id, text, id).catch(() => null);
      await Promise.all([a.program.end('SIGKILL'), onItsWay]);
      writer = at(b.url, owner);
    }
    expect((await say(writer, room.id, text, id)).__typename).toBe('AppendSegmentSuccess');
  }
  await untilText(feed, 'line 59');
  expectAll(
    feed.items,
    lines.map(({ text }) => text),
  );
  expect(feed.errors).toEqual([]);
  await feed.close();
}, 60_000);
