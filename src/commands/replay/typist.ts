import type { ImportedSegment } from '../../features/transcripts/import/parse-meeting.rules.ts';
import { openDraftLine } from './draft-line.ts';
import type { DraftLine } from './draft-line.ts';
import { TransientFailure } from './graphql-client.ts';
import type { GraphqlRequest } from './graphql-client.ts';
import { appendSegmentDocument, successOf } from './operations.ts';
import type { MutationResult } from './operations.ts';
import { planMeeting } from './pace.rules.ts';
import type { PlannedSegment } from './pace.rules.ts';
import { withRetries } from './retry.ts';
import type { RetryOptions, Sleep } from './retry.ts';

/** What the typist needs of the world. */
export interface TypistContext {
  readonly request: GraphqlRequest;
  /** Milliseconds on a clock that never goes back. */
  readonly clock: () => number;
  readonly sleep: Sleep;
  /** Makes a UUIDv7. */
  readonly newId: () => string;
}

/** Which live transcript to type into, how fast, and whom to tell. */
export interface TypingOptions extends RetryOptions {
  readonly transcriptId: string;
  /** 1 is the pace of the meeting, 20 is twenty times as fast. */
  readonly speed: number;
  readonly onCommitted?: (committed: CommittedSegment) => void;
}

/** A segment that the server has confirmed. */
export interface CommittedSegment {
  readonly segment: ImportedSegment;
  readonly id: string;
  readonly seq: number;
}

/** How the typing ended: all typed, or stopped by the signal after so many segments. */
export interface TypingOutcome {
  readonly committedCount: number;
  readonly isStopped: boolean;
}

/** Behind schedule by more than this, the typist goes on from where the meeting is instead of rushing after it. */
const lagMsMax = 2_000;
/** Timers are no finer than this; shorter waits are saved up. */
const waitMsMin = 10;

/**
 * Types a meeting into a live transcript: each segment's draft grows stroke by stroke, then the segment is
 * committed. Segments go one after the other, each under one id however often it has to be sent, so that none is
 * lost, doubled or out of order. Rejects when the server refuses one, or confirms another text than was sent.
 */
export async function typeMeeting(
  ctx: TypistContext,
  segments: readonly ImportedSegment[],
  options: TypingOptions,
): Promise<TypingOutcome> {
  const draft = openDraftLine(ctx, options.transcriptId);
  let committedCount = 0;
  let dueAt = ctx.clock();
  for (const planned of planMeeting(segments)) {
    dueAt = Math.max(dueAt + planned.pauseBeforeMs / options.speed, ctx.clock() - lagMsMax);
    dueAt = await typeDraft(ctx, planned, { ...options, draft, dueAt });
    await draft.settle();
    if (options.signal?.aborted === true || !(await commit(ctx, planned.segment, options))) {
      return { committedCount, isStopped: true };
    }
    committedCount += 1;
  }
  return { committedCount, isStopped: false };
}

/** Lets the draft grow stroke by stroke, starting at `dueAt`; returns when the last stroke was due. */
async function typeDraft(
  ctx: TypistContext,
  { segment, strokes }: PlannedSegment,
  options: TypingOptions & { readonly draft: DraftLine; readonly dueAt: number },
): Promise<number> {
  const { draft, speed, signal } = options;
  let { dueAt } = options;
  let text = '';
  await sleepUntil(ctx, dueAt, signal);
  for (const stroke of strokes) {
    if (signal?.aborted === true) break;
    dueAt += stroke.durationMs / speed;
    text += stroke.text;
    await sleepUntil(ctx, dueAt, signal);
    draft.show({ text, speaker: segment.speaker });
  }
  return dueAt;
}

async function sleepUntil(ctx: TypistContext, time: number, signal: AbortSignal | undefined): Promise<void> {
  const waitMs = time - ctx.clock();
  if (waitMs >= waitMsMin && signal?.aborted !== true) await ctx.sleep(waitMs, signal);
}

/** Commits one segment; false when the signal stopped it before the server confirmed. */
async function commit(
  ctx: TypistContext,
  segment: ImportedSegment,
  options: TypingOptions,
): Promise<boolean> {
  const id = ctx.newId();
  const input = { id, transcriptId: options.transcriptId, ...segment };
  const confirmed = await withRetries(ctx.sleep, () => append(ctx, input), options).catch(
    (failure: unknown) => {
      if (failure instanceof TransientFailure && options.signal?.aborted === true) return null;
      throw failure;
    },
  );
  if (confirmed === null) return false;
  if (confirmed.text !== segment.text || confirmed.speaker !== segment.speaker) {
    throw new Error(
      `Segment ${id} came back altered: ${JSON.stringify(confirmed)} for ${JSON.stringify(segment)}`,
    );
  }
  options.onCommitted?.({ segment, id, seq: confirmed.seq });
  return true;
}

interface ConfirmedSegment {
  readonly id: string;
  readonly seq: number;
  readonly text: string;
  readonly speaker: string | null;
}

async function append(
  ctx: TypistContext,
  input: Readonly<Record<string, unknown>>,
): Promise<ConfirmedSegment> {
  const { appendSegment } = await ctx.request<{ readonly appendSegment: MutationResult }>(
    appendSegmentDocument,
    {
      input,
    },
  );
  return successOf<{ readonly segment: ConfirmedSegment }>(appendSegment).segment;
}
