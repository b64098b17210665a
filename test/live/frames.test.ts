import { expect, test } from '@jest/globals';
import { WireSocket } from '../platform/wire.ts';
import { openRoom, say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { showDraft } from './seated.ts';

const world = await startWorld();

/** Three times the text, so that a long one needs the longest kind of frame. */
const document = `subscription ($id: ID!) { transcriptFeed(transcriptId: $id, after: 0) {
  ... on SegmentAppended { seq segment { text second: text third: text } } ... on DraftShown { text } } }`;

interface Told {
  readonly data: { readonly transcriptFeed: Segment & { readonly text?: string } };
}
interface Segment {
  readonly seq?: number;
  readonly segment?: { readonly text: string; readonly second: string; readonly third: string };
}

test('what is written past the protocol and what the protocol writes never mix, whatever their sizes', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const socket = await new WireSocket(world.url).greeted({ authorization: `Bearer ${owner.token}` });
  const ids = ['1', '订阅 "二"', 'x'.repeat(200)];
  for (const id of ids)
    socket.send({ type: 'subscribe', id, payload: { query: document, variables: { id: room.id } } });

  const lengths = [1, 30, 130, 1_000, 2_000, 9_999, 7, 10_000];
  const lines = lengths.map((length, i) => (i % 2 === 0 ? 'ß' : '长').repeat(length));
  const drafts = (id: string): boolean =>
    socket.frames.some(
      (frame) => frame.id === id && (frame.payload as Told).data.transcriptFeed.text !== undefined,
    );
  // A draft has no number: whoever gets one follows live, past the protocol.
  while (!ids.every(drafts)) await showDraft(owner, room.id, 'are you there?');
  const query = { query: '{ serviceInfo { version } }' };
  for (const [i, line] of lines.entries()) {
    socket.send({ type: 'ping' });
    socket.send({ type: 'subscribe', id: `query ${i}`, payload: query });
    await Promise.all([say(owner, room.id, line), showDraft(owner, room.id, '稿'.repeat(i))]);
  }
  const told = (id: string): readonly Segment[] =>
    socket.frames
      .filter((frame) => frame.id === id && frame.type === 'next')
      .map(({ payload }) => (payload as Told).data.transcriptFeed)
      .filter(({ segment }) => segment);
  await socket.until(() => ids.every((id) => told(id).length === lines.length) || socket.closed !== null);
  await socket.until(() => socket.frames.filter(({ type }) => type === 'pong').length === lines.length);
  for (const id of ids) {
    expect(told(id)).toEqual(
      lines.map((text, i) => ({ seq: i + 2, segment: { text, second: text, third: text } })),
    );
  }
  expect(socket.closed).toBeNull();
  socket.close();
});
