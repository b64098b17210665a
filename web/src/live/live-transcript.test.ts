import { describe, expect, test } from '@jest/globals';

import { ApiError, NetworkError } from '../api/client.ts';
import { sessionEndedCloseCode } from '../api/socket.ts';
import type { FeedEvent } from './apply-event.ts';
import { draftKeptMs } from './draft-watch.ts';
import { createLiveTranscript } from './live-transcript.ts';
import { aClock, aRoom, aSegment, aSnapshot, appended, until } from './testing/room.fixture.ts';

async function openRoom(lastSeq = 2, loaded = lastSeq) {
  const room = aRoom(aSnapshot(lastSeq, loaded));
  const clock = aClock();
  const live = createLiveTranscript(room.transport, clock);
  await until(() => live.connection.value.kind === 'live', 'the room');
  return { room, clock, live };
}

describe('a live transcript', () => {
  test('shows the snapshot and follows the feed from its last number', async () => {
    const { room, live } = await openRoom();
    room.happen(appended(3));
    expect(room.asked).toEqual([2]);
    expect(live.allSegments().map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('asks the log again from what was applied when a number is missing', async () => {
    const { room, live } = await openRoom();
    room.misbehave(appended(5));
    expect(room.asked).toEqual([2, 2]);
    expect(room.openFeedCount()).toBe(1);
    expect(live.segmentCount.value).toBe(2);
  });

  test('shows nothing twice', async () => {
    const { room, live } = await openRoom();
    room.happen(appended(3));
    room.misbehave(appended(3));
    expect(live.segmentCount.value).toBe(3);
  });

  test('brings older text on demand', async () => {
    const { live } = await openRoom(8, 2);
    expect(live.hasOlderSegments.value).toBe(true);
    await live.loadOlderSegments();
    expect(live.allSegments().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(live.hasOlderSegments.value).toBe(false);
  });
});

test('a line that nobody renews goes after a minute, and another’s stays', async () => {
  const { room, clock, live } = await openRoom();
  const draft = (writerKey: string): FeedEvent => ({
    __typename: 'DraftShown',
    writer: { displayName: writerKey },
    speaker: null,
    writerKey,
    text: `by ${writerKey}`,
  });
  const shown = (): readonly string[] => live.drafts.value.map(({ text }) => text);
  room.happen(draft('ada'));
  clock.advance(draftKeptMs / 2);
  room.happen(draft('ben'));
  clock.advance(draftKeptMs / 2 - 1);
  expect(shown()).toEqual(['by ada', 'by ben']);
  clock.advance(1);
  expect(shown()).toEqual(['by ben']);
  room.happen(draft('ben'));
  clock.advance(draftKeptMs - 1);
  expect(shown()).toEqual(['by ben']);
});

describe('an outage', () => {
  test('is made good in order, and says how long it was and what it would have cost', async () => {
    const { room, clock, live } = await openRoom();
    room.cut(clock.now());
    expect(live.connection.value.kind).toBe('offline');
    for (const seq of [3, 4, 5]) room.happen(appended(seq));
    room.happen({ __typename: 'SegmentRevised', seq: 6, segment: aSegment(3, 2) });
    clock.advance(60_000);
    expect(live.segmentCount.value).toBe(2);
    room.mend();
    await until(() => live.caughtUp.value !== null, 'the news');
    expect(live.caughtUp.value).toEqual({ missed: 3, outageMs: 60_000 });
    expect(live.connection.value.kind).toBe('live');
    expect(live.allSegments().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(room.asked).toEqual([2, 2]);
  });

  test('is catching up, and not live, until the last missed event is there', async () => {
    const { room, clock, live } = await openRoom();
    room.cut(clock.now());
    room.answers.lastSeq = 4;
    room.mend();
    await until(() => live.connection.value.kind === 'catchingUp', 'catching up');
    room.happen(appended(3));
    await Promise.resolve();
    expect(live.connection.value.kind).toBe('catchingUp');
    room.happen(appended(4));
    await until(() => live.connection.value.kind === 'live', 'being live');
  });

  test('is made good also when the first question where the log ends fails while the feed goes on', async () => {
    const { room, clock, live } = await openRoom();
    room.cut(clock.now());
    room.happen(appended(3));
    room.answers.isOutOfReach = true;
    room.mend();
    await until(() => room.answers.failures === 1, 'the failed question');
    room.happen(appended(4));
    room.answers.isOutOfReach = false;
    clock.advance(3_000);
    await until(() => live.connection.value.kind === 'live', 'being live');
    expect(live.caughtUp.value?.missed).toBe(2);
  });

  test('of the feed alone is over also when the line drops and comes back before the feed is asked for again', async () => {
    const { room, clock, live } = await openRoom();
    room.refuse(new ApiError({ code: 'INTERNAL', message: 'Oops' }));
    room.cut(clock.now());
    room.happen(appended(3));
    room.answers.isOutOfReach = true;
    room.mend();
    await until(() => room.answers.failures === 1, 'the failed question');
    room.answers.isOutOfReach = false;
    clock.advance(3_000);
    await until(() => live.connection.value.kind === 'live', 'being live');
    expect(live.segmentCount.value).toBe(3);
  });

  test('is not over at what a cut before the last one would have had to bring', async () => {
    const { room, clock, live } = await openRoom();
    room.cut(clock.now());
    room.answers.lastSeq = 3;
    room.mend();
    await until(() => live.connection.value.kind === 'catchingUp', 'catching up');
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    room.cut(clock.now());
    room.answers.lastSeq = 5;
    room.mend();
    room.happen(appended(3));
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(live.connection.value.kind).toBe('catchingUp');
  });

  test('in which nothing was missed is no news', async () => {
    const { room, clock, live } = await openRoom();
    room.cut(clock.now());
    room.mend();
    await until(() => live.connection.value.kind === 'live', 'being live');
    expect(live.caughtUp.value).toBeNull();
  });

  test('takes away the line that was being typed when it began', async () => {
    const { room, clock, live } = await openRoom();
    room.happen({
      __typename: 'DraftShown',
      writerKey: 'ada',
      writer: { displayName: 'Ada' },
      speaker: null,
      text: 'hal',
    });
    expect(live.draft.value?.text).toBe('hal');
    room.cut(clock.now());
    expect(live.draft.value).toBeNull();
  });

  test('at the first load is tried again by itself', async () => {
    const room = aRoom(aSnapshot(1));
    const clock = aClock();
    const answers = [() => Promise.reject(new NetworkError('down')), room.transport.loadSnapshot];
    const loadSnapshot = () => (answers.shift() ?? room.transport.loadSnapshot)();
    const live = createLiveTranscript({ ...room.transport, loadSnapshot }, clock);
    await until(() => live.connection.value.kind === 'failed', 'the failure');
    clock.advance(3_000);
    await until(() => live.connection.value.kind === 'live', 'the second try');
  });
});

describe('the words beside the lamp', () => {
  test('say that the host is quiet after ten seconds, and live again with the next word', async () => {
    const { room, clock, live } = await openRoom();
    clock.advance(10_000);
    expect(live.connection.value.kind).toBe('quiet');
    room.happen({
      __typename: 'DraftShown',
      writerKey: 'ada',
      writer: { displayName: 'Ada' },
      speaker: null,
      text: 'a',
    });
    expect(live.connection.value.kind).toBe('live');
  });
});

describe('the right to read', () => {
  test('ends with an explanation, and the text stays', async () => {
    const { room, live } = await openRoom();
    room.refuse(new ApiError({ code: 'ACCESS_REVOKED', message: 'The password was changed.' }));
    expect(live.connection.value).toEqual({
      kind: 'ended',
      reason: 'accessRevoked',
      message: 'The password was changed.',
    });
    expect(live.segmentCount.value).toBe(2);
    expect(room.openFeedCount()).toBe(0);
  });

  test('is looked at again when the socket is closed because a session ended', async () => {
    const { room, clock, live } = await openRoom();
    room.answers.lastSeq = null;
    room.cut(clock.now(), sessionEndedCloseCode);
    await until(() => live.connection.value.kind === 'ended', 'the end');
  });

  test('that was never there looks like a transcript that is not there', async () => {
    const live = createLiveTranscript(aRoom(null).transport, aClock());
    await until(() => live.connection.value.kind === 'ended', 'the end');
    expect(live.connection.value).toMatchObject({ reason: 'notFound' });
  });

  test('is not lost by a passing fault of the server', async () => {
    const { room, clock, live } = await openRoom();
    room.refuse(new ApiError({ code: 'INTERNAL', message: 'Oops' }));
    expect(live.connection.value.kind).toBe('offline');
    room.happen(appended(3));
    clock.advance(3_000);
    await until(() => live.connection.value.kind === 'live', 'being live');
    expect(live.segmentCount.value).toBe(3);
  });
});
