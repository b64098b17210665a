import type { Context } from '../../../platform/context.ts';
import { row, rows, sql } from '../../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  textKeyOf,
  type Page,
  type PageArgs,
} from '../../../platform/graphql/connection.ts';
import { positionIn } from './position.rules.ts';
import { segmentFromPayload, type LoggedSegment, type SegmentPayload } from './segment-payload.rules.ts';

/** A number of a transcript's log. */
export interface AsOf {
  readonly transcriptId: string;
  readonly seq: number;
}

/** When a number was taken; null for one that was not. */
export async function takenAt(
  { em }: Pick<Context, 'em'>,
  { transcriptId, seq }: AsOf,
): Promise<Date | null> {
  const event = await row(
    em,
    sql<{ at: Date }>`select created_at as at from transcript_events
      where transcript_id = ${transcriptId} and seq = ${seq}`,
  );
  return event?.at ?? null;
}

interface Kept {
  readonly id: string;
  readonly seq: number;
  readonly position: string;
  readonly payload: SegmentPayload;
}

/** The segments that stood at a number, in their order, as they were then. Whether the actor may know is the caller's. */
export async function segmentsAsOf(
  ctx: Pick<Context, 'em'>,
  asOf: AsOf,
  args: PageArgs,
): Promise<Page<LoggedSegment>> {
  const request = pageRequest(args);
  const after = request.cursor === null ? '' : textKeyOf(request.cursor, positionIn);
  const found = await rows(
    ctx.em,
    sql<Kept>`select s.id, v.seq, s.position, v.payload ${stoodAt(asOf)} and s.position > ${after}
      order by s.position limit ${request.size + 1}`,
  );
  return pageFrom(found.map(segmentFromPayload), request, {
    keys: ({ position }) => [position],
    count: async () => {
      const counted = await row(
        ctx.em,
        sql<{ count: number }>`select count(*)::int as count ${stoodAt(asOf)}`,
      );
      return counted?.count ?? 0;
    },
  });
}

/** Each segment with its newest version by then: a look at an index for each, not a walk through the log. */
const stoodAt = ({ transcriptId, seq }: AsOf) =>
  sql`from segments s cross join lateral (
      select v.seq, v.kind, v.payload from segment_versions v
      where v.segment_id = s.id and v.seq <= ${seq} order by v.seq desc limit 1) v
    where s.transcript_id = ${transcriptId} and v.kind <> 'SEGMENT_REMOVED'`;
