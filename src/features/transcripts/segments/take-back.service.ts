import { requireMember } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { unitOfWork, type Unit } from '../../../platform/database/unit-of-work.ts';
import { notFound } from '../../../platform/errors/app-error.ts';
import { InvalidInput } from '../../../platform/graphql/user-error.ts';
import { lockForWriting } from '../lock-transcript.ts';
import { SegmentConflict } from '../transcript.errors.ts';
import { takenBackMax } from '../transcript-limits.rules.ts';
import type { SegmentRow, TranscriptRow } from '../transcript-states.rules.ts';
import { actOnce, checkActId } from './acts-once.ts';
import { writeChanges, type Changing, type NumbersTaken } from './segment-changes.statements.ts';
import { lockSegment } from './segment.statements.ts';
import { segmentFromPayload, type LoggedSegment } from './segment-payload.rules.ts';
import {
  latestVersion,
  latestVersions,
  pairsBetween,
  segmentsByIds,
  touchedBetween,
  type SegmentVersion,
  type SeqRange,
} from './segment-versions.queries.ts';
import { takenBack, type TakenBack, type ToTakeBack } from './take-back.rules.ts';

/** What was taken back, and what was not because somebody has changed it since. */
export interface Reverted extends NumbersTaken {
  readonly revertedCount: number;
  readonly conflicts: readonly SegmentRow[];
}

/**
 * Takes back what the events of these numbers did to segments. What somebody has changed since stays as it is and is
 * handed back. It is an act like any other, and can be taken back itself. Throws NOT_FOUND, InvalidInput.
 */
export async function revertChanges(
  ctx: Context,
  input: SeqRange & { readonly actId?: string | null },
): Promise<Reverted> {
  const writer = requireMember(ctx);
  const { fromSeq, toSeq } = input;
  const request = { actId: checkActId(input.actId), asked: ['revertChanges', fromSeq, toSeq] };
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, input.transcriptId);
    checkNumbers(input, transcript);
    const changing = { transcript, memberId: writer.id, at: ctx.clock.now() };
    const done = await actOnce(unit, { ...request, ...changing }, async () => {
      const range = { transcriptId: transcript.id, fromSeq, toSeq };
      return carriedOut(unit, await planned(unit, await withPartners(unit, range)), changing);
    });
    return withConflicts(unit, done);
  });
}

/** The number to whose text a transcript is to go back. */
export interface RestoreTranscript {
  readonly transcriptId: string;
  readonly seq: number;
  /** The newest number that the writer saw; absent: the newest there is. */
  readonly untilSeq?: number | null;
  readonly actId?: string | null;
}

/**
 * Brings a transcript's whole text back to what it was at a number, but for what was changed after the writer looked.
 * Throws NOT_FOUND, InvalidInput.
 */
export async function restoreTranscript(
  ctx: Context,
  input: RestoreTranscript,
): Promise<Reverted & { readonly transcriptId: string }> {
  const writer = requireMember(ctx);
  const asked = ['restoreTranscript', input.seq, input.untilSeq ?? null];
  const request = { actId: checkActId(input.actId), asked };
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, input.transcriptId);
    const changing = { transcript, memberId: writer.id, at: ctx.clock.now() };
    const done = await actOnce(unit, { ...request, ...changing }, async () => {
      const range = seenRange(input, transcript);
      const { toSeq } = await withPartners(unit, range);
      return carriedOut(unit, await planned(unit, { ...range, toSeq }), changing);
    });
    return { ...(await withConflicts(unit, done)), transcriptId: transcript.id };
  });
}

/** What happened after the number, as far as the writer saw it. Throws InvalidInput. */
function seenRange(input: RestoreTranscript, { id, lastSeq }: TranscriptRow): SeqRange {
  const toSeq = input.untilSeq ?? lastSeq;
  checkNumber('untilSeq', toSeq, { min: 0, max: lastSeq });
  checkNumber('seq', input.seq, { min: Math.max(0, toSeq - takenBackMax), max: toSeq });
  return { transcriptId: id, fromSeq: input.seq + 1, toSeq };
}

/** A segment that came back, and the numbers that it took; none when it was there. */
export interface Restored extends NumbersTaken {
  readonly segment: SegmentRow;
}

/**
 * Brings a removed segment back to its place. One that was merged into another takes its words out of that one again;
 * when that one was changed since, nothing is done and it throws SegmentConflict with it. Throws NOT_FOUND.
 */
