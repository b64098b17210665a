import { describe, expect, test } from '@jest/globals';

import { createActs, type ActsKept } from './acts.ts';

const taken = (seq: number) => ({ fromSeq: seq, toSeq: seq });

describe('acts', () => {
  test('are taken back from the newest on, and done again from the last undone on', () => {
    const acts = createActs(() => undefined);
    acts.begin({ id: 'a', kind: 'append', segmentId: 's', isAddition: true });
    acts.begin({ id: 'b', kind: 'revise', segmentId: 's' });
    expect(acts.takeBack('undo', 'b2')).toMatchObject({ actId: 'b2', ofId: 'b', hides: null, isRedo: false });
    expect(acts.takeBack('undo', 'a2')).toMatchObject({ ofId: 'a', hides: 's', shows: null });
    expect(acts.takeBack('undo', 'c2')).toBeNull();
    expect(acts.takeBack('redo', 'a3')).toMatchObject({ ofId: 'a2', hides: null, shows: 's', isRedo: true });
    expect(acts.kept.value.undo.map(({ id }) => id)).toEqual(['a3']);
  });

  test('know the numbers that came after they were to be taken back', () => {
    const acts = createActs(() => undefined);
    acts.begin({ id: 'a', kind: 'many' });
    acts.took('a', taken(3));
    acts.takeBack('undo', 'a2');
    acts.took('a', taken(4));
    expect(acts.takenBy('a')).toEqual([taken(3), taken(4)]);
    acts.left('a');
    expect(acts.takenBy('a')).toEqual([]);
  });

  test('count numbers once that were told twice, because an answer was lost', () => {
    const acts = createActs(() => undefined);
    acts.begin({ id: 'a', kind: 'many' });
    for (const seq of [3, 4, 3]) acts.took('a', taken(seq));
    acts.takeBack('undo', 'a2');
    expect(acts.takenBy('a')).toEqual([taken(3), taken(4)]);
  });

  test('that were undone are forgotten with the next act', () => {
    const acts = createActs(() => undefined);
    acts.begin({ id: 'a', kind: 'remove' });
    acts.takeBack('undo', 'a2');
    acts.begin({ id: 'b', kind: 'append' });
    expect(acts.takeBack('redo', 'x')).toBeNull();
  });

  test('outlive a reload while one is being taken back, and are not kept longer', () => {
    const kept: (ActsKept | null)[] = [];
    const acts = createActs((now) => kept.push(now));
    acts.begin({ id: 'a', kind: 'append' });
    expect(kept).toEqual([]);
    acts.takeBack('undo', 'a2');
    const again = createActs(() => undefined);
    again.restore(structuredClone(kept.at(-1)!));
    again.took('a', taken(7));
    expect(again.takenBy('a')).toEqual([taken(7)]);
    acts.left('a');
    expect(kept.at(-1)).toBeNull();
  });
});
