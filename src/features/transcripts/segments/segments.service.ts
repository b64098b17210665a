import { requireMember } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { row, sql } from '../../../platform/database/sql.ts';
import { unlessTaken } from '../../../platform/database/taken.ts';
import { unitOfStatement, unitOfWork } from '../../../platform/database/unit-of-work.ts';
import { notFound } from '../../../platform/errors/app-error.ts';
import { InvalidInput } from '../../../platform/graphql/user-error.ts';
import { checkClientId, countCharacters, isId } from '../../../platform/text/text.rules.ts';
import {
  lockSegment,
  noteActivity,
  writeRevision,
  writeSegment,
  type NewSegment,
} from './segment.statements.ts';
import { positionOf } from './position.rules.ts';
import { changePayload, segmentPayload } from './segment-payload.rules.ts';
import type { SegmentChange } from './segment-change.rules.ts';
import { writeChanges } from './segment-changes.statements.ts';
import { latestVersion } from './segment-versions.queries.ts';
import { segmentColumns } from './segments.queries.ts';
import { lockForWriting } from '../lock-transcript.ts';
import { canWrite } from '../transcript.access.ts';
import { SegmentConflict, TranscriptNotLive } from '../transcript.errors.ts';
import { checkSegmentText, checkSpeaker, checkTimes } from '../transcript.rules.ts';
import { findReadable } from '../transcripts.queries.ts';
import type { SegmentRow } from '../transcript-states.rules.ts';
import { writerKeyOf } from '../writer-key.ts';

/** A segment as a writer commits it. */
export interface AppendSegment {
  readonly id: string;
  readonly transcriptId: string;
  readonly text: string;
  readonly speaker?: string | null;
  readonly startedMs?: number | null;
  readonly endedMs?: number | null;
}

/** How often a segment is tried that the transcript's state allows, and that still does not come to stand. */
const triesMax = 3;

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
  if (!isId(input.transcriptId)) throw notFound();
  const transcriptId = input.transcriptId.toLowerCase();
  for (let tries = 1; tries <= triesMax; tries += 1) {
    const createdAt = ctx.clock.now();
    const { startedMs = null, endedMs = null } = input;
    const words = { speaker, text, startedMs, endedMs, revision: 1, createdAt };
    const segment = { id, transcriptId, authorId: writer.id, ...words };
    const found = (await append(ctx, segment)) ?? (await standingSegment(ctx, segment));
    if (found) return found;
  }
  // It went live or back while we looked, again and again.
  throw new TranscriptNotLive();
}

/** The segment once it stands; null when it could not be written, whyever. */
async function append(ctx: Context, segment: NewSegment): Promise<SegmentRow | null> {
  const writerKey = writerKeyOf(segment.transcriptId, segment.authorId);
  const payload = { ...segmentPayload(segment), writerKey };
  const written = await unlessTaken(
    unitOfStatement(ctx, (unit) => writeSegment(ctx, unit, { segment, payload })),
  );
  if (!written) return null;
  const { seq, startedMs, isNoted } = written;
  const { transcriptId, createdAt } = segment;
  // The session that the statement saw had ended and another begun by the time it came to write.
  if (!isNoted) await unitOfStatement(ctx, (unit) => noteActivity(unit, transcriptId, createdAt));
  return { ...segment, seq, position: positionOf(seq), startedMs, checkedAt: null, removedAt: null };
}

/** What has this id already. Throws why there is nothing and nothing may be written; null when it may by now. */
async function standingSegment(
  ctx: Context,
  { id, transcriptId }: Pick<SegmentRow, 'id' | 'transcriptId'>,
): Promise<SegmentRow | null> {
  const transcript = await findReadable(ctx, transcriptId);
  if (!transcript || !canWrite(ctx, transcript)) throw notFound();
  const standing = await segmentById(ctx, id);
  if (standing) return sameTranscript(standing, transcript.id);
  if (transcript.status !== 'LIVE') throw new TranscriptNotLive();
  return null;
}

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
  /** Absent: stays as it is; true: it was checked just now. */
  readonly isChecked?: boolean | null;
}

/** A segment as it stands, and the number of the event that made it so; null when none did. */
export interface Revised {
  readonly segment: SegmentRow;
  readonly seq: number | null;
}

/** Changes a segment's words. On an old base it changes nothing and throws SegmentConflict with what stands. */
export async function reviseSegment(ctx: Context, input: ReviseSegment): Promise<Revised> {
  const writer = requireMember(ctx);
  const text = checkSegmentText(input.text);
  const wantedSpeaker = checkSpeaker(input.speaker);
  return unitOfWork(ctx, async (unit) => {
    const segment = await lockSegment(ctx, unit, input.id);
    if (segment.removedAt) throw notFound();
    const speaker = input.speaker === undefined ? segment.speaker : wantedSpeaker;
    const isChecked = input.isChecked ?? segment.checkedAt !== null;
    const isSame =
      segment.text === text && segment.speaker === speaker && (segment.checkedAt !== null) === isChecked;
    // A retry of the revision that made the present version finds its own words: that is success, not conflict.
    if (isSame && segment.revision === input.baseRevision + 1) {
      return { segment, seq: (await latestVersion(unit, segment.id))?.seq ?? null };
    }
    if (segment.revision !== input.baseRevision) throw new SegmentConflict(segment);
    const now = ctx.clock.now();
    const checkedAt = isChecked ? (segment.checkedAt ?? now) : null;
    const revised = { ...segment, text, speaker, checkedAt, revision: segment.revision + 1 };
    const payload = changePayload(revised);
    const characters = countCharacters(text) - countCharacters(segment.text);
    const seq = await writeRevision(unit, { revised, payload, characters, memberId: writer.id }, now);
    return { segment: revised, seq };
  });
}

/** Takes a segment away; doing it twice is the same. Returns the number of the event that did it. */
export async function removeSegment(
  ctx: Context,
  id: string,
): Promise<{ readonly removedId: string; readonly seq: number }> {
  const writer = requireMember(ctx);
  return unitOfWork(ctx, async (unit) => {
    const segment = await lockSegment(ctx, unit, id);
    const transcript = await lockForWriting(ctx, unit, segment.transcriptId);
    const removedId = segment.id;
    if (segment.removedAt)
      return { removedId, seq: (await latestVersion(unit, removedId))?.seq ?? segment.seq };
    const change: SegmentChange = { kind: 'SEGMENT_REMOVED', before: segment };
    await writeChanges(unit, [change], { transcript, memberId: writer.id, at: ctx.clock.now() });
    return { removedId, seq: transcript.lastSeq + 1 };
  });
}

const segmentById = ({ em }: Pick<Context, 'em'>, id: string): Promise<SegmentRow | null> =>
  row(em, sql<SegmentRow>`select ${segmentColumns} from segments s where s.id = ${id}`);
