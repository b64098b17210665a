import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import WebSocket from 'ws';
import { feedDocument, openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

// Far fewer than are typed below, so that the slow reader's queue overflows and the log has to help.
const world = await startWorld({ env: { LIMIT_EVENTS_WAITING_PER_READER: '8' } });

interface SlowReader {
  readonly socket: WebSocket;
  readonly items: FeedData[];
}

/** A reader over a bare socket, whose reading can be stopped. */
async function readSlowly(owner: SignedInClient, transcriptId: string): Promise<SlowReader> {
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const items: FeedData[] = [];
  socket.on('message', (frame: Buffer) => {
    const message = JSON.parse(frame.toString()) as { type: string; payload?: { data: FeedData } };
    if (message.type === 'next' && message.payload) items.push(message.payload.data);
  });
  await once(socket, 'open');
  socket.send(
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${owner.token ?? ''}` } }),
  );
  await once(socket, 'message');
  const payload = { query: feedDocument, variables: { id: transcriptId, after: 0 } };
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
  await once(socket, 'message');
  return { socket, items };
}

test('a reader that stops reading holds up nobody, and misses nothing when it goes on', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const slow = await readSlowly(owner, room.id);
  slow.socket.pause();
  const swift = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });

  // More than the kernel keeps for a socket that nobody reads.
  const count = 400;
  const line = '长'.repeat(10_000);
  for (let i = 0; i < count; i += 1) await say(owner, room.id, line);
  const last = count + 1;
  await swift.until((live) => seqsOf(live.items).at(-1) === last);
  expect(slow.items.length).toBeLessThan(last);

  slow.socket.resume();
  while (seqsOf(slow.items).at(-1) !== last) await once(slow.socket, 'message');
  const all = Array.from({ length: last }, (_, i) => i + 1);
  expect(seqsOf(slow.items)).toEqual(all);
  expect(seqsOf(swift.items)).toEqual(all);
  slow.socket.close();
  await swift.close();
}, 60_000);
