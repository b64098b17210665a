import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { feedDocument, seqsOf, type FeedData } from '../support/rooms.ts';
import { act, reviseOne, roomWith, standing, wordsOf } from './segment-acts.ts';

const world = await startWorld();

describe('correcting many segments at once', () => {
  test('takes consecutive numbers, and leaves what was changed meanwhile', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['a1', 'a2', 'a3', 'a4']);
    await reviseOne(owner, { id: ids[1], baseRevision: 1, text: 'theirs' });
    const feed = owner.subscribe<FeedData>(feedDocument, { id, after: 6 });
    const changes = ids.map((segment, place) => ({ id: segment, baseRevision: 1, text: `b${place + 1}` }));
    const input = { transcriptId: id, changes };
    const asked = 'fromSeq toSeq outcomes { id isRevised segment { text revision } }';
    const answer = await act(owner, { name: 'reviseSegments', input, asked });
    expect(answer).toMatchObject({
      fromSeq: 7,
      toSeq: 9,
      outcomes: [
        { isRevised: true, segment: { text: 'b1', revision: 2 } },
        { isRevised: false, segment: { text: 'theirs', revision: 2 } },
        { isRevised: true },
        { isRevised: true },
      ],
    });
    expect(await wordsOf(owner, id)).toEqual(['b1', 'theirs', 'b3', 'b4']);
    await feed.until((live) => live.items.length === 3);
    expect(seqsOf(feed.items)).toEqual([7, 8, 9]);
    expect(feed.items.map(({ transcriptFeed }) => transcriptFeed.__typename)).toEqual(
      Array.from({ length: 3 }, () => 'SegmentRevised'),
    );
    await feed.close();
    expect(await act(owner, { name: 'reviseSegments', input, asked })).toMatchObject({
      fromSeq: null,
      outcomes: answer['outcomes'] as object,
    });
  });

  test('keeps the counters', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['one', 'two']);
    const changes = ids.map((segment) => ({ id: segment, baseRevision: 1, text: 'longer words' }));
    await act(owner, { name: 'reviseSegments', input: { transcriptId: id, changes }, asked: 'toSeq' });
    expect(await standing(owner, id)).toMatchObject({ segmentCount: 2, characterCount: 24 });
  });

  test('of a segment of another transcript says that it is not there', async () => {
    const owner = await world.member();
    const { id } = await roomWith(owner, ['here']);
    const { id: other, ids } = await roomWith(owner, ['there']);
    const input = { transcriptId: id, changes: [{ id: ids[0], baseRevision: 1, text: 'moved' }] };
    const asked = 'outcomes { isRevised segment { text } }';
    expect(await act(owner, { name: 'reviseSegments', input, asked })).toMatchObject({
      outcomes: [{ isRevised: false, segment: null }],
    });
    expect(await wordsOf(owner, other)).toEqual(['there']);
  });
});

describe('renaming a speaker', () => {
  test('does it wherever that one speaks, and nowhere else', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['one', 'two', 'three']);
    await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'one', speaker: 'Ann' });
    await reviseOne(owner, { id: ids[2], baseRevision: 1, text: 'three', speaker: 'Ann' });
    await reviseOne(owner, { id: ids[1], baseRevision: 1, text: 'two', speaker: 'ann' });
    const input = { transcriptId: id, from: 'Ann', to: 'Anna' };
    const asked = 'fromSeq toSeq renamedCount';
    expect(await act(owner, { name: 'renameSpeaker', input, asked })).toMatchObject({ renamedCount: 2 });
    expect((await standing(owner, id)).segments.map(({ speaker }) => speaker)).toEqual([
      'Anna',
      'ann',
      'Anna',
    ]);
    expect(await act(owner, { name: 'renameSpeaker', input, asked })).toMatchObject({
      renamedCount: 0,
      fromSeq: null,
    });
  });
});
