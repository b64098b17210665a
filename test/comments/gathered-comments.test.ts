import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import type { Answer, Client } from '../support/client.ts';
import { openRoom, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();
const driver = jest.spyOn(pg.Client.prototype, 'query');
afterAll(() => driver.mockRestore());

let owner: SignedInClient;
let people: readonly SignedInClient[];
let open: Room;
let other: Room;
let closed: Room;

beforeAll(async () => {
  owner = await world.member('owner');
  people = await Promise.all(Array.from({ length: 12 }, (_, i) => world.member(`author${i}`)));
  open = await openRoom(owner, { visibility: 'PUBLIC' });
  other = await openRoom(owner, { visibility: 'PUBLIC' });
  closed = await openRoom(owner);
}, 60_000);

interface Posted {
  readonly addComment: { readonly __typename: string; readonly comment?: { readonly seq: number } };
}

const post = (
  author: Client,
  transcriptId: string,
  input: { readonly id?: string; readonly parentId?: string } = {},
): Promise<Answer<Posted>> =>
  author.request<Posted>(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename
      ... on AddCommentSuccess { comment { seq author { displayName } } } ... on UserError { message } } }`,
    { input: { id: v7(), transcriptId, body: '同时发言', ...input } },
  );

const insertions = (): number =>
  driver.mock.calls.filter(([config]) => JSON.stringify(config).includes('insert into comments')).length;

const lastSeqOf = async ({ id }: Room): Promise<number> =>
  Number((await world.sql('select last_seq from transcripts where id = $1', [id]))[0]?.['last_seq']);

test('comments that come together are written together, each by its own right', async () => {
  const before = [await lastSeqOf(open), await lastSeqOf(other), await lastSeqOf(closed)];
  driver.mockClear();
  const answers = await Promise.all(
    people.map((author, i) => post(author, [open, other, closed][i % 3]!.id)),
  );
  // Far fewer statements than comments; those that came to nothing are asked about one by one.
  expect(insertions()).toBeLessThan(people.length / 2);
  for (const [i, { data, errors }] of answers.entries()) {
    if (i % 3 === 2) expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    else expect(data?.addComment.__typename).toBe('AddCommentSuccess');
  }
  const seqs = [0, 1].map((room) =>
    answers.flatMap(({ data }, i) => (i % 3 === room ? [data!.addComment.comment!.seq - before[room]!] : [])),
  );
  expect(seqs.map((some) => some.toSorted())).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ]);
  expect([await lastSeqOf(open), await lastSeqOf(other), await lastSeqOf(closed)]).toEqual([
    before[0]! + 4,
    before[1]! + 4,
    before[2],
  ]);
  const [counted] = await world.sql(
    `select t.comment_count, (select count(*)::int from comments c where c.transcript_id = t.id) as standing
     from transcripts t where id = $1`,
    [open.id],
  );
  expect(counted).toEqual({ comment_count: 4, standing: 4 });
});

test('one id twice among them is one comment, and whoever else has it is told so', async () => {
  const id = v7();
  const [first, again, stranger] = await Promise.all([
    post(people[0]!, open.id, { id }),
    post(people[0]!, open.id, { id }),
    post(people[1]!, open.id, { id }),
  ]);
  const types = [first, again, stranger].map(({ data }) => data?.addComment.__typename);
  expect(types.toSorted()).toEqual(['AddCommentSuccess', 'AddCommentSuccess', 'InvalidInput'].toSorted());
  expect(await world.sql('select 1 as one from comments where id = $1', [id])).toHaveLength(1);
});

test('an author whose account is being changed for long keeps nobody else waiting', async () => {
  const holder = new pg.Client({ connectionString: world.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select 1 from members where id = $1 for update', [people[4]!.id]);
  const waiting = post(people[4]!, open.id);
  const { data } = await post(people[5]!, other.id);
  expect(data?.addComment.__typename).toBe('AddCommentSuccess');
  await holder.query('commit');
  await holder.end();
  expect((await waiting).data?.addComment.__typename).toBe('AddCommentSuccess');
});

test('a room in which somebody writes for long keeps no other room waiting', async () => {
  const holder = new pg.Client({ connectionString: world.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select 1 from transcripts where id = $1 for update', [open.id]);
  const waiting = post(people[2]!, open.id);
  const { data } = await post(people[3]!, other.id);
  expect(data?.addComment.__typename).toBe('AddCommentSuccess');
  await holder.query('commit');
  await holder.end();
  expect((await waiting).data?.addComment.__typename).toBe('AddCommentSuccess');
});
