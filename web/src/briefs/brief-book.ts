import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { ApiError, NetworkError, type Request } from '../api/client.ts';
import {
  EventBriefChangesDocument,
  OwnBriefChangesDocument,
  SaveBriefsDocument,
} from '../api/generated/briefs.ts';
import type { BriefChangesFieldsFragment } from '../api/generated/types.ts';
import type { JournalStore } from '../live/journal.ts';
import { codeKey, type Brief, type BriefMap } from './brief.ts';

/** A copy of a dictionary as it is kept on this machine. */
export interface KeptCopy {
  readonly revision: number;
  readonly briefs: readonly Brief[];
}

/** Where the copy is kept; what cannot be read or written is as if it were not there. */
export interface CopyStore {
  readonly load: () => Promise<KeptCopy | undefined>;
  readonly keep: (copy: KeptCopy) => Promise<void>;
}

/** A change that was made here and that the server has not taken yet. */
type Change = { readonly put: Brief } | { readonly remove: string };

export interface BookParts {
  /** Null: the member's own dictionary. */
  readonly transcriptId: string | null;
  readonly request: Request;
  readonly copy: CopyStore;
  readonly journal: JournalStore;
}

/** A dictionary as the room uses it: a whole copy, at hand at once and without a line to the server. */
export interface BriefBook {
  /** What the server had, with the changes made here on top. */
  readonly briefs: ReadonlySignal<BriefMap>;
  /** Changes that wait for the server. */
  readonly unsentCount: ReadonlySignal<number>;
  /** Why the server did not take a change, in its words; a change that it refused is named until its code is changed again. */
  readonly fault: ReadonlySignal<string>;
  /** True once the server has been asked, or cannot be reached. */
  readonly isReady: ReadonlySignal<boolean>;
  /** Resolves when what is kept here is at hand. */
  readonly opened: Promise<void>;
  readonly put: (brief: Brief) => void;
  readonly remove: (code: string) => void;
  /** Sends what waits, then takes what is new; one at a time. Offline it changes nothing, and is tried again by whoever calls. */
  readonly sync: () => Promise<void>;
  /** The same, unless this revision is here already. */
  readonly hear: (revision: number) => void;
}

/** A copy is written again once so much in it is new: what is missing from it is asked for again at the next visit. */
const changesPerCopy = 100;
const batchMax = 500;

/** Opens a dictionary: first what is kept here, then what the server has, with one's own unsent changes on top. */
export function createBriefBook(parts: BookParts): BriefBook {
  const { journal } = parts;
  const state = { standing: new Map<string, Brief>(), revision: 0, unkept: 0 };
  const pending = signal<ReadonlyMap<string, Change>>(new Map());
  const standing = signal<BriefMap>(state.standing);
  const problem = signal('');
  /** By the code: what the server will never take, as it stands. It is not sent again. */
  const refused = signal<ReadonlyMap<string, string>>(new Map());
  const isReady = signal(false);

  const change = (key: string, made: Change): void => {
    pending.value = new Map(pending.peek()).set(key, made);
    if (refused.peek().has(key)) refused.value = new Map([...refused.peek()].filter(([one]) => one !== key));
    void journal.put(key, made).catch(() => undefined);
    void sync();
  };

  const open = async (): Promise<void> => {
    const copy = await parts.copy.load().catch(() => undefined);
    const unsent = await journal.readAll().catch(() => new Map<string, unknown>());
    // What was changed while this was read stands on top of what an earlier visit left.
    pending.value = new Map([...(unsent as Map<string, Change>), ...pending.peek()]);
    if (copy === undefined) return;
    state.standing = new Map(copy.briefs.map((brief) => [codeKey(brief.code), brief]));
    state.revision = copy.revision;
    standing.value = state.standing;
  };

  /**
   * Sends in parts what waits; what a writer changes meanwhile waits for the next part. A part is refused whole for a
   * single change in it: it is halved until that one stands alone, and only that one is given up.
   */
  const push = async (): Promise<void> => {
    for (let size = batchMax; ;) {
      const batch = [...pending.peek()].slice(0, size);
      if (batch.length === 0) return;
      const put = batch.flatMap(([, made]) => ('put' in made ? [made.put] : []));
      const remove = batch.flatMap(([, made]) => ('remove' in made ? [made.remove] : []));
      const { saveBriefs: result } = await parts.request(SaveBriefsDocument, {
        input: { transcriptId: parts.transcriptId, put, remove },
      });
      const isTaken = result.__typename === 'SaveBriefsSuccess';
      problem.value = result.__typename === 'BriefDictionaryFull' ? result.message : '';
      if (result.__typename === 'BriefDictionaryFull') return;
      if (!isTaken && batch.length > 1) {
        size = Math.ceil(batch.length / 2);
        continue;
      }
      if (!isTaken) for (const [key, made] of batch) refuse(key, `${codeOf(made)}: ${result.message}`);
      await settle(batch, isTaken);
      if (!isTaken) size = batchMax;
    }
  };

  const refuse = (key: string, why: string): void =>
    void (refused.value = new Map(refused.peek()).set(key, why));

  const settle = async (batch: readonly (readonly [string, Change])[], isTaken: boolean): Promise<void> => {
    const left = new Map(pending.peek());
    const next = new Map(state.standing);
    for (const [key, made] of batch) {
      if (isTaken) apply(next, made);
      // Changed again meanwhile: that waits for its own turn.
      if (left.get(key) !== made) continue;
      left.delete(key);
      await journal.remove(key).catch(() => undefined);
    }
    state.standing = next;
    standing.value = next;
    pending.value = left;
  };

  const pull = async (): Promise<void> => {
    const news = await readChanges(parts, state);
    state.standing = news.standing;
    state.revision = news.revision;
    state.unkept += news.changeCount;
    if (news.changeCount > 0) standing.value = news.standing;
    if (state.unkept < changesPerCopy && !news.isAnew) return;
    state.unkept = 0;
    await parts.copy
      .keep({ revision: state.revision, briefs: [...state.standing.values()] })
      .catch(() => undefined);
  };

  const syncOnce = async (): Promise<void> => {
    await opened;
    try {
      await push();
      await pull();
    } catch (error) {
      if (error instanceof ApiError) problem.value = error.message;
      else if (!(error instanceof NetworkError)) throw error;
    } finally {
      isReady.value = true;
    }
  };

  const sync = oneAtATime(syncOnce);
  const opened = open();
  return {
    briefs: computed(() => withChanges(standing.value, pending.value)),
    unsentCount: computed(() => pending.value.size),
    fault: computed(() => [problem.value, ...refused.value.values()].filter(Boolean).join(' · ')),
    isReady,
    opened,
    put: (brief) => change(codeKey(brief.code), { put: brief }),
    remove: (code) => change(codeKey(code), { remove: code }),
    sync,
    hear: (revision) => {
      if (revision > state.revision) void sync();
    },
  };
}

