import { describe, expect, test } from '@jest/globals';
import { ReplicaProgress } from './replica-progress.ts';

describe('how complete a replica is', () => {
  const progress = new ReplicaProgress(5_000);
  progress.note(1_000, 100);
  progress.note(2_000, 200);
  progress.note(3_000, 300);

  test('is told by the newest mark that it has passed', () => {
    expect(progress.completeUpTo(300)).toBe(3_000);
    expect(progress.completeUpTo(299)).toBe(2_000);
    expect(progress.completeUpTo(100)).toBe(1_000);
  });

  test('is unknown before the oldest mark', () => {
    expect(progress.completeUpTo(99)).toBeNull();
  });

  test('is unknown once the marks that it has passed are too old to matter', () => {
    progress.note(9_000, 400);
    expect(progress.completeUpTo(300)).toBeNull();
    expect(progress.completeUpTo(400)).toBe(9_000);
  });

  test('is unknown while nothing was noted', () => {
    expect(new ReplicaProgress(1_000).completeUpTo(1)).toBeNull();
  });
});
