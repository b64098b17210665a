import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import {
  act,
  removeOne,
  reviseOne,
  roomWith,
  segmentFields,
  standing,
  wordsOf,
  type Answer,
} from './segment-acts.ts';

const world = await startWorld();
const asked = `fromSeq toSeq revertedCount conflicts { id text }`;

interface Range {
  readonly transcriptId: string;
  readonly fromSeq: number;
  readonly toSeq: number;
}

const revert = (client: Client, input: Range): Promise<Answer> =>
  act(client, { name: 'revertChanges', input, asked });

/** Takes the numbers of an answer back, and returns those that this took. */
const again = async (client: Client, transcriptId: string, taken: Answer): Promise<Answer> =>
  revert(client, { transcriptId, fromSeq: Number(taken['fromSeq']), toSeq: Number(taken['toSeq']) });

describe('taking back', () => {
  test('a new segment removes it, and taking that back brings it again to its place', async () => {
    const owner = await world.member();
    const { id } = await roomWith(owner, ['one', 'two', 'three']);
    const undone = await revert(owner, { transcriptId: id, fromSeq: 3, toSeq: 3 });
    expect(undone).toMatchObject({ revertedCount: 1, conflicts: [], fromSeq: 5, toSeq: 5 });
    expect(await wordsOf(owner, id)).toEqual(['one', 'three']);
    await again(owner, id, undone);
    expect(await wordsOf(owner, id)).toEqual(['one', 'two', 'three']);
  });

  test('a correction brings back the words, the speaker and the mark', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['teh']);
    const input = { id: ids[0], baseRevision: 1, text: 'the', speaker: 'Ann', isChecked: true };
    const seq = await reviseOne(owner, input);
    const undone = await revert(owner, { transcriptId: id, fromSeq: seq, toSeq: seq });
    expect((await standing(owner, id)).segments).toMatchObject([
      { text: 'teh', speaker: null, checkedAt: null, revision: 3 },
    ]);
    await again(owner, id, undone);
    expect((await standing(owner, id)).segments).toMatchObject([
      { text: 'the', speaker: 'Ann', revision: 4 },
    ]);
  });

  test('what somebody has changed since is left and named', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['one']);
    const seq = await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'two' });
    await reviseOne(owner, { id: ids[0], baseRevision: 2, text: 'three' });
    expect(await revert(owner, { transcriptId: id, fromSeq: seq, toSeq: seq })).toMatchObject({
      revertedCount: 0,
      fromSeq: null,
      conflicts: [{ id: ids[0], text: 'three' }],
    });
    expect(await wordsOf(owner, id)).toEqual(['three']);
  });

  test('twice is the same as once', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['one']);
    const seq = await removeOne(owner, ids[0]!);
    const range = { transcriptId: id, fromSeq: seq, toSeq: seq };
    await revert(owner, range);
    expect(await revert(owner, range)).toMatchObject({ revertedCount: 0, conflicts: [] });
    expect(await wordsOf(owner, id)).toEqual(['one']);
  });

  test('a split and a merge leaves what was, under the same ids', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['onetwo', 'three']);
    const before = await standing(owner, id);
    const split = { id: ids[0], baseRevision: 1, at: 3, newId: v7() };
    const cut = await act(owner, { name: 'splitSegment', input: split, asked: 'fromSeq toSeq' });
    const halves = {
      firstId: ids[0],
      firstRevision: 2,
      secondId: split.newId,
      secondRevision: 1,
      joiner: '-',
    };
    const joined = await act(owner, { name: 'mergeSegments', input: halves, asked: 'fromSeq toSeq' });
    expect(await wordsOf(owner, id)).toEqual(['one-two', 'three']);
    const parted = await again(owner, id, joined);
    expect(await wordsOf(owner, id)).toEqual(['one', 'two', 'three']);
    const whole = await again(owner, id, cut);
    expect(await wordsOf(owner, id)).toEqual(['onetwo', 'three']);
    await again(owner, id, whole);
    expect(await wordsOf(owner, id)).toEqual(['one', 'two', 'three']);
    await again(owner, id, parted);
    expect(await wordsOf(owner, id)).toEqual(['one-two', 'three']);
    expect(before.segments).toHaveLength(2);
  });
});

