import { expect, test } from '@jest/globals';
import { WireSocket } from '../platform/wire.ts';
import { feedDocument, openRoom, say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('an operation that was completed gets nothing more, while another of the same socket goes on', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const socket = await new WireSocket(world.url).greeted({ authorization: `Bearer ${owner.token}` });
  const payload = { query: feedDocument, variables: { id: room.id, after: 0 } };
  const nextsOf = (id: string): number =>
    socket.frames.filter((frame) => frame.type === 'next' && frame.id === id).length;
  for (const id of ['gone', 'stays']) socket.send({ type: 'subscribe', id, payload });
  await say(owner, room.id, 'for both');
  await socket.until(() => nextsOf('gone') === 2 && nextsOf('stays') === 2);

  socket.send({ type: 'complete', id: 'gone' });
  // Answered in order: once the pong is here, the completion was understood.
  socket.send({ type: 'ping' });
  await socket.until(() => socket.frames.some(({ type }) => type === 'pong'));
  for (const line of ['one', 'two', 'three']) await say(owner, room.id, line);
  await socket.until(() => nextsOf('stays') === 5);
  expect(nextsOf('gone')).toBe(2);
  expect(socket.frames.filter(({ id, type }) => id === 'gone' && type !== 'next')).toEqual([]);

  // Its id is free again.
  socket.send({ type: 'subscribe', id: 'gone', payload });
  await socket.until(() => nextsOf('gone') === 7);
  socket.close();
});
