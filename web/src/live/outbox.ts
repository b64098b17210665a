import { computed, signal, type ReadonlySignal } from '@preact/signals';

import type { Request } from '../api/client.ts';
import { ApiError } from '../api/client.ts';
import {
  AppendSegmentDocument,
  RemoveSegmentDocument,
  ReviseSegmentDocument,
} from '../api/generated/outbox.ts';
import { createDraftSender } from './draft-sender.ts';
import { createJournalWriter, type JournalStore } from './journal.ts';
import type { LiveClock } from './live-transcript.ts';
import type { Segment } from './segment-blocks.ts';
import { createSendQueue, readJournal, type Queued, type SendOutcome } from './send-queue.ts';

/** The line being typed. Its id is made with its first keystroke and becomes the segment's. */
export interface Draft {
  readonly segmentId: string;
  readonly text: string;
  readonly speaker: string | null;
}

export type SegmentWork =
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
    }
  | { readonly kind: 'remove'; readonly segmentId: string };

/** What the writer is told: 已保存 · 保存中 · 离线·已存本机 (n) · 冲突 · 请重新登录. */
export interface SaveState {
  readonly kind: 'saved' | 'saving' | 'offline' | 'conflict' | 'halted' | 'signedOut';
  readonly unsentCount: number;
  /** Why it stands still, where the server said so. */
  readonly message: string;
  /** The journal cannot be written: what is unsent would not survive a reload. */
  readonly isUnprotected: boolean;
}

export interface Outbox {
  readonly saveState: ReadonlySignal<SaveState>;
  /** Work not acknowledged yet, in order: the room shows it in its place, marked as unsent. */
  readonly pending: ReadonlySignal<readonly Queued<SegmentWork>[]>;
  readonly draft: ReadonlySignal<Draft>;
  /** Resolves when what an earlier visit left is back; typing may start before. */
  readonly ready: Promise<void>;
  /** Every change of the line: kept here at once, shown to viewers as fast as the line allows. */
  readonly type: (line: { readonly text: string; readonly speaker: string | null }) => void;
  /** Makes the line a segment and returns its id; an empty line makes none. */
  readonly commit: (times?: { readonly startedMs: number; readonly endedMs: number }) => string | undefined;
  readonly revise: (base: Pick<Segment, 'id' | 'revision'>, line: Omit<Draft, 'segmentId'>) => void;
  readonly remove: (segmentId: string) => void;
  /** In a conflict: send one's own text again, on top of what stands now. */
  readonly keepMine: (entryId: string) => void;
  /** Throws one's own text away; only ever on the user's word. */
  readonly discard: (entryId: string) => void;
  readonly retry: () => void;
  readonly stop: () => void;
}

export interface OutboxParts {
  readonly transcriptId: string;
  readonly request: Request;
  readonly store: JournalStore;
  readonly clock: LiveClock;
  readonly newId: () => string;
}

const draftKey = 'draft';

