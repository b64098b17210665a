import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';

import type { Request } from '../api/client.ts';
import { ApiError } from '../api/client.ts';
import {
  AppendSegmentDocument,
  RemoveSegmentDocument,
  ReviseSegmentDocument,
} from '../api/generated/outbox.ts';
import { createActs, type ActsKept } from './acts.ts';
import { createDraftSender, type DraftTrouble } from './draft-sender.ts';
import type { ChangeOfMany, EditContext, EditingWork, EditNews } from './editing-work.ts';
import { noHoldBack, type HoldBack } from './hold-back.ts';
import { createJournalWriter, type JournalFault, type JournalStore } from './journal.ts';
import { createKeptCorrections, type KeptCorrections } from './kept-corrections.ts';
import type { LiveClock } from './live-transcript.ts';
import { inPieces } from './many-pieces.ts';
import { createPublicLine, type PublicLine } from './public-line.ts';
import type { Segment } from './segment-blocks.ts';
import { createSendQueue, readJournal, type Queued, type SendOutcome } from './send-queue.ts';

/** The line being typed. Its id is made with its first keystroke and becomes the segment's. */
export interface Draft {
  readonly segmentId: string;
  readonly text: string;
  readonly speaker: string | null;
}

/** What is typed, and what becomes of one segment; the number of each is the act's that it belongs to. */
export type TypingWork =
  | {
      readonly kind: 'append';
      readonly segmentId: string;
      readonly text: string;
      readonly speaker: string | null;
      readonly startedMs: number | null;
      readonly endedMs: number | null;
    }
  | {
      readonly kind: 'revise';
      readonly segmentId: string;
      /** Null: the revision that this page's own earlier work on the segment will have made. */
      readonly baseRevision: number | null;
      readonly text: string;
      readonly speaker: string | null;
      /** Absent: the mark of the second writer stays as it is. */
      readonly isChecked?: boolean;
      readonly actId?: string;
    }
  | { readonly kind: 'remove'; readonly segmentId: string; readonly actId?: string };

export type SegmentWork = TypingWork | EditingWork;

/** What the writer is told: 已保存 · 保存中 · 离线·已存本机 (n) · 冲突 · 请重新登录. */
export interface SaveState {
  readonly kind: 'saved' | 'saving' | 'offline' | 'conflict' | 'halted' | 'signedOut';
  readonly unsentCount: number;
  /** Why it stands still, where the server said so. */
  readonly message: string;
  /** The journal cannot be written: what is unsent would not survive a reload. */
  readonly isUnprotected: boolean;
  /** Why not. */
  readonly fault: JournalFault | null;
}

