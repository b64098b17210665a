import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { payloadOf } from '../../src/features/comments/comment-log.rules.ts';
import { commentsByIds } from '../../src/features/comments/comments.queries.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, enter, makeRoom, tryAdd, tryRemove, type Room } from './room.ts';

const world = await startWorld({ env: { LIMIT_COMMENTS_PER_MINUTE: '10000' } });
let owner: SignedInClient;
let authors: readonly SignedInClient[];

beforeAll(async () => {
  owner = await world.member('Speaker');
  authors = await Promise.all(Array.from({ length: 5 }, (_, i) => world.member(`author-${i}`)));
});

const eventsOf = (room: Room): Promise<readonly Record<string, unknown>[]> =>
  world.sql(
    `select seq, kind, subject_id as id, payload from transcript_events where transcript_id = $1 order by seq`,
    [room.id],
  );
const countersOf = async (room: Room): Promise<unknown> =>
  (await world.sql('select last_seq, comment_count from transcripts where id = $1', [room.id]))[0];

test('fifty writers at once on one transcript: numbers from 1 without a gap, every counter right', async () => {
  const room = await makeRoom(owner, 'PUBLIC');
  const writers = Array.from({ length: 50 }, (_, i) => (i % 10 === 0 ? owner : authors[i % authors.length]!));
  const posted = await Promise.all(writers.map((writer, i) => add(writer, { room, body: `comment ${i}` })));
  const numbers = posted.map(({ seq }) => seq).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(await countersOf(room)).toEqual({ last_seq: 50, comment_count: 50 });
  const bySeq = new Map(posted.map(({ seq, id }) => [seq, id]));
  expect((await eventsOf(room)).map(({ seq, id }) => [seq, id])).toEqual(
    numbers.map((seq) => [seq, bySeq.get(seq)]),
  );
  expect(
    await world.sql(
      `select count(*)::int as news, count(distinct payload->>'commentId')::int as comments from outbox_messages
       where kind = 'commentPosted' and payload->>'transcriptId' = $1`,
      [room.id],
    ),
  ).toEqual([{ news: 50, comments: 50 }]);
});

test('ten ids, each sent by five at once, to two transcripts: each stands once, and no number is lost', async () => {
  const rooms = await Promise.all([makeRoom(owner, 'PUBLIC'), makeRoom(owner, 'PUBLIC')]);
  const ids = Array.from({ length: 10 }, () => v7());
  await Promise.all(
    ids.flatMap((id, i) =>
      authors.map((author) => tryAdd(author, { room: rooms[i % 2]!, id, body: 'whose is it?' })),
    ),
  );
  for (const room of rooms) {
    expect((await eventsOf(room)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(await countersOf(room)).toEqual({ last_seq: 5, comment_count: 5 });
  }
});

test('while comments are posted others are answered and removed: the log has every number', async () => {
  const room = await makeRoom(owner, 'PUBLIC');
  const tops = await Promise.all(authors.map((author) => add(author, { room, body: 'question' })));
  await Promise.all(
    tops.flatMap(({ id: parentId }, i) => [
      add(owner, { room, body: 'answer', parentId }),
      add(authors[i]!, { room, body: 'thanks', parentId }),
      add(authors[i]!, { room, body: 'another question' }),
      tryRemove(authors[i]!, parentId),
    ]),
  );
  expect((await eventsOf(room)).map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  expect(await countersOf(room)).toEqual({ last_seq: 25, comment_count: 15 });
});

test('an answer that its writer sends five times at once stands once, and answers once', async () => {
  const room = await makeRoom(owner, 'PUBLIC');
  const { id: parentId } = await add(authors[0]!, { room, body: 'question' });
  const id = v7();
  const told = await Promise.all(
    Array.from({ length: 5 }, () => add(owner, { room, id, body: 'answer', parentId })),
  );
  expect(new Set(told.map(({ seq }) => seq))).toEqual(new Set([2]));
  expect(await countersOf(room)).toEqual({ last_seq: 2, comment_count: 2 });
  const [question] = await commentsByIds(world.system(), [parentId]);
  expect(question?.answeredAt?.toISOString()).toBe(told[0]?.createdAt);
});

test('the log keeps of every comment, however it was posted, what the comment says of itself', async () => {
  const room = await makeRoom(owner, 'PUBLIC');
  const guest = await enter(world, room, '小王 "Q" \\ <b>');
  const top = await add(authors[0]!, { room, body: '第一 \\u0041 "quoted"\n😀' });
  const byOwner = await add(owner, { room, body: 'by the owner' });
  const reply = await add(guest, { room, body: 'a reply', parentId: top.id });
  const ids = [
    top.id,
    byOwner.id,
    reply.id,
    (await add(authors[1]!, { room, body: 'a reply to a reply', parentId: reply.id })).id,
    (await add(owner, { room, body: 'an answer to it', parentId: reply.id })).id,
    (await add(guest, { room, body: 'by a guest' })).id,
  ];
  const stored = await commentsByIds(world.system(), ids);
  const expected = stored.map((comment) => {
    const { seq: _, ...posted } = { ...comment!, answeredAt: null };
    return payloadOf(posted);
  });
  expect((await eventsOf(room)).map(({ payload }) => payload)).toEqual(expected);
});

test('without an id the house makes one, and the same words again are another comment', async () => {
  const room = await makeRoom(owner, 'PUBLIC');
  const post = (): Promise<{ addComment: { comment: { id: string } } }> =>
    authors[0]!.data(
      `mutation ($input: AddCommentInput!) { addComment(input: $input) { ... on AddCommentSuccess { comment { id } } } }`,
      { input: { transcriptId: room.id, body: 'again' } },
    );
  const [first, second] = [(await post()).addComment.comment.id, (await post()).addComment.comment.id];
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(second).not.toBe(first);
  expect(await countersOf(room)).toEqual({ last_seq: 2, comment_count: 2 });
});
