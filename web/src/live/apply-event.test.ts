import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  applyEvent,
  applyStrays,
  fromSnapshot,
  type FeedEvent,
  type TranscriptState,
} from './apply-event.ts';
import { blockSegmentsMax, prependSegments, toSegments } from './segment-blocks.ts';
import { aComment, aSegment, aSnapshot, appended } from './testing/room.fixture.ts';

const draft = (text: string, writerKey = 'ada'): FeedEvent => ({
  __typename: 'DraftShown',
  writer: { displayName: 'Ada' },
  speaker: null,
  writerKey,
  text,
});
const textsOf = (state: TranscriptState): readonly string[] =>
  toSegments(state.blocks).map(({ text }) => text);
const applyAll = (state: TranscriptState, events: readonly FeedEvent[]): TranscriptState =>
  events.reduce((current, event) => applyEvent(current, event).state, state);

describe('an event of the feed', () => {
  test('is applied when it is the next one', () => {
    const { outcome, state } = applyEvent(fromSnapshot(aSnapshot(2)), appended(3));
    expect(outcome).toBe('applied');
    expect(state.seq).toBe(3);
    expect(textsOf(state)).toHaveLength(3);
  });

  test('changes nothing when its number was applied before', () => {
    const before = fromSnapshot(aSnapshot(2));
    const { outcome, state } = applyEvent(before, { ...appended(2), segment: aSegment(2, 9) } as FeedEvent);
    expect(outcome).toBe('duplicate');
    expect(state).toBe(before);
  });

  test('changes nothing when a number before it is missing', () => {
    const before = fromSnapshot(aSnapshot(2));
    const { outcome, state } = applyEvent(before, appended(4));
    expect(outcome).toBe('gap');
    expect(state).toBe(before);
  });

  test('leaves a segment alone that the snapshot knew in a newer revision', () => {
    const state = applyAll(fromSnapshot(aSnapshot(1)), [
      { __typename: 'SegmentRevised', seq: 2, segment: aSegment(1, 3) },
      { __typename: 'SegmentRevised', seq: 3, segment: aSegment(1, 2) },
    ]);
    expect(textsOf(state)).toEqual(['text 1, revision 3']);
    expect(state.seq).toBe(3);
  });

  test('puts a segment where its position says, between two others', () => {
    const between = { ...aSegment(4), position: `${aSegment(1).position}V` };
    const state = applyAll(fromSnapshot(aSnapshot(3)), [
      draft('being typed'),
      { __typename: 'SegmentAppended', endsDraftOf: null, seq: 4, segment: between },
    ]);
    expect(toSegments(state.blocks).map(({ seq }) => seq)).toEqual([1, 4, 2, 3]);
    expect(state.drafts.map(({ text }) => text)).toEqual(['being typed']);
  });

  test('brings a segment back to its place, once, whatever waited for it', () => {
    const removal: FeedEvent = { __typename: 'SegmentRemoved', seq: 5, segmentId: 'segment-3' };
    const back: FeedEvent = {
      __typename: 'SegmentAppended',
      endsDraftOf: null,
      seq: 6,
      segment: aSegment(3, 2),
    };
    const state = applyAll(fromSnapshot(aSnapshot(4, 2)), [removal, back]);
    expect(textsOf(state)).toEqual(['text 3, revision 2', 'text 4, revision 1']);
    // The removal of one that nobody knew here waits for its page; brought back meanwhile, it stays.
    const unknown: FeedEvent = { __typename: 'SegmentRemoved', seq: 7, segmentId: 'segment-9' };
    const known: FeedEvent = {
      __typename: 'SegmentAppended',
      endsDraftOf: null,
      seq: 8,
      segment: aSegment(9, 2),
    };
    expect(textsOf(applyStrays(applyAll(state, [unknown, known])))).toContain('text 9, revision 2');
  });

  test('keeps what is brought back on a page not loaded yet until that page comes', () => {
    const state = applyAll(fromSnapshot(aSnapshot(4, 2)), [
      { __typename: 'SegmentRemoved', seq: 5, segmentId: 'segment-1' },
      { __typename: 'SegmentAppended', endsDraftOf: null, seq: 6, segment: aSegment(1, 2) },
    ]);
    expect(textsOf(state)).toEqual(['text 3, revision 1', 'text 4, revision 1']);
    const whole = {
      ...state,
      blocks: prependSegments(state.blocks, [aSegment(1), aSegment(2)]),
      olderSegmentsCursor: null,
    };
    expect(textsOf(applyStrays(whole))[0]).toBe('text 1, revision 2');
  });

  test('removes a segment, and the block that it leaves empty', () => {
    const state = applyAll(fromSnapshot(aSnapshot(1)), [
      { __typename: 'SegmentRemoved', seq: 2, segmentId: 'segment-1' },
    ]);
    expect(state.blocks).toEqual([]);
  });

  test('of the transcript itself changes what it names and keeps the rest', () => {
    const transcript = {
      id: 'transcript',
      leadWriter: { displayName: 'Ada' },
      title: 'New title',
      status: 'ENDED',
      visibility: 'PUBLIC',
      commentMode: 'OPEN',
      startedAt: null,
      endedAt: null,
    } as const;
    const state = applyAll(fromSnapshot(aSnapshot(1)), [
      { __typename: 'TranscriptChanged', seq: 2, transcript },
    ]);
    expect(state.facts).toMatchObject({ title: 'New title', status: 'ENDED', viewerCanComment: true });
  });
});

