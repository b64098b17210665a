import { describe, expect, test } from '@jest/globals';

import type { SegmentWork } from '../../live/outbox.ts';
import { toBlocks, type SegmentBlocks } from '../../live/segment-blocks.ts';
import { aSegment } from '../../live/testing/room.fixture.ts';
import { standingLines, type StandingLine, type Work } from './standing-lines.ts';

const append = (segmentId: string, text = segmentId): SegmentWork => ({
  kind: 'append',
  segmentId,
  text,
  speaker: null,
  startedMs: null,
  endedMs: null,
});
const revise = (segmentId: string, text: string): SegmentWork => ({
  kind: 'revise',
  segmentId,
  text,
  speaker: null,
  baseRevision: null,
});
const work = (...entries: readonly SegmentWork[]): Work => entries.map((entry) => ({ entry, problem: null }));
const feed = (...ids: readonly string[]): SegmentBlocks =>
  toBlocks(ids.map((id, index) => ({ ...aSegment(index + 1), id })));
const wordsOf = (lines: readonly StandingLine[]): readonly string[] =>
  lines.map(({ text, isUnsent }) => `${text}${isUnsent ? ' (unsent)' : ''}`);

describe('a line that was committed here', () => {
  test('stands as unsent from its Enter on', () => {
    expect(wordsOf(standingLines([], work(append('a'), append('b')), feed()))).toEqual([
      'a (unsent)',
      'b (unsent)',
    ]);
  });

  test('stays between the answer of the server and the event of the feed', () => {
    const shown = standingLines([], work(append('a')), feed());
    expect(wordsOf(standingLines(shown, work(), feed()))).toEqual(['a']);
  });

  test('goes when the feed brings it', () => {
    const shown = standingLines([], work(append('a')), feed());
    expect(standingLines(shown, work(), feed('a'))).toEqual([]);
  });

  test('goes when the feed has a later one: it was taken away elsewhere meanwhile', () => {
    const shown = standingLines([], work(append('a'), append('b')), feed());
    expect(standingLines(shown, work(), feed('b'))).toEqual([]);
  });

  test('reads as it was corrected before it was sent, and keeps those words afterwards', () => {
    const shown = standingLines([], work(append('a'), revise('a', 'better')), feed());
    expect(wordsOf(shown)).toEqual(['better (unsent)']);
    expect(wordsOf(standingLines(shown, work(), feed()))).toEqual(['better']);
  });

  test('does not stand in the text when the server refused it', () => {
    const shown = standingLines([], work(append('a')), feed());
    const refused: Work = [{ entry: append('a'), problem: { message: 'too long' } }];
    expect(standingLines(shown, refused, feed())).toEqual([]);
  });
});
