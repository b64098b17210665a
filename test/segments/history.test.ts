import { describe, expect, test } from '@jest/globals';
import { openRoom, say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { act, removeOne, reviseOne, roomWith, wordsOf } from './segment-acts.ts';

const world = await startWorld();

const historyDocument = `query ($id: ID!) { transcript(id: $id) { segments(first: 5) { edges { node { history { totalCount edges { node {
  act text speaker isChecked madeBy madeAt seq } } } } } } removedSegments(first: 5) { edges { node { text } } } asOf(seq: 3) { seq } } }`;

interface Seen {
  readonly transcript: {
    readonly segments: {
      edges: readonly { node: { history: { totalCount: number; edges: readonly { node: object }[] } } }[];
    };
    readonly removedSegments: { edges: readonly { node: { text: string } }[] };
    readonly asOf: { seq: number } | null;
  };
}

describe('the history of a segment', () => {
  test('tells each version, whose it was and when', async () => {
    const owner = await world.member('Ann');
    const { id, ids } = await roomWith(owner, ['teh', 'gone']);
    await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'the', isChecked: true });
    await removeOne(owner, ids[0]!);
    await act(owner, { name: 'restoreSegment', input: { id: ids[0] }, asked: 'toSeq' });
    await removeOne(owner, ids[1]!);
    const { transcript } = await owner.data<Seen>(historyDocument, { id });
    const [node] = transcript.segments.edges;
    const { me } = await owner.data<{ me: { displayName: string } }>(`{ me { displayName } }`);
    expect(node?.node.history).toMatchObject({
      totalCount: 4,
      edges: [
        { node: { act: 'ADDED', text: 'teh', isChecked: false, madeBy: me.displayName, seq: 2 } },
        { node: { act: 'REVISED', text: 'the', isChecked: true, madeBy: me.displayName, seq: 4 } },
        { node: { act: 'REMOVED', text: '', seq: 5 } },
        { node: { act: 'ADDED', text: 'the', isChecked: true, seq: 6 } },
      ],
    });
    expect(transcript.removedSegments.edges).toEqual([{ node: { text: 'gone' } }]);
    expect(transcript.asOf).toEqual({ seq: 3 });
  });

  test('is nobody else’s, nor is what was removed or what stood before', async () => {
    const owner = await world.member();
    const stranger = await world.member('stranger');
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    await say(owner, room.id, 'one');
    await say(owner, room.id, 'two');
    const { segment } = await say(owner, room.id, 'a slip');
    await removeOne(owner, segment!.id);
    const { transcript } = await stranger.data<Seen>(historyDocument, { id: room.id });
    expect(transcript.segments.edges.map(({ node }) => node.history)).toEqual([
      { totalCount: 0, edges: [] },
      { totalCount: 0, edges: [] },
    ]);
    expect(transcript.removedSegments.edges).toEqual([]);
    expect(transcript.asOf).toBeNull();
  });
});

test('one segment is found in its transcript by its id, and in no other, nor once it is gone', async () => {
  const owner = await world.member();
  const { id, ids } = await roomWith(owner, ['one', 'two']);
  const { id: other } = await roomWith(owner, []);
  const find = async (room: string, segment: string): Promise<object | null> => {
    const { transcript } = await owner.data<{ transcript: { segment: object | null } }>(
      `query ($id: ID!, $segment: ID!) { transcript(id: $id) { segment(id: $segment) { text } } }`,
      { id: room, segment },
    );
    return transcript.segment;
  };
  expect(await find(id, ids[0]!)).toEqual({ text: 'one' });
  expect(await find(other, ids[0]!)).toBeNull();
  expect(await find(id, 'nothing')).toBeNull();
  await removeOne(owner, ids[0]!);
  expect(await find(id, ids[0]!)).toBeNull();
});

interface Page {
  readonly edges: readonly { readonly node: { readonly text: string } }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

test('the text as of a number is what stood then, page by page', async () => {
  const owner = await world.member();
  const { id, ids } = await roomWith(owner, ['one', 'two', 'three', 'four']);
  await reviseOne(owner, { id: ids[0], baseRevision: 1, text: 'eins' });
  await removeOne(owner, ids[1]!);
  const pageOf = async (seq: number, after: string | null): Promise<Page> => {
    const { transcript } = await owner.data<{ transcript: { asOf: { segments: Page } } }>(
      `query ($id: ID!, $seq: Int!, $after: String) { transcript(id: $id) { asOf(seq: $seq) {
        segments(first: 2, after: $after) { edges { node { text } } pageInfo { endCursor hasNextPage } totalCount } } } }`,
      { id, seq, after },
    );
    return transcript.asOf.segments;
  };
  const asOf = async (seq: number): Promise<readonly string[]> => {
    const texts: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Page = await pageOf(seq, after === '' ? null : after);
      texts.push(...page.edges.map(({ node }) => node.text));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
    return texts;
  };
  expect(await asOf(0)).toEqual([]);
  expect(await asOf(3)).toEqual(['one', 'two']);
  expect(await asOf(5)).toEqual(['one', 'two', 'three', 'four']);
  expect(await asOf(6)).toEqual(['eins', 'two', 'three', 'four']);
  expect(await asOf(7)).toEqual(await wordsOf(owner, id));
});
