import { expect, test } from '@jest/globals';
import { enter, feedDocument, openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { seated } from './seated.ts';

const world = await startWorld();

test('of fifty readers those whose right ends in the middle of a burst hear nothing from then on, the others everything', async () => {
  const owner = await world.member();
  const room = await openRoom(owner, { visibility: 'PUBLIC' });
  const feeds = [];
  for (let i = 0; i < 50; i += 1) {
    const isGuest = i % 2 === 0;
    const reader = isGuest ? world.visitor() : i % 10 === 1 ? owner : await world.member('reader');
    if (isGuest) await enter(reader, room);
    const feed = reader.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
    feeds.push({ isGuest, feed });
  }
  await seated(
    owner,
    room.id,
    feeds.map(({ feed }) => feed),
  );

  const count = 60;
  const burst = Promise.all(Array.from({ length: count }, (_, i) => say(owner, room.id, `line ${i}`)));
  await owner.data(
    `mutation ($input: SetViewPasswordInput!) { setViewPassword(input: $input) { __typename } }`,
    { input: { transcriptId: room.id, viewPassword: 'another password' } },
  );
  const { transcript } = await owner.data<{ transcript: { lastSeq: number } }>(
    `query ($id: ID!) { transcript(id: $id) { lastSeq } }`,
    { id: room.id },
  );
  await burst;
  await say(owner, room.id, 'after it all');

  const all = Array.from({ length: count + 2 }, (_, i) => i + 1);
  for (const { isGuest, feed } of feeds) {
    const isDone = (): boolean => seqsOf(feed.items).at(-1) === all.length;
    await feed.until(() => (isGuest ? feed.isOver : isDone()));
    const seqs = seqsOf(feed.items);
    if (isGuest) {
      expect(feed.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
      expect(seqs).toEqual(all.slice(0, seqs.length));
      expect(seqs.at(-1)).toBeLessThanOrEqual(transcript.lastSeq);
    } else {
      expect(feed.errors).toEqual([]);
      expect(seqs).toEqual(all);
    }
    await feed.close();
  }
}, 60_000);
