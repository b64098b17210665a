import { expect, test } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import { feedDocument, openRoom, say, type FeedData } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld({ env: { LIMIT_REQUEST_MS: '500' } });

interface Posted {
  readonly transcriptFeed: {
    readonly seq?: number;
    readonly comment?: { readonly transcript: { title: string } };
  };
}

test('an event that could not be told is not told with a hole in it: its readers resume before it', async () => {
  const owner = await world.member();
  const room = await openRoom(owner, { title: '周会' });
  const document = `subscription ($id: ID!, $after: Int) { transcriptFeed(transcriptId: $id, after: $after) {
    ... on SegmentAppended { seq } ... on CommentPosted { seq comment { transcript { title } } } } }`;
  const feed = owner.subscribe<Posted>(document, { id: room.id, after: 0 });
  await say(owner, room.id, 'first');
  await feed.until(({ items }) => items.at(-1)?.transcriptFeed.seq !== undefined);
  const before = feed.items.at(-1)!.transcriptFeed.seq!;

  // The database answers nothing about transcripts for longer than a statement may take.
  const holder = new pg.Client({ connectionString: world.databaseUrl });
  await holder.connect();
  const input = { id: v7(), transcriptId: room.id, body: 'hello' };
  const posting = owner.request(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }`,
    { input },
  );
  await posting;
  const [event] = await world.sql(
    `select transcript_id as "transcriptId", seq, kind, subject_id as "subjectId", payload from transcript_events
     where transcript_id = $1 order by seq desc limit 1`,
    [room.id],
  );
  await feed.until(({ items }) => items.at(-1)!.transcriptFeed.seq === event!['seq']);
  await holder.query('begin');
  await holder.query('lock table transcripts in access exclusive mode');
  const next = { ...event, seq: Number(event!['seq']) + 1 };
  world.app.house.bus.publish({ name: 'transcriptLog', id: room.id }, next as never);
  await feed.until(({ isOver }) => isOver);
  await holder.query('rollback');
  await holder.end();
  expect(feed.items.every(({ transcriptFeed }) => transcriptFeed.seq !== next.seq)).toBe(true);
  expect(feed.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);

  const resumed = owner.subscribe<Posted>(document, { id: room.id, after: before });
  await resumed.until(({ items }) => items.length > 0);
  expect(resumed.items[0]?.transcriptFeed).toMatchObject({ comment: { transcript: { title: '周会' } } });
  await Promise.all([feed.close(), resumed.close()]);
});

test('a transcript’s id in capitals is the same transcript, live too', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const feed = owner.subscribe<FeedData>(feedDocument, { id: room.id.toUpperCase(), after: 0 });
  await say(owner, room.id, 'before');
  await feed.until(({ items }) =>
    items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'before'),
  );
  await say(owner, room.id, 'live');
  await feed.until(({ items }) =>
    items.some(({ transcriptFeed }) => transcriptFeed.segment?.text === 'live'),
  );
  await feed.close();
});
