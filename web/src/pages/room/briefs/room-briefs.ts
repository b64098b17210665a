import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';

import { BriefsChangedDocument } from '../../../api/generated/briefs.ts';
import { request, socket } from '../../../api/server.ts';
import { createBriefBook, type BriefBook } from '../../../briefs/brief-book.ts';
import { keepSettings, readSettings, type BriefSettings } from '../../../briefs/brief-settings.ts';
import { createCandidateIndex, lineWith, type Candidate } from '../../../briefs/candidates.ts';
import { createCopyStore, createScriptStore } from '../../../briefs/device-stores.ts';
import { createBriefExpander, type CaretText, type Expansion } from '../../../briefs/expander.ts';
import { emptyMemory, finishedAt, takenBack, typedInto } from '../../../briefs/line-briefs.ts';
import { createScriptCue, type ScriptCue } from '../../../briefs/script/script-cue.ts';
import { createIndexedDbJournal } from '../../../live/journal.ts';
import type { LineHandle, LineReading } from '../room-parts.ts';

/** What the room has of briefs: two dictionaries, what the line does with them, and the script. */
export interface RoomBriefs {
  readonly own: BriefBook;
  readonly event: BriefBook;
  readonly settings: Signal<BriefSettings>;
  /** Codes that were typed and that nobody knows, the last one last, with how often. */
  readonly unknown: Signal<ReadonlyMap<string, number>>;
  /** What the strip above the line offers just now. */
  readonly candidates: ReadonlySignal<readonly Candidate[]>;
  readonly script: ScriptCue;
  /** After each edit of the line by keys: what was typed; empty for a removal. Puts right what a code has become. */
  readonly typed: (data: string) => void;
  /** Before the line is committed. */
  readonly finish: () => void;
  /** Whether a key that was pressed in the line is one of the strip's, which then has done its work. */
  readonly pressed: (event: KeyboardEvent) => boolean;
  /** Puts it in; false where the line is no longer the one that it was offered for. */
  readonly take: (candidate: Candidate) => boolean;
  /** Gives the last expansion's code back; false where there is none. */
  readonly takeBack: () => boolean;
  readonly lastExpansion: () => Expansion | null;
  readonly stop: () => void;
}

export interface RoomBriefsParts {
  readonly transcriptId: string;
  readonly memberId: string;
  readonly line: { readonly current: LineHandle | null };
}

