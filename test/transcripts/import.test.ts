import { expect, test } from '@jest/globals';
import { feedDocument, seqsOf, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();
const importDocument = `mutation ($input: ImportTranscriptInput!) { importTranscript(input: $input) { __typename
  ... on ImportTranscriptSuccess { segmentCount transcript { id title status lastSeq segmentCount segments { edges { node { speaker text startedMs } } } } }
  ... on InvalidInput { field message } } }`;

interface Imported {
  readonly __typename: string;
  readonly field?: string;
  readonly segmentCount?: number;
  readonly transcript?: {
    readonly id: string;
    readonly title: string;
    readonly lastSeq: number;
    readonly segments: { readonly edges: readonly { readonly node: object }[] };
  };
}

test('a text with speakers and times becomes a transcript, word for word, and can be read as a feed', async () => {
  const owner = await world.member();
  const source =
    '---\ntitle: Harbour\n---\n\nAnn: 00:00:09\n\nGood morning.  \n\nBo: 00:01:10\n\n早上好，“各位”。\n';
  const { importTranscript } = await owner.data<{ importTranscript: Imported }>(importDocument, {
    input: { source, visibility: 'PRIVATE' },
  });
  expect(importTranscript).toMatchObject({
    segmentCount: 2,
    transcript: {
      title: 'Harbour',
      status: 'ENDED',
      lastSeq: 2,
      segmentCount: 2,
      segments: {
        edges: [
          { node: { speaker: 'Ann', text: expect.stringContaining('Good morning.'), startedMs: 9_000 } },
          { node: { speaker: 'Bo', text: '早上好，“各位”。', startedMs: 70_000 } },
        ],
      },
    },
  });
  const feed = owner.subscribe<FeedData>(feedDocument, { id: importTranscript.transcript?.id, after: 0 });
  expect(seqsOf(await feed.first(2))).toEqual([1, 2]);
  await feed.close();
});

test('importing costs no points', async () => {
  const owner = await world.member();
  await owner.data(importDocument, { input: { source: 'Just one line.', visibility: 'PRIVATE' } });
  const { me } = await owner.data<{ me: { cardPoints: { balance: number } } }>(
    `{ me { cardPoints { balance } } }`,
  );
  expect(me.cardPoints.balance).toBe(60);
});

test.each([
  ['nothing but space', '  \n\n '],
  ['more than half a million characters', '长'.repeat(500_001)],
  ['control characters', 'a\u0007b'],
])('%s is refused, and nothing is left behind', async (_name, source) => {
  const owner = await world.member();
  const answer = await owner.request<{ importTranscript: Imported }>(importDocument, {
    input: { source, visibility: 'PRIVATE' },
  });
  // What is larger than a request may be is refused before it is read.
  if (answer.status !== 413)
    expect(answer.data?.importTranscript).toMatchObject({ __typename: 'InvalidInput', field: 'source' });
  const { me } = await owner.data<{ me: { transcripts: { totalCount: number } } }>(
    `{ me { transcripts { totalCount } } }`,
  );
  expect(me.transcripts.totalCount).toBe(0);
});
