import { expect, test } from '@jest/globals';

import { createHeirJournal, createJournalWriter, type JournalStore } from './journal.ts';

/** A machine's storage that may be full, and that takes its time where asked. */
function aMachine() {
  const kept = new Map<string, unknown>();
  const disk = { error: undefined as Error | undefined, waiting: undefined as (() => void)[] | undefined };
  const asked: unknown[] = [];
  const act = async (change: () => void): Promise<void> => {
    if (disk.waiting !== undefined) await new Promise<void>((resolve) => disk.waiting?.push(resolve));
    if (disk.error !== undefined) throw disk.error;
    change();
  };
  const store: JournalStore = {
    readAll: async () => new Map(kept),
    put: (key, value) => {
      asked.push(value);
      return act(() => kept.set(key, value));
    },
    remove: (key) => act(() => kept.delete(key)),
  };
  return { kept, disk, asked, store, journal: createJournalWriter(store) };
}

test('every key is asked to be written in the very moment of its press', () => {
  const { asked, journal } = aMachine();
  journal.putLatest('draft', 'a');
  journal.putLatest('draft', 'ab');
  expect(asked).toEqual(['a', 'ab']);
});

test('a slow disk gets the newest text, not every one before it', async () => {
  const { asked, journal, kept, disk } = aMachine();
  disk.waiting = [];
  for (const text of ['a', 'ab', 'abc', 'abcd', 'abcde']) journal.putLatest('draft', text);
  while (disk.waiting.length > 0) {
    disk.waiting.splice(0).forEach((go) => go());
    await new Promise(setImmediate);
  }
  await journal.settled();
  expect(asked).toEqual(['a', 'ab', 'abcde']);
  expect(kept.get('draft')).toBe('abcde');
});

test('what waits for its turn is gone when its key is removed', async () => {
  const { journal, kept, disk } = aMachine();
  disk.waiting = [];
  for (const text of ['a', 'ab', 'abc']) journal.putLatest('draft', text);
  void journal.remove('draft');
  while (disk.waiting.length > 0) {
    disk.waiting.splice(0).forEach((go) => go());
    await new Promise(setImmediate);
  }
  await journal.settled();
  expect(kept.size).toBe(0);
});

test('a full disk is told from a browser that keeps nothing', async () => {
  const { journal, disk } = aMachine();
  disk.error = new DOMException('no room', 'QuotaExceededError');
  await journal.put('entry', 'text');
  expect(journal.fault.value).toBe('full');
  disk.error = new DOMException('private', 'InvalidStateError');
  await journal.put('entry', 'text');
  expect(journal.fault.value).toBe('blocked');
});

test('one write that succeeds does not hide another that did not, and room on the disk mends all', async () => {
  const { journal, disk, kept } = aMachine();
  disk.error = new DOMException('no room', 'QuotaExceededError');
  await journal.put('large', 'a whole segment');
  await journal.remove('other');
  expect(journal.isFailing.value).toBe(true);
  disk.error = undefined;
  await journal.put('small', 'x');
  await journal.settled();
  expect(journal.isFailing.value).toBe(false);
  expect([...kept.keys()].sort()).toEqual(['large', 'small']);
});

test('a write that fails after a newer one of its key was asked is not asked again', async () => {
  const { journal, disk, kept } = aMachine();
  disk.waiting = [];
  const full = new DOMException('no room', 'QuotaExceededError');
  const answer = async (error?: Error): Promise<void> => {
    disk.error = error;
    disk.waiting?.shift()?.();
    await new Promise(setImmediate);
  };
  journal.putLatest('draft', 'line');
  void journal.remove('draft');
  await answer(full);
  await answer();
  expect(journal.fault.value).toBeNull();
  journal.putLatest('line', 'v1');
  journal.putLatest('line', 'v2');
  await answer(full);
  await answer();
  while (disk.waiting.length > 0) await answer();
  await journal.settled();
  expect([...kept]).toEqual([['line', 'v2']]);
});

test('a journal that follows another takes over what stands there, once', async () => {
  const own = aMachine();
  const old = aMachine();
  own.kept.set('draft', 'newer');
  old.kept.set('draft', 'older').set('entry/1', 'line');
  const heir = createHeirJournal(own.store, old.store);
  expect([...(await heir.readAll())].sort()).toEqual([
    ['draft', 'newer'],
    ['entry/1', 'line'],
  ]);
  expect(old.kept.size).toBe(0);
  expect(own.kept.get('entry/1')).toBe('line');
});
