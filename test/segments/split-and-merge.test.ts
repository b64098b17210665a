import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import { say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { act, removeOne, reviseOne, roomWith, segmentFields, standing } from './segment-acts.ts';

const world = await startWorld();
const halves = `fromSeq toSeq segment { ${segmentFields} } newSegment { ${segmentFields} }`;
const merged = `fromSeq toSeq removedId segment { ${segmentFields} }`;

describe('splitting a segment', () => {
  test('puts the later half right behind it, before what was said next, and divides the time', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['before', '今天😀开会', 'after']);
    await world.sql('update segments set started_ms = 1000, ended_ms = 2000 where id = $1', [ids[1]]);
    const input = { id: ids[1], baseRevision: 1, at: 3, newId: v7(), speaker: 'Ann' };
    expect(await act(owner, { name: 'splitSegment', input, asked: halves })).toMatchObject({
      fromSeq: 5,
      toSeq: 6,
      segment: { text: '今天😀', revision: 2, startedMs: 1000, endedMs: 1600, speaker: null },
      newSegment: { text: '开会', revision: 1, startedMs: 1600, endedMs: 2000, speaker: 'Ann', seq: 6 },
    });
    await say(owner, room, 'last');
    const now = await standing(owner, room);
    expect(now.segments.map(({ text }) => text)).toEqual(['before', '今天😀', '开会', 'after', 'last']);
    expect(now).toMatchObject({
      segmentCount: 5,
      lastSeq: 7,
      characterCount: 'before今天.开会afterlast'.length,
    });
  });

  test.each([
    ['absent', {}, 'Ann'],
    ['null', { speaker: null }, null],
    ['another', { speaker: 'Ben' }, 'Ben'],
  ])('with a speaker: %s is who speaks in the later half', async (_, given, expected) => {
    const owner = await world.member();
    const { ids } = await roomWith(owner, ['onetwo']);
    await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'onetwo', speaker: 'Ann' });
    const input = { id: ids[0], baseRevision: 2, at: 3, newId: v7(), ...given };
    expect(await act(owner, { name: 'splitSegment', input, asked: halves })).toMatchObject({
      segment: { text: 'one', speaker: 'Ann' },
      newSegment: { text: 'two', speaker: expected },
    });
  });

  test('retried answers with what stands, and takes no number', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['onetwo']);
    const input = { id: ids[0], baseRevision: 1, at: 3, newId: v7() };
    const first = await act(owner, { name: 'splitSegment', input, asked: halves });
    expect(await act(owner, { name: 'splitSegment', input, asked: halves })).toEqual(first);
    expect((await standing(owner, room)).lastSeq).toBe(4);
  });

  test('on an old base changes nothing and hands back what stands', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['onetwo']);
    const revision = { id: ids[0], baseRevision: 1, text: 'one, two' };
    await act(owner, { name: 'reviseSegment', input: revision, asked: 'seq' });
    const input = { id: ids[0], baseRevision: 1, at: 3, newId: v7() };
    expect(await act(owner, { name: 'splitSegment', input, asked: halves })).toMatchObject({
      __typename: 'SegmentConflict',
      current: { text: 'one, two', revision: 2 },
    });
    expect((await standing(owner, room)).segmentCount).toBe(1);
  });

  test('can go on for ever at the same place', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['abcdefghijklmnopqrstuvwxyz', 'end']);
    for (let revision = 1; revision <= 25; revision += 1) {
      const input = { id: ids[0], baseRevision: revision, at: 26 - revision, newId: v7() };
      await act(owner, { name: 'splitSegment', input, asked: 'fromSeq' });
    }
    const { segments } = await standing(owner, room);
    expect(segments.map(({ text }) => text).join('')).toBe('abcdefghijklmnopqrstuvwxyzend');
  });
});

describe('merging two segments', () => {
  test('joins neighbours, the second gone', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['one', 'two', 'three']);
    const [firstId, secondId] = ids;
    const input = { firstId, firstRevision: 1, secondId, secondRevision: 1, joiner: ', ' };
    const answer = await act(owner, { name: 'mergeSegments', input, asked: merged });
    expect(answer).toMatchObject({ segment: { text: 'one, two', revision: 2 }, removedId: secondId });
    expect(await act(owner, { name: 'mergeSegments', input, asked: merged })).toEqual(answer);
    const now = await standing(owner, room);
    expect(now.segments.map(({ text }) => text)).toEqual(['one, two', 'three']);
    expect(now).toMatchObject({ segmentCount: 2, lastSeq: 6, characterCount: 'one, twothree'.length });
  });

  test('refuses two that have another between them, but not one that was removed', async () => {
    const owner = await world.member();
    const { ids } = await roomWith(owner, ['one', 'two', 'three']);
    const input = { firstId: ids[0], firstRevision: 1, secondId: ids[2], secondRevision: 1, joiner: '' };
    expect(await act(owner, { name: 'mergeSegments', input, asked: merged })).toMatchObject({
      __typename: 'InvalidInput',
    });
    await removeOne(owner, ids[1]!);
    expect(await act(owner, { name: 'mergeSegments', input, asked: merged })).toMatchObject({
      segment: { text: 'onethree' },
    });
  });

  test('of two transcripts is refused without waiting for the other one', async () => {
    const owner = await world.member();
    const here = await roomWith(owner, ['here']);
    const there = await roomWith(owner, ['there']);
    const input = {
      firstId: here.ids[0],
      firstRevision: 1,
      secondId: there.ids[0],
      secondRevision: 1,
      joiner: '',
    };
    const busy = new pg.Client({ connectionString: world.databaseUrl });
    await busy.connect();
    await busy.query('begin');
    await busy.query('select 1 from transcripts where id = $1 for update', [there.id]);
    const { errors } = await owner.request(
      `mutation ($input: MergeSegmentsInput!) { mergeSegments(input: $input) { __typename } }`,
      { input },
    );
    await busy.end();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('on an old base of either changes nothing and hands back that one', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['one', 'two']);
    const revision = { id: ids[1], baseRevision: 1, text: 'zwei' };
    await act(owner, { name: 'reviseSegment', input: revision, asked: 'seq' });
    const input = { firstId: ids[0], firstRevision: 1, secondId: ids[1], secondRevision: 1, joiner: '' };
    expect(await act(owner, { name: 'mergeSegments', input, asked: merged })).toMatchObject({
      __typename: 'SegmentConflict',
      current: { id: ids[1], text: 'zwei' },
    });
    expect((await standing(owner, room)).segmentCount).toBe(2);
  });
});
