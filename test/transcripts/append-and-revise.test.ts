import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { feedDocument, openRoom, say, type Appended, type FeedData } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();

interface Revised {
  readonly __typename: string;
  readonly segment?: { readonly text: string; readonly revision: number };
  readonly current?: { readonly text: string; readonly revision: number };
}

async function revise(owner: SignedInClient, input: object): Promise<Revised> {
  const { reviseSegment } = await owner.data<{ reviseSegment: Revised }>(
    `mutation ($input: ReviseSegmentInput!) { reviseSegment(input: $input) { __typename
      ... on ReviseSegmentSuccess { segment { text revision } }
      ... on SegmentConflict { current { text revision } } } }`,
    { input },
  );
  return reviseSegment;
}

describe('committing a segment', () => {
  test('again with the same id is the same segment', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const id = v7();
    const answers = await Promise.all(Array.from({ length: 10 }, () => say(owner, room.id, 'once', id)));
    const seqs = new Set(answers.map(({ segment }) => segment?.seq));
    expect(seqs.size).toBe(1);
    const { transcript } = await owner.data<{
      transcript: { segmentCount: number; segments: { totalCount: number } };
    }>(`query ($id: ID!) { transcript(id: $id) { segmentCount segments { totalCount } } }`, { id: room.id });
    expect(transcript).toEqual({ segmentCount: 1, segments: { totalCount: 1 } });
  });

  test('is answered after the end too, when it is a retry', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const id = v7();
    await say(owner, room.id, 'last words', id);
    await owner.data(`mutation ($input: EndLiveInput!) { endLive(input: $input) { __typename } }`, {
      input: { transcriptId: room.id },
    });
    expect((await say(owner, room.id, 'last words', id)).__typename).toBe('AppendSegmentSuccess');
    expect((await say(owner, room.id, 'too late')).__typename).toBe('TranscriptNotLive');
  });

  test('works weeks after the transcript began, at a time within the day', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    await world.sql(`update transcripts set started_at = now() - interval '40 days' where id = $1`, [
      room.id,
    ]);
    const { appendSegment } = await owner.data<{ appendSegment: { segment: { startedMs: number } } }>(
      `mutation ($input: AppendSegmentInput!) { appendSegment(input: $input) { ... on AppendSegmentSuccess { segment { startedMs } } } }`,
      { input: { id: v7(), transcriptId: room.id, text: 'as I was saying' } },
    );
    expect(appendSegment.segment.startedMs).toBe(86_399_999);
  });

  test('is not for a stranger', async () => {
    const owner = await world.member();
    const stranger = await world.member('stranger');
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    const answer = await stranger.request(
      `mutation ($input: AppendSegmentInput!) { appendSegment(input: $input) { __typename } }`,
      { input: { id: v7(), transcriptId: room.id, text: 'mine now' } },
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test.each([
    ['markup', '<script>alert("x")</script> & <b>bold</b>'],
    ['right-to-left marks', 'abc \u202e\u2067עברית\u2069 end'],
    ['emoji and rare characters', '👩‍👩‍👧‍👦 𠮷野家 e\u0301 ﷽'],
    ['spaces at both ends and two lines', '  one \n\ttwo  '],
    ['ten thousand characters', '长'.repeat(10_000)],
  ])('keeps %s exactly', async (_name, text) => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const appended = await say(owner, room.id, text);
    expect(appended.segment?.text).toBe(text);
    const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: 1 });
    const [item] = await feed.first(1);
    expect(item?.transcriptFeed.segment?.text).toBe(text);
    await feed.close();
  });

  test.each([
    ['nothing', '   '],
    ['a character too many', 'x'.repeat(10_001)],
    ['a null character', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('refuses %s, naming the field', async (_name, text) => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const { appendSegment } = await owner.data<{ appendSegment: Appended & { field: string } }>(
      `mutation ($input: AppendSegmentInput!) { appendSegment(input: $input) { __typename ... on InvalidInput { field message limit } } }`,
      { input: { id: v7(), transcriptId: room.id, text } },
    );
    expect(appendSegment).toMatchObject({ __typename: 'InvalidInput', field: 'text' });
  });
});

describe('correcting a segment', () => {
  test('made on the version that stands makes the next one', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const { segment } = await say(owner, room.id, 'teh');
    expect(await revise(owner, { id: segment?.id, baseRevision: 1, text: 'the' })).toMatchObject({
      segment: { text: 'the', revision: 2 },
    });
  });

  test('made on an older version changes nothing and hands back what stands', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const { segment } = await say(owner, room.id, 'one');
    const [a, b] = await Promise.all([
      revise(owner, { id: segment?.id, baseRevision: 1, text: 'two' }),
      revise(owner, { id: segment?.id, baseRevision: 1, text: 'three' }),
    ]);
    const [winner, loser] = a.__typename === 'ReviseSegmentSuccess' ? [a, b] : [b, a];
    expect(loser).toMatchObject({
      __typename: 'SegmentConflict',
      current: { text: winner.segment?.text, revision: 2 },
    });
  });

  test('retried is a success, not a conflict with itself', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const { segment } = await say(owner, room.id, 'one');
    const input = { id: segment?.id, baseRevision: 1, text: 'two' };
    await revise(owner, input);
    expect(await revise(owner, input)).toMatchObject({
      __typename: 'ReviseSegmentSuccess',
      segment: { revision: 2 },
    });
  });
});

test('the words of a removed segment are sent to nobody, and no number is missing', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const secret = await say(owner, room.id, 'a slip of the tongue');
  await say(owner, room.id, 'as I was saying');
  await owner.data(`mutation ($input: RemoveSegmentInput!) { removeSegment(input: $input) { removedId } }`, {
    input: { id: secret.segment?.id },
  });
  const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
  const items = await feed.first(4);
  expect(items.map(({ transcriptFeed: { __typename, seq } }) => [seq, __typename])).toEqual([
    [1, 'TranscriptChanged'],
    [2, 'SegmentRemoved'],
    [3, 'SegmentAppended'],
    [4, 'SegmentRemoved'],
  ]);
  expect(JSON.stringify(items)).not.toContain('slip');
  await feed.close();
});
