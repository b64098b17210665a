import { computed, signal, type ReadonlySignal } from '@preact/signals';

import type { Note } from './note.ts';
import { notesFlag } from './notes-flag.ts';
import type { Notes } from './notes.ts';

/** Where this reader stopped reading. */
export interface ReadingMark {
  readonly segmentId: string;
  readonly position: string;
  readonly atMs: number;
}

/** What one reader has put on a text, on this device alone. */
export interface Annotations {
  readonly notesBySegment: ReadonlySignal<ReadonlyMap<string, readonly Note[]>>;
  readonly mark: ReadonlySignal<ReadingMark | null>;
  readonly setMark: (mark: ReadingMark | null) => void;
  /** The notes with all that can be done with them: their code comes when they are first wanted. */
  readonly open: () => Promise<Notes>;
}

const nothing: ReadonlyMap<string, readonly Note[]> = new Map();

/** Begins with what is kept on this device; notes are read only where there are any, or when they are opened. */
export function createAnnotations(transcriptId: string): Annotations {
  const notes = signal<Notes | null>(null);
  const mark = signal(keptMark(transcriptId));
  const opening: { promise?: Promise<Notes> } = {};
  const load = async (): Promise<Notes> => {
    const { openNotes } = await import('./notes.ts');
    return (notes.value = await openNotes(transcriptId));
  };
  const open = (): Promise<Notes> => (opening.promise ??= load());
  if (hasNotes(transcriptId)) void open();
  return {
    notesBySegment: computed(() => notes.value?.bySegment.value ?? nothing),
    mark,
    setMark: (wanted) => {
      mark.value = wanted;
      keepMark(transcriptId, wanted);
    },
    open,
  };
}

function hasNotes(transcriptId: string): boolean {
  try {
    return localStorage.getItem(notesFlag(transcriptId)) !== null;
  } catch {
    return false;
  }
}

function markKey(transcriptId: string): string {
  return `scribecast.mark.${transcriptId}`;
}

function keptMark(transcriptId: string): ReadingMark | null {
  return readMark(markKey(transcriptId));
}

/** A mark as it is kept under this key; null for whatever else stands there. */
export function readMark(key: string): ReadingMark | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<ReadingMark> | null;
    const { segmentId, position, atMs } = kept ?? {};
    const isMark = typeof segmentId === 'string' && typeof position === 'string' && typeof atMs === 'number';
    return isMark ? { segmentId, position, atMs } : null;
  } catch {
    return null;
  }
}

function keepMark(transcriptId: string, mark: ReadingMark | null): void {
  writeMark(markKey(transcriptId), mark);
}

export function writeMark(key: string, mark: ReadingMark | null): void {
  try {
    if (mark === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(mark));
  } catch {
    // Storage may be forbidden: the mark then holds for this visit.
  }
}
