import type { RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import type { StatementUnit, Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';

/** What can happen in a transcript and is numbered. */
export type LogEventKind =
  | 'SEGMENT_APPENDED'
  | 'SEGMENT_REVISED'
  | 'SEGMENT_REMOVED'
  | 'COMMENT_POSTED'
  | 'COMMENT_EDITED'
  | 'COMMENT_REMOVED'
  | 'TRANSCRIPT_CHANGED';

/** One numbered event, the same from the log and live. The payload is what the subject was made into. */
export interface LogEvent {
  readonly transcriptId: string;
  readonly seq: number;
  readonly kind: LogEventKind;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

declare module '../../platform/events/bus.ts' {
  interface BusMessages {
    /** Topic id: the transcript. Its numbered events, in order, once they are committed. */
    transcriptLog: LogEvent;
    /** Topic id: the transcript. Who may read it may have changed: look again. */
    transcriptAccess: object;
  }
}

/** What an event adds to the transcript's counters. */
export interface Counts {
  readonly comments?: number;
  readonly segments?: number;
  readonly characters?: number;
}

/** A new event, and what it adds to the transcript's counters. */
export interface NewLogEvent {
  readonly transcriptId: string;
  readonly kind: LogEventKind;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly counts?: Counts;
}

/**
 * The taking of a transcript's next number, as a CTE's body of one row, the transcript's; no row, and nothing taken,
 * when the transcript is gone or not as `only` (over `transcripts as t`) wants it. This locks the row until the
 * commit. Who waits for the lock looks at `t` again behind it, but at nothing else that `only` may ask for.
 */
export const nextNumber = (
  transcriptId: string,
  { comments = 0, segments = 0, characters = 0 }: Counts,
  only: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> =>
  sql`update transcripts t set last_seq = t.last_seq + 1, updated_at = now(),
      comment_count = t.comment_count + ${comments}, segment_count = t.segment_count + ${segments},
      character_count = t.character_count + ${characters}
    where t.id = ${transcriptId} and t.deleted_at is null and ${only}
    returning t.id, t.owner_id, t.last_seq as seq, t.started_at`;

/**
 * The rooms of these ids, locked for their numbers, as the body of a CTE named `t`. Those in which another is writing
 * just now are left out: many rooms at once wait for none.
 */
export const roomsToWriteIn = (ids: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select t.id, t.owner_id, t.writer_ids, t.organiser_ids, t.visibility, t.deleted_at, t.view_password_hash,
      t.viewers_until, t.viewers_epoch, t.last_seq, t.comments_guarded from transcripts t
    where t.id in (${ids}) for no key update skip locked`;

/** Takes the numbers that the rows of `from` (`id`, `seq`) were given behind that lock, and counts them as comments. */
export const commentNumbersTaken = (from: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`update transcripts t set last_seq = taken.last, updated_at = now(), comment_count = t.comment_count + taken.count
    from (select id, max(seq) as last, count(*)::int as count from ${from} group by id) taken where t.id = taken.id`;

/** An event as SQL: its payload over the row of `from`, which has the transcript's `id` and the `seq` taken. */
export interface LoggedEvent {
  readonly kind: LogEventKind;
  readonly subjectId: string | RawBuilder<unknown>;
  readonly payload: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  /** Who did it, where the subject's own row does not say so. */
  readonly memberId?: string;
}

/** The writing of an event whose number `nextNumber` took in the same statement. */
export const loggedEvent = ({ kind, subjectId, payload, from, memberId }: LoggedEvent): RawBuilder<unknown> =>
  sql`insert into transcript_events (transcript_id, seq, kind, subject_id, payload, member_id)
    select id, seq, ${kind}::text, ${subjectId}::uuid, ${payload}, ${memberId ?? null}::uuid from ${from}`;

/** Tells whoever reads along of an event, once the act that wrote it stands. */
export const announceEvent = (unit: StatementUnit, event: LogEvent): void =>
  unit.announce({ name: 'transcriptLog', id: event.transcriptId }, event);

/**
 * Takes the transcript's next number and writes the event, in the caller's transaction. The update locks the
 * transcript's row until the commit, so numbers are committed in order and none is missing. Announced after the
 * commit. Throws NOT_FOUND when the transcript is gone.
 */
export async function appendToLog(
  unit: Unit,
  event: NewLogEvent,
): Promise<{ readonly seq: number; readonly createdAt: Date }> {
  const { transcriptId, kind, subjectId, payload, counts = {} } = event;
  const next = nextNumber(transcriptId, counts);
  const content = sql`${JSON.stringify(payload)}::jsonb`;
  const written = await row(
    unit.em,
    sql<{ seq: number; createdAt: Date }>`with numbered as (${next})
      ${loggedEvent({ kind, subjectId, payload: content, from: sql`numbered` })}
      returning seq, created_at as "createdAt"`,
  );
  if (!written) throw notFound();
  await amendEarlier(unit, event, written.seq);
  announceEvent(unit, { transcriptId, seq: written.seq, kind, subjectId, payload });
  return written;
}

/** What an event does to its subject's earlier ones, for those who have not heard them yet. */
async function amendEarlier(
  unit: Unit,
  { transcriptId, kind, subjectId, payload }: NewLogEvent,
  seq: number,
): Promise<void> {
  const earlier = sql`transcript_id = ${transcriptId} and subject_id = ${subjectId} and seq < ${seq}`;
  if (kind === 'COMMENT_REMOVED') {
    await rows(unit.em, sql`update transcript_events set is_gone = true, payload = '{}' where ${earlier}`);
  } else if (kind === 'COMMENT_EDITED') {
    const words = sql`jsonb_build_object('body', ${String(payload['body'])}::text)`;
    await rows(unit.em, sql`update transcript_events set payload = payload || ${words} where ${earlier}`);
  }
}

/** How many events one read of the log brings. */
const logPageSize = 500;

/** What an event turns into once its subject is gone: the words are never sent again, and no number is missing. */
const removalOf: Partial<Record<LogEventKind, LogEventKind>> = {
  SEGMENT_APPENDED: 'SEGMENT_REMOVED',
  SEGMENT_REVISED: 'SEGMENT_REMOVED',
  COMMENT_POSTED: 'COMMENT_REMOVED',
  COMMENT_EDITED: 'COMMENT_REMOVED',
};

/** The events after `after`, in order, at most `logPageSize`; words that were removed meanwhile are left out of them. */
export async function readLog(
  ctx: Context,
  transcriptId: string,
  after: number,
): Promise<readonly LogEvent[]> {
  const events = await rows(
    ctx.em,
    sql<LogEvent & { isGone: boolean }>`
      select transcript_id as "transcriptId", seq, kind, subject_id as "subjectId", payload, is_gone as "isGone"
      from transcript_events where transcript_id = ${transcriptId} and seq > ${after}
      order by seq limit ${logPageSize}`,
  );
  return events.map(({ isGone, ...event }) =>
    isGone ? { ...event, kind: removalOf[event.kind] ?? event.kind, payload: {} } : event,
  );
}

/**
 * Says whether comments have to be looked at before they are posted here (`comments_guarded`): what `roomsToWriteIn`
 * tells whoever posts. The transcript's row must be locked.
 */
export const guardComments = (
  unit: Unit,
  transcriptId: string,
  isGuarded: RawBuilder<unknown>,
): Promise<unknown> =>
  rows(unit.em, sql`update transcripts set comments_guarded = ${isGuarded} where id = ${transcriptId}`);
