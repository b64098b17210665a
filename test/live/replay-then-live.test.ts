import { expect, test } from '@jest/globals';
import { feedDocument, openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('a reader who was away gets what was missed first, in order, then what comes', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  await say(owner, room.id, 'one');
  const second = await say(owner, room.id, 'two');
  await say(owner, room.id, 'three');

  const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: second.segment?.seq });
  await feed.first(1);
  await say(owner, room.id, 'four');

  const items = await feed.first(2);
  expect(items.map(({ transcriptFeed }) => transcriptFeed.segment?.text)).toEqual(['three', 'four']);
  await feed.close();
});

test('without a number a feed begins with what comes now', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  await say(owner, room.id, 'before');
  const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id });
  await feed.connected();
  // The draft has no number: once it is seen, the feed is listening.
  await feed.until((live) => {
    void owner.data(`mutation ($input: ShowDraftInput!) { showDraft(input: $input) { __typename } }`, {
      input: { transcriptId: room.id, text: 'typ' },
    });
    return live.items.length > 0;
  }, 5_000);
  await say(owner, room.id, 'after');
  await feed.until((live) =>
    live.items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'after'),
  );
  expect(feed.items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'before')).toBe(false);
  await feed.close();
});

test('the hand-over from log to live loses and repeats nothing under a burst', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const count = 120;
  const burst = (async () => {
    for (let i = 0; i < count; i += 1) await say(owner, room.id, `line ${i}`);
  })();
  const feeds = [];
  for (let i = 0; i < 12; i += 1) {
    feeds.push(owner.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 }));
    await say(owner, room.id, `between ${i}`);
  }
  await burst;
  const last = 1 + count + 12;
  const expected = Array.from({ length: last }, (_, i) => i + 1);
  for (const feed of feeds) {
    await feed.until((live) => seqsOf(live.items).at(-1) === last);
    expect(seqsOf(feed.items)).toEqual(expected);
    await feed.close();
  }
});

test('a number that lies in the future is refused', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: 999 });
  await feed.until((live) => live.isOver);
  expect(feed.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  await feed.close();
});
