import { signal } from '@preact/signals';
import { describe, expect, test } from '@jest/globals';

import { prependSegments, putSegment, toBlocks, toSegments, type Segment } from '../live/segment-blocks.ts';
import { createShownText, settledMs, type ShowRule } from './shown-text.ts';

const beginMs = Date.parse('2026-11-22T09:00:00Z');

function segment(n: number, more: Partial<Segment> = {}): Segment {
  return {
    id: `s${n}`,
    seq: n,
    position: String(n).padStart(10, '0'),
    speaker: null,
    text: `line ${n}`,
    startedMs: n * 1000,
    endedMs: null,
    revision: 1,
    checkedAt: null,
    createdAt: new Date(beginMs).toISOString(),
    ...more,
  };
}

/** A page that was opened on two old segments, a clock, and what is shown. */
function page(rule: ShowRule) {
  const nowMs = signal(beginMs + 10 * settledMs);
  const blocks = signal(toBlocks([segment(1), segment(2)]));
  const text = createShownText({ blocks, rule: signal(rule), nowMs });
  return {
    nowMs,
    blocks,
    text,
    put: (next: Segment) => (blocks.value = putSegment(blocks.value, next)),
    shown: () => toSegments(text.blocks.value).map(({ id }) => id),
  };
}

const corrected: ShowRule = { isCorrected: true, delayMs: 0 };

describe('the corrected view', () => {
  test('shows a segment when it is checked', () => {
    const { put, shown, text } = page(corrected);
    put(segment(3));
    expect(shown()).toEqual(['s1', 's2']);
    expect(text.heldCount.value).toBe(1);
    put(segment(3, { revision: 2, checkedAt: new Date(beginMs).toISOString() }));
    expect(shown()).toEqual(['s1', 's2', 's3']);
    expect(text.heldCount.value).toBe(0);
  });

  test('shows what nobody has changed for a minute', () => {
    const { put, shown, nowMs } = page(corrected);
    put(segment(3));
    nowMs.value += settledMs - 1;
    put(segment(3, { revision: 2, text: 'better' }));
    nowMs.value += settledMs - 1;
    expect(shown()).toEqual(['s1', 's2']);
    nowMs.value += 1;
    expect(shown()).toEqual(['s1', 's2', 's3']);
  });

  test('keeps the order: what is checked waits for what stands before it', () => {
    const { put, shown, nowMs } = page(corrected);
    put(segment(3));
    put(segment(4, { checkedAt: new Date(beginMs).toISOString() }));
    expect(shown()).toEqual(['s1', 's2']);
    nowMs.value += settledMs;
    expect(shown()).toEqual(['s1', 's2', 's3', 's4']);
  });

  test('never takes back what it has shown', () => {
    const { put, shown } = page(corrected);
    expect(shown()).toEqual(['s1', 's2']);
    put(segment(2, { revision: 2, text: 'changed late' }));
    expect(shown()).toEqual(['s1', 's2']);
  });

  test('lets an older page in at once', () => {
    const { blocks, shown } = page(corrected);
    blocks.value = prependSegments(blocks.value, [segment(0)]);
    expect(shown()).toEqual(['s0', 's1', 's2']);
  });
});

test('the speed view shows all at once, and the very same blocks', () => {
  const { put, text, blocks } = page({ isCorrected: false, delayMs: 0 });
  put(segment(3));
  expect(text.blocks.value).toBe(blocks.value);
});

test('a delay shows each segment that much later', () => {
  const { put, shown, nowMs } = page({ isCorrected: false, delayMs: 5_000 });
  put(segment(3));
  nowMs.value += 4_999;
  expect(shown()).toEqual(['s1', 's2']);
  nowMs.value += 1;
  expect(shown()).toEqual(['s1', 's2', 's3']);
});
