import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { dismiss, feedDocument, say, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { crewScene, followCrew, tell, type CrewFeedData } from './crew-room.ts';

const world = await startWorld();

const seqsIn = (items: readonly CrewFeedData[]): readonly number[] =>
  items.flatMap(({ crewFeed: { seq } }) => (seq === undefined ? [] : [seq]));

describe('what the crew writes to each other', () => {
  test('reaches all of it, is listed in order, and is nowhere for anybody else', async () => {
    const { id, owner, writer, organiser, stranger } = await crewScene(world);
    const [feed, readers] = [
      followCrew(owner, id, 0),
      stranger.subscribe<FeedData>(feedDocument, { id, after: 0 }),
    ];
    await readers.first(1);
    expect(await tell(writer, id, { body: '我渴了' })).toMatchObject({
      type: 'PostCrewMessageSuccess',
      seq: 1,
    });
    expect(await tell(organiser, id, { body: 'five more minutes' })).toMatchObject({ seq: 2 });
    expect((await feed.first(2)).map(({ crewFeed }) => crewFeed.message?.body)).toEqual([
      '我渴了',
      'five more minutes',
    ]);
    const listed = async (who: typeof owner): Promise<unknown> =>
      (
        await who.data<{
          transcript: { lastSeq: number; crewMessages: { totalCount: number; edges: { node: object }[] } };
        }>(
          `query ($id: ID!) { transcript(id: $id) { crewMessages(last: 20) { totalCount edges { node {
            seq body author { displayName kind } } } } } }`,
          { id },
        )
      ).transcript.crewMessages;
    expect(await listed(organiser)).toEqual({
      totalCount: 2,
      edges: [
        { node: { seq: 1, body: '我渴了', author: { displayName: 'writer', kind: 'MEMBER' } } },
        { node: { seq: 2, body: 'five more minutes', author: { displayName: 'organiser', kind: 'MEMBER' } } },
      ],
    });
    expect(await listed(stranger)).toEqual({ totalCount: 0, edges: [] });
    // Readers hear what is said, and nothing else was told them meanwhile.
    await say(owner, id, 'to everybody');
    await readers.until(({ items }) => items.some(({ transcriptFeed }) => transcriptFeed.segment));
    expect(readers.items.map(({ transcriptFeed }) => transcriptFeed.__typename)).toEqual([
      'TranscriptChanged',
      'SegmentAppended',
    ]);
    await feed.close();
    await readers.close();
  });

  test('is nobody else’s to write or to follow', async () => {
    const { id, stranger } = await crewScene(world);
    expect(await tell(stranger, id, { body: 'let me in' })).toEqual({ type: 'NOT_FOUND' });
    const feed = followCrew(stranger, id, 0);
    await feed.until(({ isOver }) => isOver);
    expect(feed.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await feed.close();
  });

  test('is one message however often it is sent, and an id is its author’s own', async () => {
    const { id, owner, writer } = await crewScene(world);
    const message = { id: v7(), body: 'once' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => tell(writer, id, message)));
    expect(answers).toEqual(answers.map(() => ({ type: 'PostCrewMessageSuccess', seq: 1, body: 'once' })));
    expect(await tell(owner, id, message)).toEqual({ type: 'InvalidInput' });
    const other = await crewScene(world);
    expect(await tell(other.writer, other.id, message)).toEqual({ type: 'InvalidInput' });
    expect(await tell(writer, id, { body: 'twice' })).toMatchObject({ seq: 2 });
  });

  test('is refused when it is empty, too long or too much, and a retry never is', async () => {
    const { id, writer } = await crewScene(world);
    expect((await tell(writer, id, { body: ' ' })).type).toBe('InvalidInput');
    expect((await tell(writer, id, { body: 'x'.repeat(2_001) })).type).toBe('InvalidInput');
    const first = { id: v7(), body: 'the first' };
    await tell(writer, id, first);
    const types = new Set<string>();
    for (let i = 0; i < 61; i += 1) types.add((await tell(writer, id, { body: `${i}` })).type);
    expect([...types]).toEqual(['PostCrewMessageSuccess', 'TooManyAttempts']);
    expect(await tell(writer, id, first)).toMatchObject({ type: 'PostCrewMessageSuccess', seq: 1 });
  });

  test('is lost for nobody whose line is cut again and again', async () => {
    const { id, owner, writer, organiser } = await crewScene(world);
    const count = 110;
    const typing = (async () => {
      for (let i = 0; i < count / 2; i += 1)
        await Promise.all([writer, organiser].map((who) => tell(who, id, { body: `message ${i}` })));
    })();
    const seen: number[] = [];
    let cuts = 0;
    while (seen.at(-1) !== count) {
      const feed = followCrew(owner, id, seen.at(-1) ?? 0);
      const wanted = 1 + (cuts % 5);
      await feed.until(({ items }) => items.length >= wanted || seqsIn(items).at(-1) === count);
      seen.push(...seqsIn(feed.items));
      await feed.close();
      cuts += 1;
    }
    await typing;
    expect(cuts).toBeGreaterThan(10);
    expect(seen).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });
});

test('whoever is removed follows the crew no more, from that moment on', async () => {
  const { id, owner, writer } = await crewScene(world);
  const feed = followCrew(writer, id, 0);
  await tell(owner, id, { body: 'with you' });
  await feed.first(1);
  await dismiss(owner, id, writer);
  await feed.until(({ isOver }) => isOver, 1_000);
  expect(feed.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
  await tell(owner, id, { body: 'without you' });
  expect(feed.items.some(({ crewFeed }) => crewFeed.message?.body === 'without you')).toBe(false);
  expect(await tell(writer, id, { body: 'still here?' })).toEqual({ type: 'NOT_FOUND' });
  await feed.close();
});

test('a public reader who asks for a number in the future, or for a crew in the bin, is refused', async () => {
  const { id, owner } = await crewScene(world);
  const feed = followCrew(owner, id, 99);
  await feed.until(({ isOver }) => isOver);
  expect(feed.errors).toHaveLength(1);
  await feed.close();
  await owner.data(
    `mutation ($input: DeleteTranscriptsInput!) { deleteTranscripts(input: $input) { __typename } }`,
    {
      input: { ids: [id] },
    },
  );
  expect(await tell(owner, id, { body: 'in the bin' })).toEqual({ type: 'NOT_FOUND' });
});
