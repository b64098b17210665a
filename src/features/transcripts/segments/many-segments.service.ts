import { requireMember } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { rows, sql } from '../../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../../platform/database/unit-of-work.ts';
import { InvalidInput } from '../../../platform/graphql/user-error.ts';
import { isId } from '../../../platform/text/text.rules.ts';
import { lockForWriting } from '../lock-transcript.ts';
import { checkSegmentText, checkSpeaker } from '../transcript.rules.ts';
import { changesMax } from '../transcript-limits.rules.ts';
import type { SegmentRow } from '../transcript-states.rules.ts';
import { actOnce, checkActId } from './acts-once.ts';
import type { SegmentChange } from './segment-change.rules.ts';
import { writeChanges, type Changing, type NumbersTaken } from './segment-changes.statements.ts';
import { segmentColumns } from './segments.queries.ts';
import { segmentsByIds } from './segment-versions.queries.ts';

/** A correction among many. */
export interface ChangeOfMany {
  readonly id: string;
  readonly baseRevision: number;
  readonly text: string;
  /** Absent: stays as it is; empty or null: nobody. */
  readonly speaker?: string | null;
  readonly isChecked?: boolean | null;
}

/** What became of one of many. */
export interface Outcome {
  readonly id: string;
  readonly isRevised: boolean;
  /** What stands; null when it is not there. */
  readonly segment: SegmentRow | null;
}

/**
 * Corrects many segments of a transcript at once, in their order in the list. One that was made on an old base, or of
 * a segment that is gone, changes nothing and says so; the others stand. Throws NOT_FOUND, InvalidInput.
 */
export async function reviseSegments(
  ctx: Context,
  input: {
    readonly transcriptId: string;
    readonly changes: readonly ChangeOfMany[];
    readonly actId?: string | null;
  },
): Promise<NumbersTaken & { readonly outcomes: readonly Outcome[] }> {
  const writer = requireMember(ctx);
  const changes = checkChanges(input.changes);
  const request = { actId: checkActId(input.actId), asked: ['reviseSegments', changes.map(inFixedOrder)] };
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, input.transcriptId);
    const changing = { transcript, memberId: writer.id, at: ctx.clock.now() };
    const made = await actOnce(unit, { ...request, ...changing }, () => reviseAll(unit, changes, changing));
    const standing = await standingOf(unit, transcript.id, changes);
    const outcomes = made.outcomes.map((one) => ({ ...one, segment: standing.get(one.id) ?? null }));
    return { ...made, outcomes };
  });
}

const inFixedOrder = ({ id, baseRevision, text, speaker, isChecked }: ChangeOfMany): readonly unknown[] => [
  id,
  baseRevision,
  text,
  speaker === undefined ? [] : [speaker],
  isChecked ?? null,
];

async function reviseAll(
  unit: Unit,
  changes: readonly ChangeOfMany[],
  changing: Changing,
): Promise<NumbersTaken & { readonly outcomes: readonly Omit<Outcome, 'segment'>[] }> {
  const standing = await standingOf(unit, changing.transcript.id, changes);
  const tried = changes.map((change) => ({
    id: change.id,
    ...revised(standing.get(change.id) ?? null, change, changing.at),
  }));
  const made = tried.flatMap(({ change }) => (change ? [change] : []));
  const numbers = await writeChanges(unit, made, changing);
  return {
    ...numbers,
    outcomes: tried.map(({ id, isRevised }) => ({ id, isRevised })),
  };
}

/** Those of the segments that stand in this transcript. */
async function standingOf(
  unit: Unit,
  transcriptId: string,
  changes: readonly ChangeOfMany[],
): Promise<ReadonlyMap<string, SegmentRow>> {
  const found = await segmentsByIds(unit, changes.map(({ id }) => id).filter(isId));
  const here = found.filter((segment) => segment.transcriptId === transcriptId && !segment.removedAt);
  return new Map(here.map((segment) => [segment.id, segment]));
}