/** Opens both dictionaries and keeps them level with the server for as long as the room is open. */
export function createRoomBriefs({ transcriptId, memberId, line }: RoomBriefsParts): RoomBriefs {
  const own = openBook(null, `member/${memberId}`);
  const event = openBook(transcriptId, `event/${transcriptId}`);
  const settings = signal(readSettings(localStorage));
  const unknown = signal<ReadonlyMap<string, number>>(new Map());
  const expander = computed(() =>
    createBriefExpander([event.briefs.value, own.briefs.value], settings.value),
  );
  const memory = { now: emptyMemory };
  const standing = signal<CaretText>({ text: '', caret: 0 });
  const stops = [
    ...[own, event].map((book, index) => follow(book, index === 0 ? null : transcriptId)),
    effect(() => keepSettings(localStorage, settings.value)),
  ];
  const typing = () => ({ expand: expander.peek(), settings: settings.peek(), memory: memory.now });
  const put = (next: CaretText): void => line.current?.put(next);
  const look = (reading: LineReading): void => {
    if (settings.peek().hasStrip) standing.value = reading;
    if (reading.text === '') memory.now = emptyMemory;
  };
  const expandTyped = (reading: LineReading, data: string): void => {
    const isTyped = data !== '' && reading.text.slice(0, reading.caret).endsWith(data);
    if (!settings.peek().isOn || !isTyped) return;
    const result = typedInto(reading, { ...typing(), typedCount: data.length });
    memory.now = result.memory;
    if (result.line !== null) put(result.line);
    if (result.unknown.length > 0) unknown.value = counted(unknown.peek(), result.unknown);
  };
  const index = computed(() => createCandidateIndex(event.briefs.value));
  const candidates = computed(() => (settings.value.hasStrip ? index.value(standing.value) : []));
  const take = (candidate: Candidate): boolean => {
    const reading = line.current?.read();
    if (reading == null) return false;
    // The caret moves and the line changes by other ways than typing: what was offered then is not meant now.
    const next = lineWith(candidate, standing.peek(), reading);
    standing.value = { text: '', caret: 0 };
    if (next !== null) put(next);
    return next !== null;
  };
  return {
    own,
    event,
    settings,
    unknown,
    candidates,
    script: createScriptCue(createScriptStore(transcriptId)),
    typed: (data) => {
      const reading = line.current?.read();
      if (reading == null) return;
      expandTyped(reading, data);
      look(line.current?.read() ?? reading);
    },
    finish: () => {
      const reading = line.current?.read();
      if (reading == null || !settings.peek().isOn) return;
      const finished = finishedAt(reading, typing());
      if (finished !== null) put(finished);
      memory.now = emptyMemory;
      standing.value = { text: '', caret: 0 };
    },
    pressed: (pressed) => {
      const candidate = candidates.peek()[placeOf(pressed)];
      if (candidate === undefined || !take(candidate)) return false;
      pressed.preventDefault();
      return true;
    },
    take,
    takeBack: () => {
      const reading = line.current?.read();
      const back = reading == null ? null : takenBack(reading, memory.now);
      if (back === null) return false;
      memory.now = back.memory;
      put(back.line);
      return true;
    },
    lastExpansion: () => memory.now.last,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

function openBook(transcriptId: string | null, scope: string): BriefBook {
  return createBriefBook({
    transcriptId,
    request,
    copy: createCopyStore(scope),
    journal: createIndexedDbJournal(`briefs/${scope}`),
  });
}

/** What could not be sent is tried again so often; a line that comes back is not waited for. */
const retryMs = 10_000;

/** Level at the start, after each outage, and whenever another page or another writer changes it. */
function follow(book: BriefBook, transcriptId: string | null): () => void {
  const stopHints = socket.subscribe(BriefsChangedDocument, () => ({ transcriptId }), {
    next: ({ briefsChanged }) => book.hear(briefsChanged.revision),
    // The room itself says when one may no longer write; the copy stays as it is.
    error: () => {},
  });
  void book.sync();
  const line = { isOpen: socket.state.peek().phase === 'open' };
  const stopWatching = effect(() => {
    const isOpen = socket.state.value.phase === 'open';
    if (isOpen && !line.isOpen) void book.sync();
    line.isOpen = isOpen;
  });
  const retry = (): void => {
    if (book.unsentCount.peek() > 0) void book.sync();
  };
  const timer = setInterval(retry, retryMs);
  addEventListener('online', retry);
  return () => {
    clearInterval(timer);
    removeEventListener('online', retry);
    stopHints();
    stopWatching();
  };
}

/** Which candidate a key takes: Tab the first, a digit the one of its number; -1 for no key of the strip's. */
function placeOf(pressed: KeyboardEvent): number {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey, isComposing, keyCode } = pressed;
  if (isComposing || keyCode === 229 || altKey || ctrlKey || metaKey || shiftKey) return -1;
  if (key === 'Tab') return 0;
  return /^[1-5]$/.test(key) && code !== '' ? Number(key) - 1 : -1;
}

/** As many as a writer looks through. */
const unknownMax = 100;

function counted(known: ReadonlyMap<string, number>, codes: readonly string[]): ReadonlyMap<string, number> {
  const next = new Map(known);
  for (const code of codes) {
    const count = next.get(code) ?? 0;
    // The last one stands last.
    next.delete(code);
    next.set(code, count + 1);
  }
  return new Map([...next].slice(-unknownMax));
}
