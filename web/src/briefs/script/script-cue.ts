import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { cueLines } from './cue-lines.ts';

/** Where a script and its place are kept on this machine. */
export interface ScriptStore {
  readonly read: (key: 'lines' | 'place') => Promise<unknown>;
  readonly keep: (key: 'lines' | 'place', value: unknown) => Promise<void>;
  readonly drop: () => Promise<void>;
}

interface Place {
  /** The index of the line that comes next. */
  readonly at: number;
  /** The next line as the writer has changed it; null: as it stands in the script. */
  readonly edit: string | null;
}

/** A prepared text that is sent line by line (念稿). */
export interface ScriptCue {
  /** Resolves when what an earlier visit left is back. */
  readonly ready: Promise<void>;
  readonly lines: ReadonlySignal<readonly string[]>;
  readonly at: ReadonlySignal<number>;
  /** The line that would be sent now, with the writer's changes; null at the end or without a script. */
  readonly next: ReadonlySignal<string | null>;
  /** True once the place could not be kept here: a reload would lose it. */
  readonly isUnkept: ReadonlySignal<boolean>;
  /** Takes a script up from its first line; returns how many lines it has. */
  readonly load: (script: string) => number;
  readonly edit: (text: string) => void;
  /** Gives the next line to be sent and goes on; null where there is none. */
  readonly take: () => string | null;
  /** One line forth or back, without sending any. */
  readonly move: (by: 1 | -1) => void;
  readonly goTo: (at: number) => void;
  readonly drop: () => void;
}

/** Opens the script of a room. Every move is kept at once, so that a reload comes back to the same line. */
export function createScriptCue(store: ScriptStore): ScriptCue {
  const lines = signal<readonly string[]>([]);
  const place = signal<Place>({ at: 0, edit: null });
  const isUnkept = signal(false);
  const writing = { tail: Promise.resolve() };
  const inTurn = (write: () => Promise<void>): void => {
    writing.tail = writing.tail.then(write).then(
      () => void (isUnkept.value = false),
      () => void (isUnkept.value = true),
    );
  };
  const goTo = (at: number, edit: string | null = null): void => {
    place.value = { at: Math.min(Math.max(at, 0), lines.peek().length), edit };
    const kept = place.peek();
    inTurn(() => store.keep('place', kept));
  };
  const restore = async (): Promise<void> => {
    const kept = await store.read('lines').catch(() => undefined);
    const keptPlace = (await store.read('place').catch(() => undefined)) as Place | undefined;
    // What was loaded while this was read is the script that is wanted.
    if (lines.peek().length > 0 || !Array.isArray(kept)) return;
    lines.value = kept as readonly string[];
    place.value = keptPlace ?? { at: 0, edit: null };
  };
  const next = computed(() => place.value.edit ?? lines.value[place.value.at] ?? null);
  return {
    ready: restore(),
    lines,
    at: computed(() => place.value.at),
    next,
    isUnkept,
    load: (script) => {
      const cut = cueLines(script);
      lines.value = cut;
      inTurn(() => store.keep('lines', cut));
      goTo(0);
      return cut.length;
    },
    edit: (text) => {
      if (next.peek() !== null) goTo(place.peek().at, text);
    },
    take: () => {
      const text = next.peek();
      if (text === null) return null;
      goTo(place.peek().at + 1);
      return text.trim() === '' ? null : text;
    },
    move: (by) => goTo(place.peek().at + by),
    goTo: (at) => goTo(at),
    drop: () => {
      lines.value = [];
      place.value = { at: 0, edit: null };
      inTurn(store.drop);
    },
  };
}
