import type { Request } from '../api/client.ts';
import {
  MergeSegmentsDocument,
  RenameSpeakerDocument,
  RestoreSegmentDocument,
  RestoreTranscriptDocument,
  RevertChangesDocument,
  ReviseSegmentsDocument,
  SplitSegmentDocument,
} from '../api/generated/editing.ts';
import type { Acts, TakingBack } from './acts.ts';
import type { SendOutcome } from './send-queue.ts';

/** One of many corrections. */
export interface ChangeOfMany {
  readonly id: string;
  readonly baseRevision: number;
  readonly text: string;
  readonly speaker: string | null;
}

interface OfSegment {
  readonly segmentId: string;
  readonly actId: string;
}
interface OfWhole {
  readonly segmentId: '';
  readonly actId: string;
}

/** What an editor does to segments that stand, besides correcting one and taking one away. */
export type EditingWork =
  | ({ readonly kind: 'split' } & OfSegment & {
        readonly baseRevision: number | null;
        /** In code points. */
        readonly at: number;
        readonly newId: string;
      })
  | ({ readonly kind: 'merge' } & OfSegment & {
        readonly firstRevision: number | null;
        readonly secondId: string;
        readonly secondRevision: number | null;
        readonly joiner: string;
      })
  | ({ readonly kind: 'restore' } & OfSegment)
  | ({ readonly kind: 'many' } & OfWhole & { readonly changes: readonly ChangeOfMany[] })
  | ({ readonly kind: 'rename' } & OfWhole & { readonly from: string; readonly to: string })
  | ({ readonly kind: 'version' } & OfWhole & {
        readonly seq: number;
        /** The newest that its writer saw: what comes after it stays. */
        readonly untilSeq: number;
      })
  | ({ readonly kind: 'revert' } & OfWhole & { readonly back: TakingBack });

/** What came of an act on many segments; the room says it. */
export interface EditNews {
  readonly kind: EditingWork['kind'];
  readonly back: TakingBack | null;
  readonly changedCount: number;
  /** Left as they stand, because somebody changed them since. */
  readonly conflictCount: number;
}

export interface EditContext {
  readonly request: Request;
  readonly transcriptId: string;
  readonly madeRevisions: Map<string, number>;
  readonly acts: Acts;
  readonly tell: (news: EditNews) => void;
}

type Work<Kind extends EditingWork['kind']> = Extract<EditingWork, { readonly kind: Kind }>;
const done: SendOutcome = { kind: 'done' };

/** Sends one piece of an editor's work. */
export function sendEditing(context: EditContext, work: EditingWork): Promise<SendOutcome> {
  switch (work.kind) {
    case 'split':
      return sendSplit(context, work);
    case 'merge':
      return sendMerge(context, work);
    case 'restore':
      return sendRestoration(context, work);
    case 'many':
      return sendMany(context, work);
    case 'rename':
      return sendRenaming(context, work);
    case 'version':
      return sendVersion(context, work);
    case 'revert':
      return sendReversal(context, work);
  }
}

/** The newest revision that this page knows of: its own earlier work was acknowledged before this is sent. */
const baseOf = ({ madeRevisions }: EditContext, id: string, revision: number | null): number =>
  revision ?? madeRevisions.get(id) ?? 1;

async function sendSplit(context: EditContext, work: Work<'split'>): Promise<SendOutcome> {
  const { segmentId: id, at, newId, actId } = work;
  const input = { id, baseRevision: baseOf(context, id, work.baseRevision), at, newId };
  const { splitSegment: result } = await context.request(SplitSegmentDocument, { input });
  if (result.__typename !== 'SplitSegmentSuccess') return refused(result);
  for (const made of [result.segment, result.newSegment]) context.madeRevisions.set(made.id, made.revision);
  context.acts.took(actId, result);
  return done;
}

