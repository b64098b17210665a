import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { dayMs } from '../../platform/time/clock.ts';
import { checkClientId, countCharacters, isId } from '../../platform/text/text.rules.ts';
import { lockForWriting } from './lock-transcript.ts';
import { SegmentEntity } from './segment.entity.ts';
import { segmentColumns } from './segments.queries.ts';
import { SegmentConflict, TranscriptNotLive } from './transcript.errors.ts';
import { appendToLog } from './transcript-log.ts';
import { checkSegmentText, checkSpeaker, checkTimes } from './transcript.rules.ts';
import type { SegmentRow, TranscriptRow } from './transcript-states.rules.ts';

/** A segment as a writer commits it. */
export interface AppendSegment {
  readonly id: string;
  readonly transcriptId: string;
  readonly text: string;
  readonly speaker?: string | null;
  readonly startedMs?: number | null;
  readonly endedMs?: number | null;
}

/**
 * Adds a segment at the end. The client made its id: a retry, even after the session has ended, returns the row
 * that stands. Throws NOT_FOUND, InvalidInput, TranscriptNotLive.
 */
export async function appendSegment(ctx: Context, input: AppendSegment): Promise<SegmentRow> {
  const writer = requireMember(ctx);
  const id = checkClientId('id', input.id);
  const text = checkSegmentText(input.text);
  const speaker = checkSpeaker(input.speaker);
  checkTimes(input.startedMs, input.endedMs);
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, input.transcriptId);
    const standing = await segmentById(unit, id);
    if (standing) return sameTranscript(standing, transcript.id);
    if (transcript.status !== 'LIVE') throw new TranscriptNotLive();
    const createdAt = ctx.clock.now();
    await noteActivity(unit, transcript.id, createdAt);
    const startedMs = input.startedMs ?? momentIn(transcript, createdAt, input.endedMs);
    const words = { speaker, text, startedMs, endedMs: input.endedMs ?? null, revision: 1, createdAt };
    const { seq } = await appendToLog(unit, {
      transcriptId: transcript.id,
      kind: 'SEGMENT_APPENDED',
      subjectId: id,
      payload: segmentPayload(words),
      counts: { segments: 1, characters: countCharacters(text) },
    });
    const segment = { id, transcriptId: transcript.id, seq, ...words, authorId: writer.id, removedAt: null };
    await unit.em.insert(SegmentEntity, segment);
    return segment;
  });
}

/**
 * How far into the meeting a moment is, in milliseconds; never past a day, for a transcript may be continued weeks
 * after it began, and never after the end that its writer gives.
 */
function momentIn(transcript: TranscriptRow, at: Date, endedMs: number | null | undefined): number {
  const since = at.getTime() - (transcript.startedAt ?? at).getTime();
  return Math.min(Math.max(0, since), endedMs ?? dayMs - 1, dayMs - 1);
}

/** What the log keeps of a segment: its words as they were at that number, its own number excepted. */
export const segmentPayload = (
  words: Pick<SegmentRow, 'speaker' | 'text' | 'startedMs' | 'endedMs' | 'revision' | 'createdAt'> & {
    readonly segmentSeq?: number;
  },
): Readonly<Record<string, unknown>> => ({
  ...words,
  createdAt: words.createdAt.toISOString(),
});

/** Ids are the client's own: one that another transcript has is refused, without saying whose it is. */
function sameTranscript(standing: SegmentRow, transcriptId: string): SegmentRow {
  if (standing.transcriptId === transcriptId) return standing;
  throw new InvalidInput('id', {
    zh: '这个编号已被使用，请换一个。',
    en: 'This id is taken. Please make another.',
  });
}

/** A correction of a segment, made on the version that its writer saw. */
export interface ReviseSegment {
  readonly id: string;
  readonly baseRevision: number;
  readonly text: string;
  /** Absent: stays as it is; empty or null: nobody. */
  readonly speaker?: string | null;
}

