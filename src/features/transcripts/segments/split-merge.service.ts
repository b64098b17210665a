import { requireMember } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { row, sql } from '../../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../../platform/database/unit-of-work.ts';
import { notFound } from '../../../platform/errors/app-error.ts';
import { InvalidInput } from '../../../platform/graphql/user-error.ts';
import { checkClientId, countCharacters, isId } from '../../../platform/text/text.rules.ts';
import { lockForWriting } from '../lock-transcript.ts';
import { SegmentConflict } from '../transcript.errors.ts';
import { checkSegmentText, checkSpeaker } from '../transcript.rules.ts';
import type { SegmentRow, TranscriptRow } from '../transcript-states.rules.ts';
import { positionBetween } from './position.rules.ts';
import type { SegmentChange } from './segment-change.rules.ts';
import { writeChanges } from './segment-changes.statements.ts';
import { lockSegment } from './segment.statements.ts';
import { latestVersion, segmentsByIds } from './segment-versions.queries.ts';
import { checkJoiner, cutText, cutTime } from './split-merge.rules.ts';

/** Where a segment is to be cut. */
export interface SplitSegment {
  readonly id: string;
  readonly baseRevision: number;
  /** After so many characters (code points). */
  readonly at: number;
  readonly newId: string;
  /** Who speaks in the later half; absent: the same. */
  readonly speaker?: string | null;
}