function apply(briefs: Map<string, Brief>, change: Change): void {
  if ('put' in change) briefs.set(codeKey(change.put.code), change.put);
  else briefs.delete(codeKey(change.remove));
}

const codeOf = (change: Change): string => ('put' in change ? change.put.code : change.remove);

function withChanges(standing: BriefMap, changes: ReadonlyMap<string, Change>): BriefMap {
  if (changes.size === 0) return standing;
  const briefs = new Map(standing);
  for (const change of changes.values()) apply(briefs, change);
  return briefs;
}

/** Runs it once more at the end when it was asked for while it ran; whoever asked waits for that. */
function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  const turn: { running: Promise<void> | null; next: Promise<void> | null } = { running: null, next: null };
  const begin = (): Promise<void> => {
    turn.next = null;
    const running = act().finally(() => {
      if (turn.running === running) turn.running = null;
    });
    turn.running = running;
    return running;
  };
  return () => {
    if (turn.running === null) return begin();
    turn.next ??= turn.running.then(begin, begin);
    return turn.next;
  };
}

/** The whole dictionary as the server has it. Throws `ApiError`, `NetworkError`. */
export async function readDictionary(parts: Pick<BookParts, 'transcriptId' | 'request'>): Promise<BriefMap> {
  return (await readChanges(parts, { standing: new Map(), revision: 0 })).standing;
}

interface Reading {
  readonly standing: Map<string, Brief>;
  readonly revision: number;
}

interface ReadNews extends Reading {
  readonly changeCount: number;
  /** Read from the beginning: removals that it had not heard of are forgotten. */
  readonly isAnew: boolean;
}

/** Reads what is new since the copy's revision, page by page; from the beginning where the server says so. */
async function readChanges(
  parts: Pick<BookParts, 'transcriptId' | 'request'>,
  from: Reading,
): Promise<ReadNews> {
  const briefs = new Map(from.standing);
  let [after, changeCount, firstRevision]: [string | null, number, number | null] = [null, 0, null];
  if (from.revision === 0) briefs.clear();
  for (;;) {
    const page = await askForChanges(parts, { since: from.revision, after });
    firstRevision ??= page.revision;
    const known = after === null ? from.revision : firstRevision;
    if (page.completeFrom > known && (from.revision > 0 || after !== null)) {
      return { ...(await readChanges(parts, { standing: new Map(), revision: 0 })), isAnew: true };
    }
    for (const put of page.put) briefs.set(codeKey(put.code), put);
    for (const code of page.removed) briefs.delete(codeKey(code));
    changeCount += page.put.length + page.removed.length;
    after = page.cursor;
    if (after !== null) continue;
    return { standing: briefs, revision: page.revision, changeCount, isAnew: from.revision === 0 };
  }
}

/** A page of what is new in a dictionary. Throws `ApiError`, `NetworkError`. */
export async function askForChanges(
  { transcriptId, request }: Pick<BookParts, 'transcriptId' | 'request'>,
  wanted: { readonly since: number; readonly after: string | null },
): Promise<BriefChangesFieldsFragment> {
  const dictionary =
    transcriptId === null
      ? (await request(OwnBriefChangesDocument, wanted)).me?.briefDictionary
      : (await request(EventBriefChangesDocument, { transcriptId, ...wanted })).transcript?.briefDictionary;
  if (dictionary == null) throw new ApiError({ code: 'NOT_FOUND', message: '' });
  return dictionary.changes;
}