/** Keeps and sends what the writer types: journaled before it is sent, sent in order, kept until acknowledged. */
export function createOutbox({ transcriptId, request, store, clock, newId }: OutboxParts): Outbox {
  const journal = createJournalWriter(store);
  const emptyDraft = (speaker: string | null): Draft => ({ segmentId: newId(), text: '', speaker });
  const draft = signal<Draft>(emptyDraft(null));
  /** The newest revision that this page's own work has made of a segment. */
  const madeRevisions = new Map<string, number>();
  const queue = createSendQueue<SegmentWork>({
    journal,
    clock,
    send: (work) => sendWork({ request, transcriptId, madeRevisions }, work),
  });
  const draftSender = createDraftSender({ transcriptId, request, clock });

  const restore = async (): Promise<void> => {
    const saved = await readJournal(store);
    const savedDraft = saved.get(draftKey) as Draft | undefined;
    queue.restore(saved);
    const isCommitted = queue.entries.peek().some(({ entry }) => entry.segmentId === savedDraft?.segmentId);
    // What is typed since the page opened goes after what an earlier visit left.
    if (savedDraft === undefined || isCommitted) return;
    draft.value = { ...savedDraft, text: savedDraft.text + draft.peek().text };
  };

  const enqueue = (id: string, work: SegmentWork): void => void queue.add(id, work);

  return {
    pending: queue.entries,
    draft,
    ready: restore(),
    saveState: computed(() => {
      const problem = queue.entries.value.find((queued) => queued.problem !== null)?.problem;
      const phase = queue.phase.value;
      return {
        kind: problem ? 'conflict' : saveKind(phase, queue.waitingCount.value, journal.isWriting.value),
        unsentCount: queue.entries.value.length,
        message: problem?.message ?? (phase.kind === 'halted' ? phase.message : ''),
        isUnprotected: journal.isFailing.value,
      };
    }),
    type: ({ text, speaker }) => {
      draft.value = { ...draft.peek(), text, speaker };
      journal.putLatest(draftKey, draft.peek());
      draftSender.show({ text, speaker });
    },
    commit: (times) => {
      const { segmentId, text, speaker } = draft.peek();
      if (text.trim() === '') return undefined;
      draft.value = emptyDraft(speaker);
      const { startedMs = null, endedMs = null } = times ?? {};
      enqueue(segmentId, { kind: 'append', segmentId, text, speaker, startedMs, endedMs });
      void journal.remove(draftKey);
      draftSender.show({ text: '', speaker });
      return segmentId;
    },
    revise: ({ id: segmentId, revision }, { text, speaker }) => {
      const earlier = queue.entries.peek().filter(({ entry }) => entry.segmentId === segmentId);
      const last = earlier.at(-1);
      const reword = (work: SegmentWork): SegmentWork =>
        work.kind === 'remove' ? work : { ...work, text, speaker };
      if (last !== undefined && queue.amend(last.id, reword)) return;
      if (last?.problem && last.entry.kind === 'revise') {
        return queue.resolve(last.id, (work) => ({ ...reword(work), baseRevision: revision }) as SegmentWork);
      }
      const baseRevision = last === undefined ? revision : null;
      enqueue(newId(), { kind: 'revise', segmentId, baseRevision, text, speaker });
    },
    remove: (segmentId) => {
      for (const { id, entry, isAttempted } of queue.entries.peek()) {
        if (entry.segmentId !== segmentId || isAttempted) continue;
        queue.discard(id);
        if (entry.kind === 'append') return;
      }
      enqueue(newId(), { kind: 'remove', segmentId });
    },
    keepMine: (entryId) => {
      const current = queue.entries.peek().find(({ id }) => id === entryId)?.problem?.current;
      const baseRevision = (current as Segment | undefined)?.revision;
      queue.resolve(entryId, (work) =>
        work.kind === 'revise' && baseRevision !== undefined ? { ...work, baseRevision } : work,
      );
    },
    discard: queue.discard,
    retry: queue.retry,
    stop: () => {
      queue.stop();
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

interface SendContext {
  readonly request: Request;
  readonly transcriptId: string;
  readonly madeRevisions: Map<string, number>;
}

async function sendWork(context: SendContext, work: SegmentWork): Promise<SendOutcome> {
  switch (work.kind) {
    case 'append':
      return sendAppend(context, work);
    case 'revise':
      return sendRevision(context, work);
    case 'remove':
      return sendRemoval(context, work.segmentId);
  }
}

async function sendAppend(
  { request, transcriptId, madeRevisions }: SendContext,
  { kind: _, segmentId, ...line }: Extract<SegmentWork, { kind: 'append' }>,
): Promise<SendOutcome> {
  const input = { id: segmentId, transcriptId, ...line };
  const { appendSegment: result } = await request(AppendSegmentDocument, { input });
  switch (result.__typename) {
    case 'AppendSegmentSuccess':
      madeRevisions.set(segmentId, result.segment.revision);
      return { kind: 'done' };
    case 'TranscriptNotLive':
      // All that follows would be refused alike: it waits here until the writer starts again.
      return { kind: 'halted', message: result.message };
    default:
      return { kind: 'refused', message: result.message };
  }
}

async function sendRevision(
  { request, madeRevisions }: SendContext,
  { segmentId, text, speaker, ...work }: Extract<SegmentWork, { kind: 'revise' }>,
): Promise<SendOutcome> {
  const baseRevision = work.baseRevision ?? madeRevisions.get(segmentId) ?? 1;
  const input = { id: segmentId, baseRevision, text, speaker };
  const { reviseSegment: result } = await request(ReviseSegmentDocument, { input });
  switch (result.__typename) {
    case 'ReviseSegmentSuccess':
      madeRevisions.set(segmentId, result.segment.revision);
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
async function sendRemoval({ request }: SendContext, id: string): Promise<SendOutcome> {
  try {
    await request(RemoveSegmentDocument, { input: { id } });
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'NOT_FOUND')) throw error;
  }
  return { kind: 'done' };
}
