import { beforeAll, describe, expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, makeRoom, tryRemove, type Room } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner);
  for (const body of ['1', '2', '3', '4', '5']) {
    const { id } = await add(owner, { room, body });
    await add(owner, { room, body: `reply to ${body}`, parentId: id });
  }
});

interface Page {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly startCursor: string;
    readonly endCursor: string;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string; readonly body: string };
  }[];
}

const pageFields =
  'totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } edges { cursor node { id body } }';

async function page(args: string): Promise<Page & { readonly bodies: readonly string[] }> {
  const query = `query ($id: ID!) { transcript(id: $id) { comments${args} { ${pageFields} } } }`;
  const { transcript } = await owner.data<{ transcript: { comments: Page } }>(query, { id: room.id });
  return { ...transcript.comments, bodies: transcript.comments.edges.map(({ node }) => node.body) };
}

describe('the comments of a transcript', () => {
  test('are its top-level ones, oldest first, read forwards', async () => {
    const first = await page('(first: 2)');
    expect(first).toMatchObject({
      bodies: ['1', '2'],
      totalCount: 5,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const second = await page(`(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect(second).toMatchObject({
      bodies: ['3', '4'],
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
    });
    const third = await page(`(first: 2, after: "${second.pageInfo.endCursor}")`);
    expect(third).toMatchObject({ bodies: ['5'], pageInfo: { hasNextPage: false } });
  });

  test('are read backwards from the end, in the same order', async () => {
    const last = await page('(last: 2)');
    expect(last).toMatchObject({
      bodies: ['4', '5'],
      pageInfo: { hasPreviousPage: true, hasNextPage: false },
    });
    const before = await page(`(last: 2, before: "${last.pageInfo.startCursor}")`);
    expect(before).toMatchObject({
      bodies: ['2', '3'],
      pageInfo: { hasPreviousPage: true, hasNextPage: true },
    });
    expect(await page(`(last: 5, before: "${before.pageInfo.startCursor}")`)).toMatchObject({
      bodies: ['1'],
      pageInfo: { hasPreviousPage: false },
    });
  });

  test('are all there without an argument, twenty a page', async () => {
    expect((await page('')).bodies).toEqual(['1', '2', '3', '4', '5']);
  });

  test('are asked for from one end, 1 to 100 at a time, with our own cursors', async () => {
    const forged = Buffer.from('[1e300]').toString('base64url');
    for (const args of [
      '(first: 1, last: 1)',
      '(first: 0)',
      '(first: 101)',
      '(last: 101)',
      `(first: 1, after: "${forged}")`,
      '(first: 1, after: "x")',
    ]) {
      const query = `query ($id: ID!) { transcript(id: $id) { comments${args} { edges { cursor } } } }`;
      const { errors } = await owner.request(query, { id: room.id });
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_INPUT']);
    }
  });
});

test('the replies of each comment are pages of their own', async () => {
  const [{ node: { id: parentId = '' } = {} } = {}] = (await page('(first: 1)')).edges;
  await add(owner, { room, body: 'second reply', parentId });
  const query = `query ($id: ID!, $after: String) { transcript(id: $id) { comments(first: 2) { edges { node {
    replies(first: 1, after: $after) { ${pageFields} } } } } } }`;
  const replies = async (after: string | null): Promise<readonly Page[]> => {
    type Told = { transcript: { comments: { edges: { node: { replies: Page } }[] } } };
    const { transcript } = await owner.data<Told>(query, { id: room.id, after });
    return transcript.comments.edges.map(({ node }) => node.replies);
  };
  const [one, two] = await replies(null);
  expect(one).toMatchObject({
    totalCount: 2,
    pageInfo: { hasNextPage: true },
    edges: [{ node: { body: 'reply to 1' } }],
  });
  expect(two).toMatchObject({
    totalCount: 1,
    pageInfo: { hasNextPage: false },
    edges: [{ node: { body: 'reply to 2' } }],
  });
  const [next] = await replies(one?.pageInfo.endCursor ?? null);
  expect(next).toMatchObject({
    pageInfo: { hasNextPage: false },
    edges: [{ node: { body: 'second reply' } }],
  });
});

test('a removed comment keeps its place in the pages', async () => {
  const [, { node: { id = '' } = {} } = {}] = (await page('(first: 2)')).edges;
  await tryRemove(owner, id);
  expect(await page('(first: 3)')).toMatchObject({ bodies: ['1', '', '3'], totalCount: 5 });
});
