import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { feedDocument, type FeedData } from '../support/rooms.ts';
import { act, roomWith, segmentFields, standing } from './segment-acts.ts';

const world = await startWorld();
const asked = `segment { ${segmentFields} }`;

describe('the mark of the second writer', () => {
  test('is absent until a revision sets it, and stays when others leave it out', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['one', 'two']);
    const [id] = ids;
    const revise = (input: object) => act(owner, { name: 'reviseSegment', input: { id, ...input }, asked });
    await revise({ baseRevision: 1, text: 'one', isChecked: true });
    const { segments } = await standing(owner, room);
    expect(segments.map(({ revision, checkedAt }) => [revision, checkedAt !== null])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(await revise({ baseRevision: 2, text: 'one more' })).toMatchObject({
      segment: { revision: 3, checkedAt: segments[0]?.checkedAt },
    });
    expect(await revise({ baseRevision: 3, text: 'one more', isChecked: false })).toMatchObject({
      segment: { revision: 4, checkedAt: null },
    });
  });

  test('with a corrected text is one revision, and its retry is the same one', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['teh']);
    const input = { id: ids[0], baseRevision: 1, text: 'the', isChecked: true };
    const first = await act(owner, { name: 'reviseSegment', input, asked });
    expect(await act(owner, { name: 'reviseSegment', input, asked })).toEqual(first);
    expect((await standing(owner, room)).lastSeq).toBe(3);
  });

  test('is told to whoever reads along, live and in a replay', async () => {
    const owner = await world.member();
    const { id: room, ids } = await roomWith(owner, ['one']);
    const document = feedDocument.replace(
      '... on SegmentRevised { seq segment { id text revision } }',
      '... on SegmentRevised { seq segment { id checkedAt position revision } }',
    );
    const live = owner.subscribe<FeedData>(document, { id: room, after: 2 });
    const input = { id: ids[0], baseRevision: 1, text: 'one', isChecked: true };
    await act(owner, { name: 'reviseSegment', input, asked });
    const [segment] = (await standing(owner, room)).segments;
    const { checkedAt, position } = segment!;
    const told = { transcriptFeed: { seq: 3, segment: { id: ids[0], checkedAt, position, revision: 2 } } };
    expect(await live.first(1)).toMatchObject([told]);
    const replay = owner.subscribe<FeedData>(document, { id: room, after: 2 });
    expect(await replay.first(1)).toMatchObject([told]);
    await live.close();
    await replay.close();
  });
});