export interface Outbox {
  readonly saveState: ReadonlySignal<SaveState>;
  /** Characters that are on this machine only: of the work on its way, and of the line. */
  readonly unsentCharacters: ReadonlySignal<number>;
  /** Work not acknowledged yet, in order: the room shows it in its place, marked as unsent. */
  readonly pending: ReadonlySignal<readonly Queued<SegmentWork>[]>;
  readonly draft: ReadonlySignal<Draft>;
  /** Resolves when what an earlier visit left is back; typing may start before. */
  readonly ready: Promise<void>;
  /** Every change of the line: kept here at once, shown to viewers as fast as the line allows. */
  readonly type: (line: { readonly text: string; readonly speaker: string | null }) => void;
  /** The line's field is about to show the draft; until then, what an earlier visit left goes before all that is typed. */
  readonly takeUp: () => Draft;
  /** What stands in the line while an input method composes: kept here, and shown to nobody. */
  readonly compose: (text: string) => void;
  /** How much of the line readers get already, and what sends the rest of it now. */
  readonly shown: Pick<PublicLine, 'publicLength' | 'flush'>;
  /** What is being written in corrections: kept here, and sent by `revise`. */
  readonly corrections: KeptCorrections;
  /** Makes the line a segment and returns its id; an empty line makes none. */
  readonly commit: (times?: { readonly startedMs: number; readonly endedMs: number }) => string | undefined;
  readonly revise: (
    base: Pick<Segment, 'id' | 'revision'>,
    line: Omit<Draft, 'segmentId'> & { readonly isChecked?: boolean },
    actId?: string,
  ) => void;
  readonly remove: (segmentId: string) => void;
  /** Does what an editor does to segments that stand; acts with the same `actId` are one undo. */
  readonly edit: (work: WithoutAct<EditingWork>, actId?: string) => void;
  /** Corrects many in as many pieces as it takes, as one undo. */
  readonly reviseMany: (changes: readonly ChangeOfMany[], actId?: string) => void;
  /** Takes the last act back, or does again what was taken back last; false when there is none. */
  readonly takeBack: (from: 'undo' | 'redo') => boolean;
  readonly acts: ReadonlySignal<ActsKept>;
  /** What the last act on many segments, or the last undo, came to; the room says it and forgets it. */
  readonly news: Signal<EditNews | null>;
  /** Segments that an undo under way takes away. */
  readonly hidden: ReadonlySignal<ReadonlySet<string>>;
  /** In a conflict: send one's own text again, on top of what stands now. */
  readonly keepMine: (entryId: string) => void;
  /** Throws one's own text away; only ever on the user's word. */
  readonly discard: (entryId: string) => void;
  readonly retry: () => void;
  /** Resolves when everything typed so far is written to the journal, or is known not to be. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

/** A piece of work before it belongs to an act. */
export type WithoutAct<Work> = Work extends unknown ? Omit<Work, 'actId'> : never;

export interface OutboxParts {
  readonly transcriptId: string;
  readonly request: Request;
  readonly store: JournalStore;
  readonly clock: LiveClock;
  readonly newId: () => string;
  /** How much of the line is held back from readers; nothing where it is not given. */
  readonly holdBack?: ReadonlySignal<HoldBack>;
}

const draftKey = 'draft';
const actsKey = 'acts';
/** Keeps and sends what the writer types: journaled before it is sent, sent in order, kept until acknowledged. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { transcriptId, request, store, clock, newId, holdBack = signal(noHoldBack) } = parts;
  const journal = createJournalWriter(store);
  const emptyDraft = (speaker: string | null): Draft => ({ segmentId: newId(), text: '', speaker });
  const draft = signal<Draft>(emptyDraft(null));
  /** What an earlier visit left, as long as the field does not show it: an input method may be composing there. */
  const earlier = { line: null as Draft | null };
  const withEarlier = ({ text, speaker }: Omit<Draft, 'segmentId'>): Omit<Draft, 'segmentId'> =>
    earlier.line === null
      ? { text, speaker }
      : { text: earlier.line.text + text, speaker: speaker ?? earlier.line.speaker };
  /** The newest revision that this page's own work has made of a segment. */
  const madeRevisions = new Map<string, number>();
  const queue = createSendQueue<SegmentWork>({
    journal,
    clock,
    send: async (work) => {
      const outcome = await sendWork(context, work);
      // On a slow line the next one is long being typed when this one arrives, and viewers lose sight of it.
      if (work.kind === 'append' && outcome.kind === 'done') draftSender.showAgain();
      return outcome;
    },
  });
  const acts = createActs((kept) =>
    kept === null ? void journal.remove(actsKey) : journal.putLatest(actsKey, kept),
  );
  const corrections = createKeptCorrections(journal);
  const news = signal<EditNews | null>(null);
  const context: EditContext = {
    request,
    transcriptId,
    madeRevisions,
    acts,
    tell: (now) => (news.value = now),
  };
  const draftSender = createDraftSender({ transcriptId, request, clock });
  const shown = createPublicLine({ sender: draftSender, clock, holdBack });
  const hasLine = computed(() => draft.value.text.trim() !== '');

