import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planMeeting, strokesOf } from './pace.rules.ts';

const timed = (startedMs: number | null, text = 'Right.') => ({
  speaker: null,
  text,
  startedMs,
  endedMs: null,
});

describe('strokes', () => {
  test('are one to three Chinese characters or a word, with the signs behind them', () => {
    expect(strokesOf('Hello, you there.').map(({ text }) => text)).toEqual(['Hello, ', 'you ', 'there.']);
    for (const { text } of strokesOf('中华人民共和国成立了，人民代表大会在北京召开。')) {
      expect([...text.replace(/[，。]/u, '')].length).toBeLessThanOrEqual(3);
    }
  });

  test('joined are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          strokesOf(text)
            .map((stroke) => stroke.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('a plan', () => {
  test('waits in silence for the next time, but never long enough to look dead', () => {
    const pauses = planMeeting([timed(9_000), timed(12_000), timed(3_600_000)]).map(
      ({ pauseBeforeMs }) => pauseBeforeMs,
    );
    expect(pauses[0]).toBe(0);
    expect(Math.round(pauses[1] ?? 0)).toBe(3000 - Math.round(60_000 / 70));
    expect(pauses[2]).toBe(60_000);
  });

  test('types faster where the times stand close, within what hands can do', () => {
    const long = 'word '.repeat(70);
    const [inTime, rushed] = planMeeting([timed(0, long), timed(30_000, long), timed(30_000, long)]);
    const lasts = (planned: typeof inTime) =>
      planned?.strokes.reduce((sum, { durationMs }) => sum + durationMs, 0);
    expect(Math.round(lasts(inTime) ?? 0)).toBe(30_000);
    expect(Math.round(lasts(rushed) ?? 0)).toBe(15_000);
  });

  test('shares a time among the paragraphs under it', () => {
    const long = 'word '.repeat(35);
    const plan = planMeeting([timed(0, long), timed(null, long), timed(30_000)]);
    const total = plan
      .slice(0, 2)
      .flatMap(({ strokes, pauseBeforeMs }) => [pauseBeforeMs, ...strokes.map((s) => s.durationMs)]);
    expect(Math.round(total.reduce((sum, ms) => sum + ms, 0))).toBe(30_000);
  });

  test('survives times that go back', () => {
    for (const { pauseBeforeMs } of planMeeting([timed(9_000), timed(1_000), timed(2_000)])) {
      expect(pauseBeforeMs).toBeGreaterThanOrEqual(0);
    }
  });
});