/** What cutting a segment in two made. */
export interface Halves {
  readonly segment: SegmentRow;
  readonly newSegment: SegmentRow;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/**
 * Cuts a segment in two: the earlier half keeps its id, the later gets the client's and stands behind it. A retry
 * answers with what stands. Throws NOT_FOUND, InvalidInput, SegmentConflict.
 */
export async function splitSegment(ctx: Context, input: SplitSegment): Promise<Halves> {
  const writer = requireMember(ctx);
  const newId = checkClientId('newId', input.newId);
  const speaker = input.speaker === undefined ? undefined : checkSpeaker(input.speaker);
  return unitOfWork(ctx, async (unit) => {
    const segment = await lockSegment(ctx, unit, input.id);
    const transcript = await lockForWriting(ctx, unit, segment.transcriptId);
    const [made] = await segmentsByIds(unit, [newId]);
    if (made) return madeBefore(unit, segment, made);
    if (segment.removedAt) throw notFound();
    if (segment.revision !== input.baseRevision) throw new SegmentConflict(segment);
    const next = await followingPosition(unit, segment);
    const halves = halvesOf(segment, { ...input, newId, speaker, next, seq: transcript.lastSeq + 2 });
    const changes: readonly SegmentChange[] = [
      { kind: 'SEGMENT_REVISED', segment: halves.segment, before: segment },
      { kind: 'SEGMENT_APPENDED', segment: halves.newSegment, note: { splitFrom: segment.id } },
    ];
    await writeChanges(unit, changes, { transcript, memberId: writer.id, at: ctx.clock.now() });
    return { ...halves, fromSeq: transcript.lastSeq + 1, toSeq: transcript.lastSeq + 2 };
  });
}

interface Cut extends Pick<SplitSegment, 'at' | 'newId' | 'speaker'> {
  readonly next: string | null;
  readonly seq: number;
}

function halvesOf(segment: SegmentRow, cut: Cut): Pick<Halves, 'segment' | 'newSegment'> {
  const [earlier, later] = cutText(segment.text, cut.at);
  const cutMs = cutTime(segment, cut.at / countCharacters(segment.text));
  const endedMs = segment.endedMs === null ? null : cutMs;
  return {
    segment: { ...segment, text: earlier, endedMs, revision: segment.revision + 1 },
    newSegment: {
      ...segment,
      id: cut.newId,
      seq: cut.seq,
      position: positionBetween(segment.position, cut.next),
      text: later,
      speaker: cut.speaker === undefined ? segment.speaker : cut.speaker,
      startedMs: cutMs,
      revision: 1,
    },
  };
}

/** The answer to a retry; an id that something else has is refused, without saying what it is. */
async function madeBefore(unit: Unit, segment: SegmentRow, made: SegmentRow): Promise<Halves> {
  const first = await latestVersion(unit, made.id, { until: made.seq });
  const isOurs = made.transcriptId === segment.transcriptId && first?.payload['splitFrom'] === segment.id;
  if (isOurs) return { segment, newSegment: made, fromSeq: made.seq - 1, toSeq: made.seq };
  throw new InvalidInput('newId', {
    zh: '这个编号已被使用，请换一个。',
    en: 'This id is taken. Please make another.',
  });
}

/** Where the next one stands, be it there or removed: what is brought back comes to the same place. */
async function followingPosition(unit: Unit, { transcriptId, position }: SegmentRow): Promise<string | null> {
  const next = await row(
    unit.em,
    sql<{ position: string }>`select position from segments
      where transcript_id = ${transcriptId} and position > ${position} order by position limit 1`,
  );
  return next?.position ?? null;
}

/** Two neighbours that are to become one. */
export interface MergeSegments {
  readonly firstId: string;
  readonly firstRevision: number;
  readonly secondId: string;
  readonly secondRevision: number;
  /** What is to stand between their texts. */
  readonly joiner: string;
}

/** What merging two segments made. */
export interface Merged {
  readonly segment: SegmentRow;
  readonly removedId: string;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/**
 * Makes one segment of two neighbours: the first keeps its id and its speaker, the second is removed. A merge that was
 * made already answers with what stands. Throws NOT_FOUND, InvalidInput, SegmentConflict.
 */
export async function mergeSegments(ctx: Context, input: MergeSegments): Promise<Merged> {
  const writer = requireMember(ctx);
  const joiner = checkJoiner(input.joiner);
  return unitOfWork(ctx, async (unit) => {
    const first = await lockSegment(ctx, unit, input.firstId);
    const transcript = await lockForWriting(ctx, unit, first.transcriptId);
    await checkSameTranscript(unit, transcript, input.secondId);
    const second = await lockSegment(ctx, unit, input.secondId);
    const before = await mergedBefore(unit, first, second);
    if (before) return before;
    if (first.removedAt || second.removedAt) throw notFound();
    if (first.revision !== input.firstRevision) throw new SegmentConflict(first);
    if (second.revision !== input.secondRevision) throw new SegmentConflict(second);
    await checkNeighbours(unit, first, second);
    const segment = mergedOf(first, second, joiner);
    const note = { mergedInto: first.id };
    const changes: readonly SegmentChange[] = [
      { kind: 'SEGMENT_REVISED', segment, before: first },
      { kind: 'SEGMENT_REMOVED', before: second, note },
    ];
    await writeChanges(unit, changes, { transcript, memberId: writer.id, at: ctx.clock.now() });
    return { segment, removedId: second.id, ...numbersAfter(transcript) };
  });
}

/** Before the second is locked: locking a second transcript behind the first, two such merges could wait for each other. */
async function checkSameTranscript(unit: Unit, { id }: TranscriptRow, segmentId: string): Promise<void> {
  const [segment] = isId(segmentId) ? await segmentsByIds(unit, [segmentId]) : [];
  if (segment?.transcriptId !== id) throw notFound();
}

const numbersAfter = ({ lastSeq }: TranscriptRow) => ({ fromSeq: lastSeq + 1, toSeq: lastSeq + 2 });

function mergedOf(first: SegmentRow, second: SegmentRow, joiner: string): SegmentRow {
  return {
    ...first,
    text: checkSegmentText(first.text + joiner + second.text),
    endedMs: second.endedMs,
    checkedAt: second.checkedAt && first.checkedAt,
    revision: first.revision + 1,
  };
}

async function mergedBefore(unit: Unit, first: SegmentRow, second: SegmentRow): Promise<Merged | null> {
  if (!second.removedAt || first.removedAt) return null;
  const removal = await latestVersion(unit, second.id);
  if (removal?.payload['mergedInto'] !== first.id) return null;
  return { segment: first, removedId: second.id, fromSeq: removal.seq - 1, toSeq: removal.seq };
}

/** Throws InvalidInput unless the second stands right behind the first. */
async function checkNeighbours(unit: Unit, first: SegmentRow, second: SegmentRow): Promise<void> {
  const next = await row(
    unit.em,
    sql<{ id: string }>`select id from segments where transcript_id = ${first.transcriptId}
      and position > ${first.position} and removed_at is null order by position limit 1`,
  );
  if (next?.id === second.id) return;
  throw new InvalidInput('secondId', {
    zh: '只能合并相邻的两段。',
    en: 'Only two passages that stand next to each other can be merged.',
  });
}
