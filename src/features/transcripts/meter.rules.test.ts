import { describe, expect, test } from '@jest/globals';
import { startedMinutes } from './meter.rules.ts';

const at = (seconds: number): Date => new Date(1_700_000_000_000 + seconds * 1000);

describe('the meter', () => {
  test('counts nothing while no segment was committed', () => {
    expect(startedMinutes({ firstSegmentAt: null, until: at(3_600) })).toBe(0);
  });

  test('counts the first minute from its first moment', () => {
    expect(startedMinutes({ firstSegmentAt: at(0), until: at(0) })).toBe(1);
    expect(startedMinutes({ firstSegmentAt: at(0), until: at(59.999) })).toBe(1);
  });

  test('counts the next minute as soon as it has started', () => {
    expect(startedMinutes({ firstSegmentAt: at(0), until: at(60) })).toBe(2);
    expect(startedMinutes({ firstSegmentAt: at(0), until: at(37 * 60 - 1) })).toBe(37);
  });

  test('never counts less than one when the clock has jumped back', () => {
    expect(startedMinutes({ firstSegmentAt: at(100), until: at(0) })).toBe(1);
  });
});
