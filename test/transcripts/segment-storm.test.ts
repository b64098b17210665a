import { expect, test } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import { openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();

const numbersOf = async (room: Room): Promise<readonly unknown[]> =>
  (await world.sql('select seq from transcript_events where transcript_id = $1 order by seq', [room.id])).map(
    ({ seq }) => seq,
  );

const firstAndLast = async (room: Room): Promise<unknown> =>
  (
    await world.sql(
      `select first_segment_at is not null as "hasBegun", last_activity_at = first_segment_at as "isFirst"
       from live_sessions where transcript_id = $1 and ended_at is null`,
      [room.id],
    )
  )[0];

const revise = (owner: SignedInClient, input: object): Promise<{ reviseSegment: { __typename: string } }> =>
  owner.data(`mutation ($input: ReviseSegmentInput!) { reviseSegment(input: $input) { __typename } }`, {
    input,
  });

test('segments sent and corrected at once: the log has every number, the counters are right', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const first = await say(owner, room.id, 'zero');
  const [before] = (await numbersOf(room)).slice(-1) as number[];
  const all = await Promise.all([
    ...Array.from({ length: 30 }, (_, i) => say(owner, room.id, `segment ${i}`)),
    ...Array.from({ length: 10 }, async () => {
      const { reviseSegment } = await revise(owner, {
        id: first.segment?.id,
        baseRevision: 1,
        text: 'nought',
      });
      return reviseSegment;
    }),
  ]);
  const kinds = all.map(({ __typename }) => __typename);
  expect(kinds.filter((kind) => kind === 'AppendSegmentSuccess')).toHaveLength(30);
  // The same words on the same base are the same correction: one made it, the others found it made.
  expect(kinds.filter((kind) => kind === 'ReviseSegmentSuccess')).toHaveLength(10);
  const numbers = await numbersOf(room);
  expect(numbers).toEqual(Array.from({ length: before! + 31 }, (_, i) => i + 1));
  expect(
    await world.sql(
      `select t.last_seq, t.segment_count, t.character_count = sum(char_length(s.text)) as "isCounted"
       from transcripts t join segments s on s.transcript_id = t.id where t.id = $1 group by t.id`,
      [room.id],
    ),
  ).toEqual([{ last_seq: before! + 31, segment_count: 31, isCounted: true }]);
});

test('of two corrections on the same base one stands, and the other is told what does', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const { segment } = await say(owner, room.id, 'teh');
  const told = await Promise.all(
    ['the', 'then'].map((text) => revise(owner, { id: segment?.id, baseRevision: 1, text })),
  );
  expect(told.map(({ reviseSegment }) => reviseSegment.__typename).toSorted()).toEqual([
    'ReviseSegmentSuccess',
    'SegmentConflict',
  ]);
});

/** What happens in a transaction of somebody else while a segment waits for the transcript's row. */
async function meanwhile(
  room: Room,
  changes: readonly string[],
  act: () => Promise<unknown>,
): Promise<unknown> {
  const other = new pg.Client({ connectionString: world.app.house.config.databaseUrl! });
  await other.connect();
  await other.query('begin');
  await other.query('select 1 from transcripts where id = $1 for update', [room.id]);
  const outcome = act();
  while (!(await isAnybodyWaiting())) await new Promise(setImmediate);
  for (const change of changes) await other.query(change, [room.id]);
  await other.query('commit');
  await other.end();
  return outcome;
}

const isAnybodyWaiting = async (): Promise<boolean> =>
  (
    await world.sql(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).length > 0;

const endSession = `update live_sessions set ended_at = now() where transcript_id = $1`;

test('a segment that waits while the session is ended is not written', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const before = await numbersOf(room);
  const changes = [endSession, `update transcripts set status = 'ENDED' where id = $1`];
  expect(await meanwhile(room, changes, () => say(owner, room.id, 'too late'))).toMatchObject({
    __typename: 'TranscriptNotLive',
  });
  expect(await numbersOf(room)).toEqual(before);
});

test('a segment that waits while one session ends and another begins starts the other’s meter', async () => {
  const owner = await world.member();
  const room = await openRoom(owner);
  const id = v7();
  const changes = [
    endSession,
    `insert into live_sessions (id, transcript_id, member_id, started_at, last_activity_at)
     select '${id}', t.id, t.owner_id, now(), now() from transcripts t where t.id = $1`,
    `update transcripts set last_seq = last_seq + 0 where id = $1`,
  ];
  expect(await meanwhile(room, changes, () => say(owner, room.id, 'in the new one'))).toMatchObject({
    __typename: 'AppendSegmentSuccess',
  });
  expect(await firstAndLast(room)).toEqual({ hasBegun: true, isFirst: true });
});
