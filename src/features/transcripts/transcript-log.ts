import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
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

/** A new event, and what it adds to the transcript's counters. */
export interface NewLogEvent {
  readonly transcriptId: string;
  readonly kind: LogEventKind;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly counts?: { readonly comments?: number; readonly segments?: number; readonly characters?: number };
}

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
  const written = await row(
    unit.em,
    sql<{ seq: number; createdAt: Date }>`
      with numbered as (
        update transcripts set last_seq = last_seq + 1, updated_at = now(),
          comment_count = comment_count + ${counts.comments ?? 0}, segment_count = segment_count + ${counts.segments ?? 0},
          character_count = character_count + ${counts.characters ?? 0}
        where id = ${transcriptId} and deleted_at is null returning last_seq)
      insert into transcript_events (transcript_id, seq, kind, subject_id, payload)
      select ${transcriptId}::uuid, last_seq, ${kind}, ${subjectId}::uuid, ${JSON.stringify(payload)}::jsonb from numbered
      returning seq, created_at as "createdAt"`,
  );
  if (!written) throw notFound();
  await amendEarlier(unit, event, written.seq);
  unit.announce(
    { name: 'transcriptLog', id: transcriptId },
    { transcriptId, seq: written.seq, kind, subjectId, payload },
  );
  return written;
}

/** What an event does to its subject's earlier ones, for those who have not heard them yet. */
async function amendEarlier(
  unit: Unit,
  { transcriptId, kind, subjectId, payload }: NewLogEvent,
  seq: number,
): Promise<void> {
  const earlier = sql`transcript_id = ${transcriptId} and subject_id = ${subjectId} and seq < ${seq}`;
  if (kind === 'SEGMENT_REMOVED') {
    await rows(unit.em, sql`update transcript_events set is_gone = true where ${earlier}`);
  } else if (kind === 'COMMENT_REMOVED') {
    await rows(unit.em, sql`update transcript_events set is_gone = true, payload = '{}' where ${earlier}`);
  } else if (kind === 'COMMENT_EDITED') {
    const words = sql`jsonb_build_object('body', ${String(payload['body'])}::text)`;
    await rows(unit.em, sql`update transcript_events set payload = payload || ${words} where ${earlier}`);
  }
}

/** How many events one read of the log brings. */
export const logPageSize = 500;

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

/** The number of the newest event. */
export async function lastSeqOf(ctx: Context, transcriptId: string): Promise<number> {
  return (
    (
      await row(
        ctx.em,
        sql<{ seq: number }>`select last_seq as seq from transcripts where id = ${transcriptId}`,
      )
    )?.seq ?? 0
  );
}