describe('taking back one act after another', () => {
  test('goes as deep on one segment as on many, and anew as far', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['a']);
    const seqs = [2];
    for (const [place, text] of ['b', 'c'].entries()) {
      seqs.push(await reviseOne(owner, { id: ids[0], baseRevision: place + 1, text }));
    }
    const undone: Answer[] = [];
    const seen: (readonly string[])[] = [];
    for (const seq of seqs.toReversed()) {
      undone.push(await revert(owner, { transcriptId: id, fromSeq: seq, toSeq: seq }));
      seen.push(await wordsOf(owner, id));
    }
    expect(undone.map(({ conflicts }) => conflicts)).toEqual([[], [], []]);
    expect(seen).toEqual([['b'], ['a'], []]);
    for (const one of undone.toReversed()) await again(owner, id, one);
    expect(await wordsOf(owner, id)).toEqual(['c']);
  });

  test('takes back a correction and the split that was made with it', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['onetow']);
    const seq = await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'onetwo' });
    const input = { id: ids[0], baseRevision: 2, at: 3, newId: v7() };
    const cut = await act(owner, { name: 'splitSegment', input, asked: 'fromSeq toSeq' });
    await again(owner, id, cut);
    expect(await revert(owner, { transcriptId: id, fromSeq: seq, toSeq: seq })).toMatchObject({
      revertedCount: 1,
      conflicts: [],
    });
    expect(await wordsOf(owner, id)).toEqual(['onetow']);
  });
});

describe('words that went from one segment to another', () => {
  const cutInTwo = async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['onetwo', 'three']);
    const input = { id: ids[0], baseRevision: 1, at: 3, newId: v7() };
    const cut = await act(owner, { name: 'splitSegment', input, asked: 'fromSeq toSeq' });
    return { owner, id, firstId: ids[0]!, secondId: input.newId, cut };
  };
  const joined = async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['one', 'two', 'three']);
    const [firstId, secondId] = [ids[0]!, ids[1]!];
    const input = { firstId, firstRevision: 1, secondId, secondRevision: 1, joiner: '' };
    const join = await act(owner, { name: 'mergeSegments', input, asked: 'fromSeq toSeq' });
    return { owner, id, firstId, secondId, join };
  };

  test('are not lost when a split is taken back that somebody corrected, in either half', async () => {
    const { owner, id, firstId, secondId, cut } = await cutInTwo();
    await reviseOne(owner, { id: firstId, baseRevision: 2, text: 'One' });
    expect(await again(owner, id, cut)).toMatchObject({
      revertedCount: 0,
      conflicts: [{ text: 'One' }, { text: 'two' }],
    });
    expect(await wordsOf(owner, id)).toEqual(['One', 'two', 'three']);
    await reviseOne(owner, { id: firstId, baseRevision: 3, text: 'one' });
    await reviseOne(owner, { id: secondId, baseRevision: 1, text: 'Two' });
    expect(await again(owner, id, cut)).toMatchObject({ revertedCount: 0 });
    expect(await wordsOf(owner, id)).toEqual(['one', 'Two', 'three']);
  });

  test('are not doubled when a merge is taken back that somebody corrected', async () => {
    const { owner, id, firstId, join } = await joined();
    await reviseOne(owner, { id: firstId, baseRevision: 2, text: 'One two' });
    expect(await again(owner, id, join)).toMatchObject({ revertedCount: 0, fromSeq: null });
    expect(await wordsOf(owner, id)).toEqual(['One two', 'three']);
  });

  test('are neither when the taking back itself is taken back, and somebody corrected in between', async () => {
    const { owner, id, firstId, join } = await joined();
    const parted = await again(owner, id, join);
    await reviseOne(owner, { id: firstId, baseRevision: 3, text: 'One' });
    expect(await again(owner, id, parted)).toMatchObject({ revertedCount: 0 });
    expect(await wordsOf(owner, id)).toEqual(['One', 'two', 'three']);
  });

  test('come back whole by either of the two numbers alone', async () => {
    const { owner, id, secondId, join } = await joined();
    // Whoever did not know of the merge and removes the second is told the merge's number.
    const seq = await removeOne(owner, secondId);
    expect(seq).toBe(join['toSeq']);
    await revert(owner, { transcriptId: id, fromSeq: seq, toSeq: seq });
    expect(await wordsOf(owner, id)).toEqual(['one', 'two', 'three']);
    const split = await cutInTwo();
    const first = Number(split.cut['fromSeq']);
    await revert(split.owner, { transcriptId: split.id, fromSeq: first, toSeq: first });
    expect(await wordsOf(split.owner, split.id)).toEqual(['onetwo', 'three']);
    await act(split.owner, { name: 'restoreSegment', input: { id: split.secondId }, asked: 'toSeq' });
    expect(await wordsOf(split.owner, split.id)).toEqual(['one', 'two', 'three']);
  });
});

