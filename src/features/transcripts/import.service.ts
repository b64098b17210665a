import { v7 } from 'uuid';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { countCharacters } from '../../platform/text/text.rules.ts';
import { parseMeeting, type ImportedSegment } from './import/parse-meeting.rules.ts';
import { segmentPayload } from './segments/segment-payload.rules.ts';
import { checkImportSource } from './transcript.rules.ts';
import { insertTranscript, newTranscript } from './transcripts.service.ts';
import type { TranscriptRow, Visibility } from './transcript-states.rules.ts';

export interface ImportTranscript {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly source: string;
  readonly visibility: Visibility;
}

/** Makes a transcript of a text that exists already; it costs no points. Throws InvalidInput. */
export async function importTranscript(
  ctx: Context,
  input: ImportTranscript,
): Promise<{ readonly transcript: TranscriptRow; readonly segmentCount: number }> {
  const meeting = parseMeeting(checkImportSource(input.source));
  if (meeting.segments.length === 0) throw nothingInIt();
  const title = input.title ?? meeting.title ?? inferredTitle(meeting.segments);
  const { row: made } = await newTranscript(ctx, { id: input.id, title, visibility: input.visibility });
  const transcript: TranscriptRow = {
    ...made,
    status: 'ENDED',
    endedAt: made.createdAt,
    lastSeq: meeting.segments.length,
    segmentCount: meeting.segments.length,
    characterCount: meeting.segments.reduce((sum, { text }) => sum + countCharacters(text), 0),
  };
  await unitOfWork(ctx, async (unit) => {
    await insertTranscript(unit, transcript);
    await insertSegments(unit, transcript, meeting.segments);
  });
  return { transcript, segmentCount: meeting.segments.length };
}

const nothingInIt = (): InvalidInput =>
  new InvalidInput('source', { zh: '没有找到可导入的文字。', en: 'There is no text in it to import.' });

const inferredTitleCharacters = 40;

const inferredTitle = ([first]: readonly ImportedSegment[]): string =>
  [...(first?.text ?? '').replace(/\s+/g, ' ').trim()].slice(0, inferredTitleCharacters).join('');

/** All segments and their events in two statements, numbered from 1. */
async function insertSegments(
  unit: Unit,
  transcript: TranscriptRow,
  imported: readonly ImportedSegment[],
): Promise<void> {
  const numbered = imported.map(({ speaker, text, startedMs, endedMs }, index) => {
    const words = {
      speaker,
      text,
      startedMs: startedMs ?? 0,
      endedMs,
      revision: 1,
      createdAt: transcript.createdAt,
    };
    return { id: v7(), seq: index + 1, ...words, payload: segmentPayload(words) };
  });
  const asJson = JSON.stringify(numbered);
  await rows(
    unit.em,
    sql`insert into segments (id, transcript_id, seq, position, speaker, text, started_ms, ended_ms, revision, author_id, created_at)
      select id, ${transcript.id}, seq, lpad(seq::text, 10, '0'), speaker, text, "startedMs", "endedMs", 1, ${transcript.ownerId}, ${transcript.createdAt}
      from jsonb_to_recordset(${asJson}::jsonb) as s (id uuid, seq int, speaker text, text text, "startedMs" int, "endedMs" int)`,
  );
  await rows(
    unit.em,
    sql`insert into transcript_events (transcript_id, seq, kind, subject_id, payload)
      select ${transcript.id}, seq, 'SEGMENT_APPENDED', id, payload
      from jsonb_to_recordset(${asJson}::jsonb) as s (id uuid, seq int, payload jsonb)`,
  );
}
