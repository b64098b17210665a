import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { createStore, get, set } from 'idb-keyval';

import type { Note } from './note.ts';
import { notesFlag } from './notes-flag.ts';

/** The notes of one transcript on this device. */
export interface Notes {
  /** In the order of the text. */
  readonly list: ReadonlySignal<readonly Note[]>;
  readonly bySegment: ReadonlySignal<ReadonlyMap<string, readonly Note[]>>;
  readonly put: (...notes: readonly Note[]) => void;
  readonly remove: (id: string) => void;
  /** Something could not be written down here: the page says so. */
  readonly isFailing: ReadonlySignal<boolean>;
}

/** Reads what is kept; a device that keeps nothing begins with none and says so at the first note. */
export async function openNotes(transcriptId: string): Promise<Notes> {
  const store = createStore('scribecast-notes', 'transcripts');
  const kept = await get<readonly Note[]>(transcriptId, store).catch(() => undefined);
  const list = signal<readonly Note[]>(kept ?? []);
  const isFailing = signal(false);
  const keep = (wanted: readonly Note[]): void => {
    list.value = wanted.toSorted((one, other) => one.startedMs - other.startedMs || one.start - other.start);
    raiseFlag(transcriptId);
    set(transcriptId, list.peek(), store).then(
      () => (isFailing.value = false),
      () => (isFailing.value = true),
    );
  };
  const without = (ids: readonly string[]): readonly Note[] =>
    list.peek().filter(({ id }) => !ids.includes(id));
  return {
    list,
    bySegment: computed(() => Map.groupBy(list.value, ({ segmentId }) => segmentId)),
    put: (...notes) => keep([...without(notes.map(({ id }) => id)), ...notes]),
    remove: (id) => keep(without([id])),
    isFailing,
  };
}

function raiseFlag(transcriptId: string): void {
  try {
    localStorage.setItem(notesFlag(transcriptId), '1');
  } catch {
    // The notes are there all the same; they are found when their panel is opened.
  }
}
