import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import WebSocket from 'ws';
import { openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { showDraft } from './seated.ts';

// As little as a socket can be bounded to, so that what waits for the slow reader is let go and the log has to help.
const world = await startWorld({ env: { LIMIT_SOCKET_WAITING_BYTES: '0' } });

/** Every text many times over: few events are more than the kernel keeps for a socket that nobody reads. */
const times = 12;
const document = `subscription ($id: ID!, $after: Int) { transcriptFeed(transcriptId: $id, after: $after) { __typename
  ... on SegmentAppended { seq segment { ${Array.from({ length: times }, (_, i) => `text${i}: text`).join(' ')} } }
  ... on TranscriptChanged { seq } ... on DraftShown { text } } }`;

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
  const payload = { query: document, variables: { id: transcriptId, after: 0 } };
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
  await once(socket, 'message');
  return { socket, items };
}

const draftsOf = (items: readonly FeedData[]): readonly (string | undefined)[] =>
  items.flatMap(({ transcriptFeed: { __typename, text } }) => (__typename === 'DraftShown' ? [text] : []));

test('a reader that stops reading holds up nobody, and misses nothing that lasts when it goes on', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const slow = await readSlowly(owner, room.id);
  slow.socket.pause();
  const swift = owner.subscribe<FeedData>(document, { id: room.id, after: 0 });

  const count = 40;
  const line = '长'.repeat(10_000);
  for (let i = 0; i < count; i += 1) {
    await say(owner, room.id, line);
    await showDraft(owner, room.id, `draft ${i}`);
  }
  const last = count + 1;
  await swift.until(({ items }) => seqsOf(items).at(-1) === last && draftsOf(items).at(-1) === 'draft 39');
  expect(slow.items.length).toBeLessThan(last);

  slow.socket.resume();
  while (draftsOf(slow.items).at(-1) !== 'draft 39') await once(slow.socket, 'message');
  const all = Array.from({ length: last }, (_, i) => i + 1);
  expect(seqsOf(slow.items)).toEqual(all);
  expect(seqsOf(swift.items)).toEqual(all);
  // Of what passed meanwhile only the newest is of use.
  expect(draftsOf(slow.items).length).toBeLessThan(count / 2);

  await say(owner, room.id, 'together again');
  while (seqsOf(slow.items).at(-1) !== last + 1) await once(slow.socket, 'message');
  slow.socket.close();
  await swift.close();
}, 60_000);