describe('a removed segment', () => {
  test('comes back to its place with the next revision, live and in a replay, and the old events stay hidden', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['one', 'two', 'three']);
    await removeOne(owner, ids[1]!);
    const back = await act(owner, {
      name: 'restoreSegment',
      input: { id: ids[1] },
      asked: `fromSeq segment { ${segmentFields} }`,
    });
    expect(back).toMatchObject({ fromSeq: 6, segment: { text: 'two', revision: 2, seq: 3 } });
    expect(await wordsOf(owner, id)).toEqual(['one', 'two', 'three']);
    const feed = owner.subscribe<{ transcriptFeed: Answer }>(
      `subscription ($id: ID!) { transcriptFeed(transcriptId: $id, after: 2) { __typename
        ... on SegmentAppended { seq segment { id revision position text } } ... on SegmentRemoved { seq segmentId } } }`,
      { id },
    );
    const told = (await feed.first(4)).map(({ transcriptFeed }) => transcriptFeed);
    expect(told).toMatchObject([
      { __typename: 'SegmentRemoved', seq: 3, segmentId: ids[1] },
      { __typename: 'SegmentAppended', seq: 4 },
      { __typename: 'SegmentRemoved', seq: 5, segmentId: ids[1] },
      {
        __typename: 'SegmentAppended',
        seq: 6,
        segment: { revision: 2, text: 'two', position: '0000000003' },
      },
    ]);
    await feed.close();
  });

  test('that was merged away takes its words out of the other, unless that one was changed', async () => {
    const owner = await world.member();
    const { id, ids } = await roomWith(owner, ['one', 'two']);
    const [firstId, secondId] = ids;
    const merge = (firstRevision: number, secondRevision: number) =>
      act(owner, {
        name: 'mergeSegments',
        input: { firstId, firstRevision, secondId, secondRevision, joiner: '' },
        asked: 'toSeq',
      });
    const restore = () => act(owner, { name: 'restoreSegment', input: { id: secondId }, asked: 'toSeq' });
    await merge(1, 1);
    await restore();
    expect(await wordsOf(owner, id)).toEqual(['one', 'two']);
    await merge(3, 2);
    await reviseOne(owner, { id: firstId, baseRevision: 4, text: 'one or two' });
    expect(await restore()).toMatchObject({ __typename: 'SegmentConflict', current: { text: 'one or two' } });
    expect(await wordsOf(owner, id)).toEqual(['one or two']);
  });
});

test('a whole transcript goes back to a number in one act, and that can be taken back', async () => {
  const owner = await world.member();
  const { id, ids } = await roomWith(owner, ['one', 'two', 'three']);
  const seq = (await standing(owner, id)).lastSeq;
  const then = await wordsOf(owner, id);
  await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'eins' });
  await removeOne(owner, ids[1]!);
  const split = { id: ids[2], baseRevision: 1, at: 2, newId: v7() };
  await act(owner, { name: 'splitSegment', input: split, asked: 'toSeq' });
  const now = await wordsOf(owner, id);
  const input = { transcriptId: id, seq };
  const restored = await act(owner, {
    name: 'restoreTranscript',
    input,
    asked: 'fromSeq toSeq revertedCount transcript { lastSeq segmentCount characterCount }',
  });
  expect(restored).toMatchObject({
    revertedCount: 4,
    fromSeq: seq + 5,
    toSeq: seq + 8,
    transcript: { lastSeq: seq + 8, segmentCount: 3, characterCount: then.join('').length },
  });
  expect(await wordsOf(owner, id)).toEqual(then);
  await again(owner, id, restored);
  expect(await wordsOf(owner, id)).toEqual(now);
});

test('a whole transcript goes back without what a partner wrote after its writer looked, also when sent again', async () => {
  const owner = await world.member();
  const { id, ids } = await roomWith(owner, ['one', 'two', 'three']);
  const { lastSeq: seq } = await standing(owner, id);
  for (const [place, text] of ['eins', 'zwei'].entries()) {
    await reviseOne(owner, { id: ids[place], baseRevision: 1, text });
  }
  const input = { transcriptId: id, seq, untilSeq: seq + 2 };
  await reviseOne(owner, { id: ids[1], baseRevision: 2, text: 'zwo' });
  await say(owner, id, 'four');
  const restore = () => act(owner, { name: 'restoreTranscript', input, asked });
  expect(await restore()).toMatchObject({ revertedCount: 1, conflicts: [{ id: ids[1], text: 'zwo' }] });
  expect(await wordsOf(owner, id)).toEqual(['one', 'zwo', 'three', 'four']);
  await reviseOne(owner, { id: ids[0], baseRevision: 3, text: 'uno' });
  await say(owner, id, 'five');
  expect(await restore()).toMatchObject({ revertedCount: 0, fromSeq: null });
  expect(await wordsOf(owner, id)).toEqual(['uno', 'zwo', 'three', 'four', 'five']);
});

test('a whole transcript does not go back further than so many numbers at once', async () => {
  const owner = await world.member();
  const { id } = await roomWith(owner, ['one']);
  await world.sql('update transcripts set last_seq = 50010 where id = $1', [id]);
  const restore = (seq: number) =>
    act(owner, { name: 'restoreTranscript', input: { transcriptId: id, seq }, asked: 'revertedCount' });
  expect(await restore(9)).toMatchObject({ __typename: 'InvalidInput' });
  expect(await restore(10)).toMatchObject({ revertedCount: 0 });
});
