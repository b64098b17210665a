import { row, rows, sql } from '../../../platform/database/sql.ts';
import type { Unit } from '../../../platform/database/unit-of-work.ts';
import { notFound } from '../../../platform/errors/app-error.ts';
import { countCharacters } from '../../../platform/text/text.rules.ts';
import { announceEvent } from '../transcript-log.ts';
import type { TranscriptRow } from '../transcript-states.rules.ts';
import type { SegmentChange } from './segment-change.rules.ts';
import { changePayload } from './segment-payload.rules.ts';

/** Whose changes they are, to which transcript, which the unit has locked, and when. */
export interface Changing {
  readonly transcript: Pick<TranscriptRow, 'id' | 'lastSeq'>;
  readonly memberId: string;
  readonly at: Date;
}

/** The numbers that an act took, without a gap; none when it changed nothing. */
export interface NumbersTaken {
  readonly fromSeq: number | null;
  readonly toSeq: number | null;
}

/**
 * Writes changes under consecutive numbers, in their order: a fixed number of statements, however many they are. A
 * segment that is new gets the number of its event.
 */
export async function writeChanges(
  unit: Unit,
  changes: readonly SegmentChange[],
  { transcript, memberId, at }: Changing,
): Promise<NumbersTaken> {
  if (changes.length === 0) return { fromSeq: null, toSeq: null };
  const events = changes.map((change, place) => eventOf(change, transcript.lastSeq + 1 + place));
  await takeNumbers(unit, changes, { transcript, memberId, at });
  await hideEarlier(unit, events);
  const list = JSON.stringify(events);
  await rows(
    unit.em,
    sql`insert into transcript_events (transcript_id, seq, kind, subject_id, payload, member_id)
      select ${transcript.id}::uuid, seq, kind, "subjectId", payload, ${memberId}::uuid
      from jsonb_to_recordset(${list}::jsonb) as e (seq int, kind text, "subjectId" uuid, payload jsonb)`,
  );
  await writeSegments(unit, changes, { transcript, memberId, at });
  for (const event of events) announceEvent(unit, { transcriptId: transcript.id, ...event });
  return { fromSeq: transcript.lastSeq + 1, toSeq: transcript.lastSeq + changes.length };
}

function eventOf(change: SegmentChange, seq: number) {
  const { kind } = change;
  if (kind === 'SEGMENT_REMOVED') {
    return { seq, kind, subjectId: change.before.id, payload: change.note ?? {} };
  }
  const note = kind === 'SEGMENT_APPENDED' ? change.note : {};
  return { seq, kind, subjectId: change.segment.id, payload: { ...changePayload(change.segment), ...note } };
}

/** The numbers, the counters, and the sign of life that a change is to a session that runs. */
async function takeNumbers(
  unit: Unit,
  changes: readonly SegmentChange[],
  { transcript, at }: Changing,
): Promise<void> {
  const sums = changes.map(sumsOf);
  const segments = sums.reduce((sum, one) => sum + one.segments, 0);
  const characters = sums.reduce((sum, one) => sum + one.characters, 0);
  const taken = await row(
    unit.em,
    sql`with numbered as (
        update transcripts set last_seq = last_seq + ${changes.length}, updated_at = now(),
          segment_count = segment_count + ${segments}, character_count = character_count + ${characters}
        where id = ${transcript.id} and last_seq = ${transcript.lastSeq} and deleted_at is null returning id),
      noted as (update live_sessions l set last_activity_at = ${at}
        from numbered where l.transcript_id = numbered.id and l.ended_at is null)
      select id from numbered`,
  );
  if (!taken) throw notFound();
}

/** What a change adds to the transcript's counters. */
function sumsOf(change: SegmentChange): { readonly segments: number; readonly characters: number } {
  const after = change.kind === 'SEGMENT_REMOVED' ? 0 : countCharacters(change.segment.text);
  const before = change.kind === 'SEGMENT_APPENDED' ? 0 : countCharacters(change.before.text);
  const segments = { SEGMENT_APPENDED: 1, SEGMENT_REVISED: 0, SEGMENT_REMOVED: -1 }[change.kind];
  return { segments, characters: after - before };
}

/** A removed segment's earlier events are replayed as removals. */
async function hideEarlier(unit: Unit, events: readonly ReturnType<typeof eventOf>[]): Promise<void> {
  const removed = events.filter(({ kind }) => kind === 'SEGMENT_REMOVED').map(({ subjectId }) => subjectId);
  if (removed.length === 0) return;
  await rows(
    unit.em,
    sql`update transcript_events e set is_gone = true from segment_versions v
      where v.segment_id = any(${removed}::uuid[]) and e.transcript_id = v.transcript_id and e.seq = v.seq
        and not e.is_gone`,
  );
}

const recordOfSegment = sql`(id uuid, seq int, position text, speaker text, text text, "startedMs" int, "endedMs" int,
  revision int, "authorId" uuid, "createdAt" timestamptz, "checkedAt" timestamptz, "removedAt" timestamptz)`;

/** The rows of the segments, as the changes leave them: made anew, or brought to what is wanted. */
async function writeSegments(
  unit: Unit,
  changes: readonly SegmentChange[],
  { transcript, at }: Changing,
): Promise<void> {
  const wanted = changes.map((change) =>
    change.kind === 'SEGMENT_REMOVED' ? { ...change.before, removedAt: at } : change.segment,
  );
  await rows(
    unit.em,
    sql`insert into segments as s (id, transcript_id, seq, position, speaker, text, started_ms, ended_ms, revision,
        author_id, created_at, checked_at, removed_at)
      select id, ${transcript.id}::uuid, seq, position, speaker, text, "startedMs", "endedMs", revision,
        "authorId", "createdAt", "checkedAt", "removedAt"
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w ${recordOfSegment}
      on conflict (id) do update set speaker = excluded.speaker, text = excluded.text,
        started_ms = excluded.started_ms, ended_ms = excluded.ended_ms, revision = excluded.revision,
        checked_at = excluded.checked_at, removed_at = excluded.removed_at
        where s.transcript_id = excluded.transcript_id`,
  );
}