interface Tried {
  readonly isRevised: boolean;
  readonly change: SegmentChange | null;
}

function revised(segment: SegmentRow | null, wanted: ChangeOfMany, at: Date): Tried {
  const { baseRevision, text } = wanted;
  if (!segment) return { isRevised: false, change: null };
  const speaker = wanted.speaker === undefined ? segment.speaker : wanted.speaker;
  const isChecked = wanted.isChecked ?? segment.checkedAt !== null;
  const isSame =
    segment.text === text && segment.speaker === speaker && (segment.checkedAt !== null) === isChecked;
  const isRetry = isSame && segment.revision === baseRevision + 1;
  const isNothing = isSame && segment.revision === baseRevision;
  if (isRetry || isNothing) return { isRevised: true, change: null };
  if (segment.revision !== baseRevision) return { isRevised: false, change: null };
  const checkedAt = isChecked ? (segment.checkedAt ?? at) : null;
  const after = { ...segment, text, speaker, checkedAt, revision: segment.revision + 1 };
  return { isRevised: true, change: { kind: 'SEGMENT_REVISED', segment: after, before: segment } };
}

/** Throws InvalidInput when there are none or too many, when one is outside its rule, or named twice. */
function checkChanges(changes: readonly ChangeOfMany[]): readonly ChangeOfMany[] {
  if (changes.length === 0 || changes.length > changesMax) {
    throw new InvalidInput(
      'changes',
      { zh: `每次可修改 1 到 ${changesMax} 段。`, en: `Change from 1 to ${changesMax} passages at a time.` },
      changesMax,
    );
  }
  const ids = new Set(changes.map(({ id }) => id.toLowerCase()));
  if (ids.size < changes.length) {
    throw new InvalidInput('changes', { zh: '同一段出现了两次。', en: 'The same passage is named twice.' });
  }
  return changes.map((change) => ({
    ...change,
    id: change.id.toLowerCase(),
    text: checkSegmentText(change.text),
    ...(change.speaker === undefined ? {} : { speaker: checkSpeaker(change.speaker) }),
  }));
}

/** A speaker who is to be called something else everywhere. */
export interface RenameSpeaker {
  readonly transcriptId: string;
  readonly from: string;
  /** Empty: nobody. */
  readonly to: string;
  readonly actId?: string | null;
}

/** Renames a speaker in all segments of a transcript that stand. Throws NOT_FOUND, InvalidInput. */
export async function renameSpeaker(
  ctx: Context,
  input: RenameSpeaker,
): Promise<NumbersTaken & { readonly renamedCount: number }> {
  const writer = requireMember(ctx);
  const from = checkSpeaker(input.from, 'from');
  const speaker = checkSpeaker(input.to, 'to');
  const request = { actId: checkActId(input.actId), asked: ['renameSpeaker', from, speaker] };
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, input.transcriptId);
    const changing = { transcript, memberId: writer.id, at: ctx.clock.now() };
    return actOnce(unit, { ...request, ...changing }, async () => {
      const changes = await renamings(unit, transcript.id, { from, speaker });
      return { ...(await writeChanges(unit, changes, changing)), renamedCount: changes.length };
    });
  });
}

async function renamings(
  unit: Unit,
  transcriptId: string,
  { from, speaker }: { readonly from: string | null; readonly speaker: string | null },
): Promise<readonly SegmentChange[]> {
  const found = await rows(
    unit.em,
    sql<SegmentRow>`select ${segmentColumns} from segments s where s.transcript_id = ${transcriptId}
      and s.removed_at is null and s.speaker = ${from} and s.speaker is distinct from ${speaker}::text
      order by s.position`,
  );
  return found.map((before) => {
    const segment = { ...before, speaker, revision: before.revision + 1 };
    return { kind: 'SEGMENT_REVISED', segment, before };
  });
}
