import { describe, expect, test } from '@jest/globals';
import type { Client, Live } from '../support/client.ts';
import { enter, feedDocument, invite, openRoom, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld({ env: { LIVE_AUDIENCE_SECONDS: '1' } });

interface Counted {
  readonly transcriptFeed: { readonly __typename: string; readonly count?: number };
}

const counting = (who: Client, id: string): Live<Counted> =>
  who.subscribe<Counted>(
    `subscription ($id: ID!) { transcriptFeed(transcriptId: $id, withAudience: true) {
      __typename ... on AudienceCounted { count } } }`,
    { id },
  );

const isTold =
  (count: number) =>
  ({ items }: Live<Counted>): boolean =>
    items.at(-1)?.transcriptFeed.count === count;

describe('how many read along', () => {
  test('is told to who asks: people, not windows, and not those who work on it', async () => {
    const [owner, organiser, stranger] = [
      await world.member('owner'),
      await world.member('organiser'),
      await world.member('stranger'),
    ];
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    await invite(owner, room.id, { who: organiser, role: 'ORGANISER' });
    const feeds = [counting(owner, room.id), counting(organiser, room.id)];
    await feeds[0]!.until(isTold(0));
    feeds.push(counting(stranger, room.id), counting(stranger, room.id));
    await Promise.all(feeds.map((feed) => feed.until(isTold(1))));
    const guest = world.visitor();
    await enter(guest, room);
    const reading = guest.subscribe<FeedData>(feedDocument, { id: room.id });
    await Promise.all(feeds.map((feed) => feed.until(isTold(2))));
    await reading.close();
    await Promise.all(feeds.map((feed) => feed.until(isTold(1))));
    // The guest did not ask, and was told nothing.
    expect(reading.items).toEqual([]);
    for (const feed of feeds) await feed.close();
  });

  test('is told again to somebody new, though it has not changed for the others', async () => {
    const [owner, stranger] = [await world.member('owner'), await world.member('stranger')];
    const { id } = await openRoom(owner, { visibility: 'PUBLIC' });
    const first = counting(stranger, id);
    await first.until(isTold(1));
    const second = counting(stranger, id);
    await second.until(isTold(1));
    for (const feed of [first, second]) await feed.close();
  });
});