async function sendMerge(context: EditContext, work: Work<'merge'>): Promise<SendOutcome> {
  const { segmentId: firstId, secondId, joiner, actId } = work;
  const input = {
    firstId,
    firstRevision: baseOf(context, firstId, work.firstRevision),
    secondId,
    secondRevision: baseOf(context, secondId, work.secondRevision),
    joiner,
  };
  const { mergeSegments: result } = await context.request(MergeSegmentsDocument, { input });
  if (result.__typename !== 'MergeSegmentsSuccess') return refused(result);
  context.madeRevisions.set(firstId, result.segment.revision);
  context.acts.took(actId, result);
  return done;
}

async function sendRestoration(context: EditContext, work: Work<'restore'>): Promise<SendOutcome> {
  const input = { id: work.segmentId, actId: work.actId };
  const { restoreSegment: result } = await context.request(RestoreSegmentDocument, { input });
  if (result.__typename !== 'RestoreSegmentSuccess') return refused(result);
  context.madeRevisions.set(work.segmentId, result.segment.revision);
  context.acts.took(work.actId, result);
  return done;
}

async function sendMany(context: EditContext, { changes, actId, kind }: Work<'many'>): Promise<SendOutcome> {
  const input = { transcriptId: context.transcriptId, changes, actId };
  const { reviseSegments: result } = await context.request(ReviseSegmentsDocument, { input });
  if (result.__typename !== 'ReviseSegmentsSuccess') return refused(result);
  const revised = result.outcomes.filter(({ isRevised }) => isRevised);
  for (const { id, segment } of revised) {
    if (segment !== null) context.madeRevisions.set(id, segment.revision);
  }
  context.acts.took(actId, result);
  const conflictCount = result.outcomes.length - revised.length;
  context.tell({ kind, back: null, changedCount: revised.length, conflictCount });
  return done;
}

async function sendRenaming(
  context: EditContext,
  { from, to, actId, kind }: Work<'rename'>,
): Promise<SendOutcome> {
  const input = { transcriptId: context.transcriptId, from, to, actId };
  const { renameSpeaker: result } = await context.request(RenameSpeakerDocument, { input });
  if (result.__typename !== 'RenameSpeakerSuccess') return refused(result);
  context.acts.took(actId, result);
  context.tell({ kind, back: null, changedCount: result.renamedCount, conflictCount: 0 });
  return done;
}

async function sendVersion(
  context: EditContext,
  { seq, untilSeq, actId, kind }: Work<'version'>,
): Promise<SendOutcome> {
  const input = { transcriptId: context.transcriptId, seq, untilSeq, actId };
  const { restoreTranscript: result } = await context.request(RestoreTranscriptDocument, { input });
  if (result.__typename !== 'RestoreTranscriptSuccess') return refused(result);
  context.acts.took(actId, result);
  const { revertedCount: changedCount, conflicts } = result;
  context.tell({ kind, back: null, changedCount, conflictCount: conflicts.length });
  return done;
}

/** The newest numbers first: an act that took several is taken back in the other direction. */
async function sendReversal(context: EditContext, { back, kind }: Work<'revert'>): Promise<SendOutcome> {
  const { acts, transcriptId } = context;
  const sums = { changedCount: 0, conflictCount: 0 };
  for (const { fromSeq, toSeq } of acts.takenBy(back.ofId).toReversed()) {
    const input = { transcriptId, fromSeq, toSeq, actId: back.actId };
    const { revertChanges: result } = await context.request(RevertChangesDocument, { input });
    if (result.__typename !== 'RevertChangesSuccess') return refused(result);
    acts.took(back.actId, result);
    sums.changedCount += result.revertedCount;
    sums.conflictCount += result.conflicts.length;
  }
  acts.left(back.ofId);
  context.tell({ kind, back, ...sums });
  return done;
}

function refused(result: { readonly message: string; readonly current?: unknown }): SendOutcome {
  const { message, current } = result;
  return current === undefined ? { kind: 'refused', message } : { kind: 'refused', message, current };
}