describe('the line being typed', () => {
  test('is the latest one shown, and an empty one takes it away', () => {
    const shown = applyAll(fromSnapshot(aSnapshot(0)), [draft('h'), draft('he')]);
    expect(shown.drafts.map(({ text }) => text)).toEqual(['he']);
    expect(applyEvent(shown, draft('')).state.drafts).toEqual([]);
  });

  test('goes when its segment is appended', () => {
    const state = applyAll(fromSnapshot(aSnapshot(0)), [draft('hello'), appended(1)]);
    expect(state.drafts).toEqual([]);
  });

  test('is one for each who types, and a segment ends its own writer’s alone', () => {
    const both = applyAll(fromSnapshot(aSnapshot(0)), [
      draft('one', 'ada'),
      draft('two', 'ben'),
      draft('one!', 'ada'),
    ]);
    expect(both.drafts.map(({ text }) => text)).toEqual(['one!', 'two']);
    const { state } = applyEvent(both, appended(1, 'ada'));
    expect(state.drafts.map(({ text }) => text)).toEqual(['two']);
    expect(applyEvent(state, draft('', 'ada')).state.drafts).toHaveLength(1);
  });
});

test('how many read along carries no number and moves nothing', () => {
  const state = applyAll(fromSnapshot(aSnapshot(3)), [{ __typename: 'AudienceCounted', count: 37 }]);
  expect([state.seq, state.audience]).toEqual([3, 37]);
});

describe('comments', () => {
  test('stand under their parent in the order of their numbers', () => {
    const state = applyAll(fromSnapshot(aSnapshot(0)), [
      { __typename: 'CommentPosted', seq: 1, comment: aComment(1) },
      { __typename: 'CommentPosted', seq: 2, comment: aComment(2, 'comment-1') },
    ]);
    expect(state.threads).toHaveLength(1);
    expect(state.threads[0]?.replies.map(({ id }) => id)).toEqual(['comment-2']);
  });

  test('keep their place when they are removed, without their words', () => {
    const state = applyAll(fromSnapshot(aSnapshot(0)), [
      { __typename: 'CommentPosted', seq: 1, comment: aComment(1) },
      { __typename: 'CommentRemoved', seq: 2, commentId: 'comment-1' },
    ]);
    expect(state.threads[0]?.comment).toMatchObject({ isRemoved: true, body: '' });
  });
});

describe('a change of what is not on the page', () => {
  test('is applied when an older page brings it, however stale that page is', () => {
    const state = applyAll(fromSnapshot(aSnapshot(3, 1)), [
      { __typename: 'SegmentRevised', seq: 4, segment: aSegment(1, 2) },
      { __typename: 'SegmentRemoved', seq: 5, segmentId: 'segment-2' },
    ]);
    const stalePage = [aSegment(1), aSegment(2)];
    const merged = applyStrays({ ...state, blocks: prependSegments(state.blocks, stalePage) });
    expect(textsOf(merged)).toEqual(['text 1, revision 2', 'text 3, revision 1']);
    expect(merged.strays).toEqual([]);
  });
});

describe('a long transcript', () => {
  test('keeps every block but the last as it was when a segment is appended', () => {
    const before = fromSnapshot(aSnapshot(blockSegmentsMax * 100));
    const { state } = applyEvent(before, appended(blockSegmentsMax * 100 + 1));
    const kept = state.blocks.filter((block) => before.blocks.includes(block));
    expect(state.blocks.length - kept.length).toBe(1);
  });

  test('comes out the same whatever is repeated or comes too early', () => {
    const events = Array.from({ length: 30 }, (_, index) => appended(index + 1));
    const whole = applyAll(fromSnapshot(aSnapshot(0)), events);
    fc.assert(
      fc.property(fc.array(fc.nat(29)), (disturbances) => {
        const disturbed = disturbances.flatMap((index) => events.slice(index, index + 3));
        const state = applyAll(applyAll(fromSnapshot(aSnapshot(0)), disturbed), events);
        expect(textsOf(state)).toEqual(textsOf(whole));
        expect(state.seq).toBe(30);
      }),
    );
  });
});
