import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  seqKeyOf,
  pageRequest,
  type Page,
  type PageBothWaysArgs,
} from '../../platform/graphql/connection.ts';
import { checkSearch } from './transcript.rules.ts';
import { segmentMatches } from './transcripts.queries.ts';
import type { SegmentRow } from './transcript-states.rules.ts';

/** Every column of a SegmentRow, from `segments as s`. */
export const segmentColumns = sql.raw(`s.id, s.transcript_id as "transcriptId", s.seq, s.speaker, s.text,
  s.started_ms as "startedMs", s.ended_ms as "endedMs", s.revision, s.author_id as "authorId",
  s.created_at as "createdAt", s.removed_at as "removedAt"`);

const segmentsPerPage = 50;

/** A page of a transcript's segments in their order, from either end; with a search, those that contain it. */
export async function segmentPage(
  ctx: Context,
  transcriptId: string,
  { search, ...args }: PageBothWaysArgs & { readonly search?: string | null },
): Promise<Page<SegmentRow>> {
  const request = pageRequest(args, segmentsPerPage);
  const wanted = checkSearch(search);
  const where = sql`s.transcript_id = ${transcriptId} and ${wanted ? segmentMatches(wanted) : sql`s.removed_at is null`}`;
  const seq = request.cursor === null ? null : seqKeyOf(request.cursor);
  const beyond = seq === null ? sql`` : request.backwards ? sql`and s.seq < ${seq}` : sql`and s.seq > ${seq}`;
  const found = await rows(
    ctx.em,
    sql<SegmentRow>`select ${segmentColumns} from segments s where ${where} ${beyond}
      order by s.seq ${request.backwards ? sql`desc` : sql`asc`} limit ${request.size + 1}`,
  );
  return pageFrom(found, request, {
    keys: (segment) => [segment.seq],
    count: async () =>
      (await row(ctx.em, sql<{ count: number }>`select count(*) as count from segments s where ${where}`))
        ?.count ?? 0,
  });
}