  const restore = async (): Promise<void> => {
    const saved = await readJournal(store);
    const savedDraft = saved.get(draftKey) as Draft | undefined;
    const savedActs = saved.get(actsKey) as ActsKept | undefined;
    if (savedActs !== undefined) acts.restore(savedActs);
    corrections.restore(saved);
    queue.restore(saved);
    const isCommitted = queue.entries.peek().some(({ entry }) => entry.segmentId === savedDraft?.segmentId);
    // What is typed since the page opened goes after what an earlier visit left.
    if (savedDraft === undefined || isCommitted) return;
    earlier.line = savedDraft;
    draft.value = { ...savedDraft, text: savedDraft.text + draft.peek().text };
    // A line that was committed meanwhile has taken it out of the journal.
    journal.putLatest(draftKey, draft.peek());
  };

  const enqueue = (id: string, work: SegmentWork): void => void queue.add(id, work);
  const edit = (work: WithoutAct<EditingWork>, actId = newId()): void => {
    if (work.kind !== 'revert') acts.begin({ id: actId, kind: work.kind, segmentId: work.segmentId || null });
    enqueue(newId(), { ...onWhatIsUnderWay(work, queue.entries.peek()), actId });
  };

  return {
    pending: queue.entries,
    draft,
    ready: restore(),
    saveState: computed(() => {
      const problem = queue.entries.value.find((queued) => queued.problem !== null)?.problem;
      const phase = queue.phase.value;
      const kind = saveKind(phase, queue.waitingCount.value, journal.isWriting.value);
      return {
        kind: problem ? 'conflict' : lineKind(kind, hasLine.value ? draftSender.trouble.value : null),
        unsentCount: queue.entries.value.length,
        message: problem?.message ?? (phase.kind === 'halted' ? phase.message : ''),
        isUnprotected: journal.isFailing.value,
        fault: journal.fault.value,
      };
    }),
    unsentCharacters: computed(() =>
      queue.entries.value.reduce((sum, { entry }) => sum + charactersOf(entry), [...draft.value.text].length),
    ),
    acts: acts.kept,
    news,
    hidden: computed(() => hiddenBy(queue.entries.value)),
    edit,
    reviseMany: (changes, actId = newId()) => {
      for (const piece of inPieces(changes)) edit({ kind: 'many', segmentId: '', changes: piece }, actId);
    },
    takeBack: (from) => {
      const back = acts.takeBack(from, newId());
      if (back !== null) edit({ kind: 'revert', segmentId: '', back }, back.actId);
      return back !== null;
    },
    takeUp: () => {
      earlier.line = null;
      return draft.peek();
    },
    type: (typed) => {
      const line = withEarlier(typed);
      draft.value = { ...draft.peek(), ...line };
      journal.putLatest(draftKey, draft.peek());
      shown.change(line);
    },
    compose: (text) => {
      const { segmentId, speaker } = draft.peek();
      journal.putLatest(draftKey, { segmentId, ...withEarlier({ text, speaker }) });
    },
    shown,
    corrections,
    commit: (times) => {
      const { segmentId, text, speaker } = draft.peek();
      if (text.trim() === '') return undefined;
      draft.value = emptyDraft(speaker);
      earlier.line = null;
      const { startedMs = null, endedMs = null } = times ?? {};
      acts.begin({ id: segmentId, kind: 'append', segmentId, isAddition: true });
      enqueue(segmentId, { kind: 'append', segmentId, text, speaker, startedMs, endedMs });
      void journal.remove(draftKey);
      shown.clear();
      return segmentId;
    },
    revise: ({ id: segmentId, revision }, { text, speaker, isChecked }, actId = newId()) => {
      const earlier = queue.entries.peek().filter(({ entry }) => isAbout(entry, segmentId));
      const last = earlier.at(-1);
      const reword = (work: SegmentWork): SegmentWork => ('text' in work ? { ...work, text, speaker } : work);
      const isPlain = last !== undefined && 'text' in last.entry && isChecked === undefined;
      if (isPlain && queue.amend(last.id, reword)) return;
      if (last?.problem && last.entry.kind === 'revise') {
        return queue.resolve(last.id, (work) => ({ ...reword(work), baseRevision: revision }) as SegmentWork);
      }
      const baseRevision = last === undefined ? revision : null;
      acts.begin({ id: actId, kind: isChecked === undefined ? 'revise' : 'check', segmentId });
      const mark = isChecked === undefined ? {} : { isChecked };
      enqueue(newId(), { kind: 'revise', segmentId, baseRevision, text, speaker, ...mark, actId });
    },
    remove: (segmentId) => {
      for (const { id, entry, isAttempted } of queue.entries.peek()) {
        if (entry.segmentId !== segmentId || isAttempted) continue;
        queue.discard(id);
        acts.forget('actId' in entry && entry.actId !== undefined ? entry.actId : segmentId);
        if (entry.kind === 'append') return;
      }
      const actId = newId();
      acts.begin({ id: actId, kind: 'remove', segmentId });
      enqueue(newId(), { kind: 'remove', segmentId, actId });
    },
    keepMine: (entryId) => {
      const current = queue.entries.peek().find(({ id }) => id === entryId)?.problem?.current;
      const baseRevision = (current as Segment | undefined)?.revision;
      queue.resolve(entryId, (work) =>
        work.kind === 'revise' && baseRevision !== undefined ? { ...work, baseRevision } : work,
      );
    },
    discard: (entryId) => {
      const discarded = queue.entries.peek().find(({ id }) => id === entryId)?.entry;
      queue.discard(entryId);
      const actId = discarded !== undefined && 'actId' in discarded ? discarded.actId : undefined;
      const isOfAct = ({ entry }: Queued<SegmentWork>): boolean => 'actId' in entry && entry.actId === actId;
      // Pieces of it that were taken, or may be yet, can be taken back.
      const isTaken = acts.kept.peek().undo.some(({ id, taken }) => id === actId && taken.length > 0);
      if (actId !== undefined && !isTaken && !queue.entries.peek().some(isOfAct)) acts.forget(actId);
    },
    retry: () => {
      queue.retry();
      draftSender.retry();
    },
    settled: journal.settled,
    stop: () => {
      queue.stop();
      shown.stop();
      draftSender.stop();
    },
  };
}