export async function restoreSegment(
  ctx: Context,
  input: { readonly id: string; readonly actId?: string | null },
): Promise<Restored> {
  const writer = requireMember(ctx);
  const actId = checkActId(input.actId);
  return unitOfWork(ctx, async (unit) => {
    const segment = await lockSegment(ctx, unit, input.id);
    const transcript = await lockForWriting(ctx, unit, segment.transcriptId);
    const changing = { transcript, memberId: writer.id, at: ctx.clock.now() };
    const request = { actId, asked: ['restoreSegment', segment.id] };
    const { fromSeq, toSeq } = await actOnce(unit, { ...request, ...changing }, () =>
      broughtBack(unit, segment, changing),
    );
    const [back] = await segmentsByIds(unit, [segment.id]);
    return { segment: back ?? segment, fromSeq, toSeq };
  });
}

/** Throws NOT_FOUND, and SegmentConflict with what was changed since. */
async function broughtBack(unit: Unit, segment: SegmentRow, changing: Changing): Promise<NumbersTaken> {
  if (!segment.removedAt) return { fromSeq: null, toSeq: null };
  const removal = await latestVersion(unit, segment.id);
  if (!removal) throw notFound();
  const range = { transcriptId: segment.transcriptId, fromSeq: removal.seq, toSeq: removal.seq };
  const plan = await planned(unit, await withPartners(unit, range));
  const [changed] = plan.conflicts;
  if (changed) throw new SegmentConflict(changed);
  return carriedOut(unit, plan, changing);
}

/** The numbers, and those beside them without which words would be lost or doubled: the other half of a split or merge. */
async function withPartners(unit: Unit, range: SeqRange): Promise<SeqRange> {
  const { fromSeq, toSeq } = range;
  const near = await pairsBetween(unit, { ...range, toSeq: toSeq + 1 });
  const within = near.filter(({ seq, partnerSeq }) => seq <= toSeq || partnerSeq >= fromSeq);
  return {
    ...range,
    fromSeq: Math.min(fromSeq, ...within.map(({ partnerSeq }) => partnerSeq)),
    toSeq: Math.max(toSeq, ...within.map(({ seq }) => seq)),
  };
}

/** What makes the segments that these numbers touched what they were before the first of them. */
async function planned(unit: Unit, range: SeqRange): Promise<TakenBack> {
  const ids = await touchedBetween(unit, range);
  const [rows, before, after] = [
    await segmentsByIds(unit, ids),
    await latestVersions(unit, ids, { before: range.fromSeq }),
    await latestVersions(unit, ids, { before: range.toSeq + 1 }),
  ];
  const wanted = rows.map((current): ToTakeBack => ({
    current,
    before: asItWas(before.get(current.id)),
    after: asItWas(after.get(current.id)),
  }));
  return takenBack(wanted, await pairsBetween(unit, range));
}

function asItWas(version: SegmentVersion | undefined): LoggedSegment | null {
  if (!version || version.kind === 'SEGMENT_REMOVED') return null;
  return segmentFromPayload({ id: version.segmentId, seq: version.seq, payload: version.payload });
}

/** What was done, as it is kept: what stands is looked up when it is answered. */
interface Done extends NumbersTaken {
  readonly revertedCount: number;
  readonly conflictIds: readonly string[];
}

async function carriedOut(unit: Unit, { changes, conflicts }: TakenBack, changing: Changing): Promise<Done> {
  const numbers = await writeChanges(unit, changes, changing);
  const conflictIds = conflicts.slice(0, conflictsMax).map(({ id }) => id);
  return { ...numbers, revertedCount: changes.length, conflictIds };
}

const withConflicts = async (unit: Unit, { conflictIds, ...done }: Done): Promise<Reverted> => ({
  ...done,
  conflicts: conflictIds.length === 0 ? [] : await segmentsByIds(unit, conflictIds),
});

/** An answer names at most so many segments that stay as they are. */
const conflictsMax = 100;

function checkNumbers({ fromSeq, toSeq }: SeqRange, { lastSeq }: TranscriptRow): void {
  checkNumber('fromSeq', fromSeq, { min: 1, max: lastSeq });
  checkNumber('toSeq', toSeq, { min: fromSeq, max: Math.min(lastSeq, fromSeq + takenBackMax - 1) });
}

function checkNumber(
  field: string,
  seq: number,
  { min, max }: { readonly min: number; readonly max: number },
): void {
  if (Number.isInteger(seq) && seq >= min && seq <= max) return;
  throw new InvalidInput(
    field,
    { zh: `编号须在 ${min} 到 ${max} 之间。`, en: `The number must be from ${min} to ${max}.` },
    seq < min ? min : max,
  );
}
