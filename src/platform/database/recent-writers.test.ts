import { describe, expect, test } from '@jest/globals';
import { RecentWriters } from './recent-writers.ts';

describe('who wrote lately', () => {
  test('is known by actor, and the latest counts', () => {
    const writers = new RecentWriters(10);
    writers.note('a', 1);
    writers.note('b', 2);
    writers.note('a', 3);
    expect(writers.lastWriteOf(['a'])).toBe(3);
    expect(writers.lastWriteOf(['b'])).toBe(2);
    expect(writers.lastWriteOf(['b', 'a'])).toBe(3);
    expect(writers.lastWriteOf(['c'])).toBe(-Infinity);
    expect(writers.lastWriteOf([])).toBe(-Infinity);
  });

  test('errs on the side of the primary when there was no room to remember them all', () => {
    const writers = new RecentWriters(2);
    writers.note('a', 1);
    writers.note('b', 2);
    writers.note('c', 3);
    expect(writers.lastWriteOf(['a'])).toBe(1);
    expect(writers.lastWriteOf(['a stranger'])).toBe(1);
    expect(writers.lastWriteOf(['c'])).toBe(3);
    expect(writers.lastWriteOf([])).toBe(-Infinity);
  });
});