/** Changes a segment's words. On an old base it changes nothing and throws SegmentConflict with what stands. */
export async function reviseSegment(ctx: Context, input: ReviseSegment): Promise<SegmentRow> {
  const text = checkSegmentText(input.text);
  const wantedSpeaker = checkSpeaker(input.speaker);
  return unitOfWork(ctx, async (unit) => {
    const { segment, transcript } = await lockSegment(ctx, unit, input.id);
    if (segment.removedAt) throw notFound();
    const speaker = input.speaker === undefined ? segment.speaker : wantedSpeaker;
    const isSame = segment.text === text && segment.speaker === speaker;
    // A retry of the revision that made the present version finds its own words: that is success, not conflict.
    if (isSame && segment.revision === input.baseRevision + 1) return segment;
    if (segment.revision !== input.baseRevision) throw new SegmentConflict(segment);
    await noteRevision(unit, transcript.id, ctx.clock.now());
    const revised = { ...segment, text, speaker, revision: segment.revision + 1 };
    await appendToLog(unit, {
      transcriptId: transcript.id,
      kind: 'SEGMENT_REVISED',
      subjectId: segment.id,
      payload: segmentPayload(wordsOf(revised)),
      counts: { characters: countCharacters(text) - countCharacters(segment.text) },
    });
    await unit.em.nativeUpdate(
      SegmentEntity,
      { id: segment.id },
      { text, speaker, revision: revised.revision },
    );
    return revised;
  });
}

const wordsOf = ({
  seq,
  speaker,
  text,
  startedMs,
  endedMs,
  revision,
  createdAt,
}: SegmentRow): Parameters<typeof segmentPayload>[0] => ({
  segmentSeq: seq,
  speaker,
  text,
  startedMs,
  endedMs,
  revision,
  createdAt,
});

/** Takes a segment away; doing it twice is the same. Returns the number of the event that did it. */
export async function removeSegment(
  ctx: Context,
  id: string,
): Promise<{ readonly removedId: string; readonly seq: number }> {
  return unitOfWork(ctx, async (unit) => {
    const { segment, transcript } = await lockSegment(ctx, unit, id);
    if (segment.removedAt) return { removedId: segment.id, seq: await removalSeq(unit, segment) };
    const { seq } = await appendToLog(unit, {
      transcriptId: transcript.id,
      kind: 'SEGMENT_REMOVED',
      subjectId: segment.id,
      payload: {},
      counts: { segments: -1, characters: -countCharacters(segment.text) },
    });
    await unit.em.nativeUpdate(SegmentEntity, { id: segment.id }, { removedAt: ctx.clock.now() });
    return { removedId: segment.id, seq };
  });
}

async function removalSeq(unit: Unit, segment: SegmentRow): Promise<number> {
  const event = await row(
    unit.em,
    sql<{ seq: number }>`select seq from transcript_events
      where transcript_id = ${segment.transcriptId} and subject_id = ${segment.id} and kind = 'SEGMENT_REMOVED' order by seq limit 1`,
  );
  return event?.seq ?? segment.seq;
}

async function lockSegment(
  ctx: Context,
  unit: Unit,
  id: string,
): Promise<{ readonly segment: SegmentRow; readonly transcript: TranscriptRow }> {
  const seen = isId(id) ? await segmentById(unit, id) : null;
  if (!seen) throw notFound();
  const transcript = await lockForWriting(ctx, unit, seen.transcriptId);
  // Read again behind the lock: it may have been revised while we waited.
  const segment = await segmentById(unit, id);
  if (!segment) throw notFound();
  return { segment, transcript };
}

const segmentById = (unit: Unit, id: string): Promise<SegmentRow | null> =>
  row(unit.em, sql<SegmentRow>`select ${segmentColumns} from segments s where s.id = ${id}`);

/** The meter runs from the first committed segment; a session without any is free. */
async function noteActivity(unit: Unit, transcriptId: string, at: Date): Promise<void> {
  await rows(
    unit.em,
    sql`update live_sessions set first_segment_at = coalesce(first_segment_at, ${at}), last_activity_at = ${at}
      where transcript_id = ${transcriptId} and ended_at is null`,
  );
}

/** Correcting is a sign of life; before the first segment there is nothing to correct. */
async function noteRevision(unit: Unit, transcriptId: string, at: Date): Promise<void> {
  await rows(
    unit.em,
    sql`update live_sessions set last_activity_at = ${at} where transcript_id = ${transcriptId} and ended_at is null`,
  );
}
