import type { RawBuilder } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { row, rows, sql } from '../../../platform/database/sql.ts';
import type { StatementUnit, Unit } from '../../../platform/database/unit-of-work.ts';
import { notFound } from '../../../platform/errors/app-error.ts';
import { dayMs } from '../../../platform/time/clock.ts';
import { countCharacters, isId } from '../../../platform/text/text.rules.ts';
import { segmentColumns } from './segments.queries.ts';
import { canWrite, writableBy } from '../transcript.access.ts';
import { announceEvent, loggedEvent, nextNumber } from '../transcript-log.ts';
import type { SegmentRow, TranscriptRow } from '../transcript-states.rules.ts';

/** A segment that is to be written, with what the database adds left out; without a start, it starts now. */
export type NewSegment = Omit<SegmentRow, 'seq' | 'position' | 'startedMs' | 'checkedAt' | 'removedAt'> & {
  readonly startedMs: number | null;
};

/** What the database adds to a new segment, and whether the live session has it as a sign of life. */
export interface Written {
  readonly seq: number;
  readonly startedMs: number;
  readonly isNoted: boolean;
}

/**
 * Number, event, sign of life and segment in one statement. Null when it does not come to that: not the actor's
 * transcript, not live, or there is a segment with this id.
 */
export async function writeSegment(
  ctx: Context,
  unit: StatementUnit,
  { segment, payload }: { readonly segment: NewSegment; readonly payload: Readonly<Record<string, unknown>> },
): Promise<Written | null> {
  const { id, transcriptId, createdAt } = segment;
  const counts = { segments: 1, characters: countCharacters(segment.text) };
  const only = sql`${writableBy(ctx)} and t.status = 'LIVE' and not exists (select 1 from segments s where s.id = ${id})`;
  const whole = sql`${JSON.stringify(payload)}::jsonb || jsonb_build_object('startedMs', started_ms)`;
  const written = await row(
    unit.em,
    sql<Written>`with numbered as (${nextNumber(transcriptId, counts, only)}),
      placed as (select id, seq, ${startOf(segment)} as started_ms from numbered),
      noted as (update live_sessions l
        set first_segment_at = coalesce(l.first_segment_at, ${createdAt}), last_activity_at = ${createdAt}
        from numbered where l.transcript_id = numbered.id and l.ended_at is null returning 1),
      event as (${loggedEvent({ kind: 'SEGMENT_APPENDED', subjectId: id, payload: whole, from: sql`placed` })}),
      segment as (
        insert into segments (id, transcript_id, seq, position, speaker, text, started_ms, ended_ms, revision, author_id, created_at)
        select ${id}::uuid, id, seq, lpad(seq::text, 10, '0'), ${segment.speaker}, ${segment.text}, started_ms, ${segment.endedMs}::int,
          ${segment.revision}::int, ${segment.authorId}::uuid, ${createdAt}::timestamptz from placed)
      select seq, started_ms as "startedMs", exists (select 1 from noted) as "isNoted" from placed`,
  );
  if (written) {
    const event = { transcriptId, seq: written.seq, kind: 'SEGMENT_APPENDED', subjectId: id } as const;
    announceEvent(unit, { ...event, payload: { ...payload, startedMs: written.startedMs } });
  }
  return written;
}

/**
 * How far into the meeting a segment starts, in milliseconds, over the transcript's `started_at`: as its writer says,
 * else now; never past a day, for a transcript may be continued weeks after it began, and never after the end that
 * its writer gives.
 */
function startOf({ startedMs, endedMs, createdAt }: NewSegment): RawBuilder<unknown> {
  const since = sql`extract(epoch from ${createdAt}::timestamptz - coalesce(started_at, ${createdAt}::timestamptz)) * 1000`;
  const latest = Math.min(endedMs ?? dayMs - 1, dayMs - 1);
  return sql`coalesce(${startedMs}::int, least(greatest(0, ${since}), ${latest}::int)::int)`;
}

/** Adds to a unit that a live session, if there is one, was active; the meter runs from the first segment. */
export async function noteActivity(unit: StatementUnit, transcriptId: string, at: Date): Promise<void> {
  await rows(
    unit.em,
    sql`update live_sessions set first_segment_at = coalesce(first_segment_at, ${at}), last_activity_at = ${at}
      where transcript_id = ${transcriptId} and ended_at is null`,
  );
}

/**
 * A segment in a transcript that the actor may write, both locked in the order of the room: the transcript first.
 * Throws NOT_FOUND when it is not there, in the bin, or not theirs.
 */
export async function lockSegment(ctx: Context, unit: Unit, id: string): Promise<SegmentRow> {
  const locked = isId(id)
    ? await row(
        unit.em,
        sql<SegmentRow & Pick<TranscriptRow, 'ownerId' | 'writerIds' | 'deletedAt'>>`
          select ${segmentColumns}, t.owner_id as "ownerId", t.writer_ids as "writerIds", t.deleted_at as "deletedAt"
          from transcripts t join segments s on s.transcript_id = t.id
          where s.id = ${id} for no key update of t, s`,
      )
    : null;
  if (!locked || locked.deletedAt || !canWrite(ctx, locked)) throw notFound();
  const { ownerId: _, writerIds: __, deletedAt: ___, ...segment } = locked;
  return segment;
}

/**
 * Number, event, sign of life and new words of a segment that the unit has locked; the number is returned. Correcting is a sign of life;
 * before the first segment there is nothing to correct.
 */
export async function writeRevision(
  unit: Unit,
  { revised, payload, characters, memberId }: Revision,
  at: Date,
): Promise<number> {
  const { id, transcriptId, text, speaker, revision, checkedAt } = revised;
  const kind = 'SEGMENT_REVISED';
  const content = sql`${JSON.stringify(payload)}::jsonb`;
  const written = await row(
    unit.em,
    sql<{ seq: number }>`with numbered as (${nextNumber(transcriptId, { characters })}),
      noted as (update live_sessions l set last_activity_at = ${at}
        from numbered where l.transcript_id = numbered.id and l.ended_at is null),
      event as (${loggedEvent({ kind, subjectId: id, payload: content, from: sql`numbered`, memberId })}),
      segment as (update segments set text = ${text}, speaker = ${speaker}, revision = ${revision},
        checked_at = ${checkedAt} where id = ${id})
      select seq from numbered`,
  );
  if (!written) throw notFound();
  announceEvent(unit, { transcriptId, seq: written.seq, kind, subjectId: id, payload });
  return written.seq;
}

/** A segment as it is to be, what the log is to keep of it, who did it, and how many characters it has more. */
export interface Revision {
  readonly revised: SegmentRow;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly characters: number;
  readonly memberId: string;
}