function saveKind(
  phase: { readonly kind: string; readonly code?: string },
  waitingCount: number,
  isWriting: boolean,
): SaveState['kind'] {
  if (phase.kind === 'halted') return phase.code === 'UNAUTHENTICATED' ? 'signedOut' : 'halted';
  // Offline means: kept on this machine. It is, once it is written.
  if (phase.kind === 'offline') return isWriting ? 'saving' : 'offline';
  return waitingCount > 0 ? 'saving' : 'saved';
}

/** With nothing on its way it is the line that tells how things stand. */
function lineKind(kind: SaveState['kind'], trouble: DraftTrouble | null): SaveState['kind'] {
  return kind === 'saved' ? (trouble ?? kind) : kind;
}

/** Of a replacement in many segments, each corrected text counts. */
function charactersOf(work: SegmentWork): number {
  if (work.kind === 'many') return work.changes.reduce((sum, { text }) => sum + [...text].length, 0);
  return 'text' in work ? [...work.text].length : 0;
}

/** An edit of a segment that this page's own work is about to change is made on what that will have made. */
function onWhatIsUnderWay(
  work: WithoutAct<EditingWork>,
  entries: readonly Queued<SegmentWork>[],
): WithoutAct<EditingWork> {
  const known = (id: string, revision: number | null): number | null =>
    entries.some(({ entry }) => isAbout(entry, id)) ? null : revision;
  if (work.kind === 'split') return { ...work, baseRevision: known(work.segmentId, work.baseRevision) };
  if (work.kind !== 'merge') return work;
  const firstRevision = known(work.segmentId, work.firstRevision);
  return { ...work, firstRevision, secondRevision: known(work.secondId, work.secondRevision) };
}

