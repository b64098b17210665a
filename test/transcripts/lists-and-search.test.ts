import { expect, test } from '@jest/globals';
import { openRoom, say } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();

interface List {
  readonly edges: readonly { readonly node: { readonly title: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly totalCount: number;
}

async function list(owner: SignedInClient, args: object): Promise<List> {
  const { me } = await owner.data<{ me: { transcripts: List } }>(
    `query ($first: Int, $after: String, $search: String, $status: TranscriptStatus, $visibility: Visibility) {
      me { transcripts(first: $first, after: $after, search: $search, status: $status, visibility: $visibility) {
        edges { node { title } } pageInfo { hasNextPage endCursor } totalCount } } }`,
    { first: 20, ...args },
  );
  return me.transcripts;
}

const titlesOf = ({ edges }: List): readonly string[] => edges.map(({ node }) => node.title);

test('pages follow one another without a gap or a repetition, newest first', async () => {
  const owner = await world.member();
  const made: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    await openRoom(owner, { isLive: false, title: `meeting ${i}` });
    made.unshift(`meeting ${i}`);
  }
  const seen: string[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const page: List = await list(owner, { first: 3, after });
    seen.push(...titlesOf(page));
    expect(page.totalCount).toBe(7);
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  expect(seen).toEqual(made);
});

test('filters and search narrow the list; two-character words are found in titles and texts', async () => {
  const owner = await world.member();
  const live = await openRoom(owner, { title: '董事会' });
  await say(owner, live.id, '关于预算，我们下周再定。100% sure_thing');
  await openRoom(owner, { isLive: false, title: 'Budget review', visibility: 'PUBLIC' });
  expect(titlesOf(await list(owner, { search: '预算' }))).toEqual(['董事会']);
  expect(titlesOf(await list(owner, { search: '董事' }))).toEqual(['董事会']);
  expect(titlesOf(await list(owner, { search: 'BUDGET' }))).toEqual(['Budget review']);
  expect(titlesOf(await list(owner, { search: '0% sure_' }))).toEqual(['董事会']);
  expect(titlesOf(await list(owner, { search: '%' }))).toEqual(['董事会']);
  expect(titlesOf(await list(owner, { search: '预算案' }))).toEqual([]);
  expect(titlesOf(await list(owner, { status: 'LIVE' }))).toEqual(['董事会']);
  expect(titlesOf(await list(owner, { visibility: 'PUBLIC' }))).toEqual(['Budget review']);
});

test('search inside a transcript finds the passage', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  for (const text of ['第一段', '这里说到闪电网络', 'Lightning again', '最后'])
    await say(owner, room.id, text);
  const search = async (wanted: string): Promise<unknown> =>
    (
      await owner.data<{ transcript: { segments: { edges: { node: { text: string } }[] } } }>(
        `query ($id: ID!, $wanted: String!) { transcript(id: $id) { segments(search: $wanted) { edges { node { text } } } } }`,
        { id: room.id, wanted },
      )
    ).transcript.segments.edges.map(({ node }) => node.text);
  expect(await search('闪电')).toEqual(['这里说到闪电网络']);
  expect(await search('lightning')).toEqual(['Lightning again']);
  expect(await search('段')).toEqual(['第一段']);
});

test('the last page of segments and the ones before it are read backwards', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  for (let i = 1; i <= 7; i += 1) await say(owner, room.id, `line ${i}`);
  interface Segments {
    readonly edges: readonly { readonly node: { readonly text: string } }[];
    readonly pageInfo: {
      readonly startCursor: string;
      readonly hasPreviousPage: boolean;
      readonly hasNextPage: boolean;
    };
  }
  const page = async (args: object): Promise<Segments> =>
    (
      await owner.data<{ transcript: { segments: Segments } }>(
        `query ($id: ID!, $last: Int, $before: String) { transcript(id: $id) { segments(last: $last, before: $before) {
        edges { node { text } } pageInfo { startCursor hasPreviousPage hasNextPage } } } }`,
        { id: room.id, ...args },
      )
    ).transcript.segments;
  const tail = await page({ last: 3 });
  expect(tail.edges.map(({ node }) => node.text)).toEqual(['line 5', 'line 6', 'line 7']);
  expect(tail.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  const before = await page({ last: 3, before: tail.pageInfo.startCursor });
  expect(before.edges.map(({ node }) => node.text)).toEqual(['line 2', 'line 3', 'line 4']);
});

test('a page of nothing, of too much, from both ends or from a made-up cursor is refused', async () => {
  const owner = await world.member();
  for (const args of [{ first: 0 }, { first: 101 }, { first: 10, after: 'made-up' }]) {
    const answer = await owner.request(
      `query ($first: Int, $after: String) { me { transcripts(first: $first, after: $after) { totalCount } } }`,
      args,
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  }
});