/** Whether a piece of work changes a segment. */
function isAbout(work: SegmentWork, segmentId: string): boolean {
  if (work.kind === 'many') return work.changes.some(({ id }) => id === segmentId);
  if (work.kind === 'merge' && work.secondId === segmentId) return true;
  return work.segmentId === segmentId || (work.kind === 'split' && work.newId === segmentId);
}

/** What reversals on their way take away, until one behind them brings it back. */
function hiddenBy(entries: readonly Queued<SegmentWork>[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const { entry } of entries) {
    if (entry.kind === 'revert' && entry.back.hides !== null) hidden.add(entry.back.hides);
    if (entry.kind === 'revert' && entry.back.shows !== null) hidden.delete(entry.back.shows);
  }
  return hidden;
}

async function sendWork(context: EditContext, work: SegmentWork): Promise<SendOutcome> {
  switch (work.kind) {
    case 'append':
      return sendAppend(context, work);
    case 'revise':
      return sendRevision(context, work);
    case 'remove':
      return sendRemoval(context, work);
    default:
      // What is done now and then comes in a chunk of its own; the room fetches it beforehand.
      return (await import('./editing-work.ts')).sendEditing(context, work);
  }
}

async function sendAppend(
  { request, transcriptId, madeRevisions, acts }: EditContext,
  { kind: _, segmentId, ...line }: Extract<SegmentWork, { kind: 'append' }>,
): Promise<SendOutcome> {
  const input = { id: segmentId, transcriptId, ...line };
  const { appendSegment: result } = await request(AppendSegmentDocument, { input });
  switch (result.__typename) {
    case 'AppendSegmentSuccess':
      madeRevisions.set(segmentId, result.segment.revision);
      acts.took(segmentId, numbered(result.segment.seq));
      return { kind: 'done' };
    case 'TranscriptNotLive':
      // All that follows would be refused alike: it waits here until the writer starts again.
      return { kind: 'halted', message: result.message };
    default:
      return { kind: 'refused', message: result.message };
  }
}

async function sendRevision(
  { request, madeRevisions, acts }: EditContext,
  { segmentId, text, speaker, isChecked, ...work }: Extract<SegmentWork, { kind: 'revise' }>,
): Promise<SendOutcome> {
  const baseRevision = work.baseRevision ?? madeRevisions.get(segmentId) ?? 1;
  const input = {
    id: segmentId,
    baseRevision,
    text,
    speaker,
    ...(isChecked === undefined ? {} : { isChecked }),
  };
  const { reviseSegment: result } = await request(ReviseSegmentDocument, { input });
  switch (result.__typename) {
    case 'ReviseSegmentSuccess':
      madeRevisions.set(segmentId, result.segment.revision);
      acts.took(work.actId ?? '', numbered(result.seq));
      return { kind: 'done' };
    case 'SegmentConflict': {
      const { current, message } = result;
      // An answer that got lost: the earlier attempt is what stands.
      const isOwn = current.text === text && current.speaker === speaker;
      if (isOwn) madeRevisions.set(segmentId, current.revision);
      return isOwn ? { kind: 'done' } : { kind: 'refused', message, current };
    }
    default:
      return { kind: 'refused', message: result.message };
  }
}

/** A segment that is gone already is what was asked for. */
async function sendRemoval(
  { request, acts }: EditContext,
  { segmentId: id, actId }: Extract<SegmentWork, { kind: 'remove' }>,
): Promise<SendOutcome> {
  try {
    const { removeSegment } = await request(RemoveSegmentDocument, { input: { id } });
    acts.took(actId ?? '', numbered(removeSegment.seq));
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'NOT_FOUND')) throw error;
  }
  return { kind: 'done' };
}

const numbered = (
  seq: number | null,
): { readonly fromSeq: number | null; readonly toSeq: number | null } => ({
  fromSeq: seq,
  toSeq: seq,
});
