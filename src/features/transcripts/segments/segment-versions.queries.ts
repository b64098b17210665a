import { row, rows, sql } from '../../../platform/database/sql.ts';
import type { StatementUnit } from '../../../platform/database/unit-of-work.ts';
import type { SegmentRow } from '../transcript-states.rules.ts';
import type { SegmentChange } from './segment-change.rules.ts';
import type { SegmentPayload } from './segment-payload.rules.ts';
import type { Pairing } from './take-back.rules.ts';
import { segmentColumns } from './segments.queries.ts';

/** A segment as one of its events left it. */
export interface SegmentVersion {
  readonly segmentId: string;
  readonly seq: number;
  readonly kind: SegmentChange['kind'];
  readonly payload: SegmentPayload;
}

type Reading = Pick<StatementUnit, 'em'>;

const versionColumns = sql`v.segment_id as "segmentId", v.seq, v.kind, v.payload`;

/** The newest version of a segment; up to a number, the newest by then. */
export const latestVersion = (
  { em }: Reading,
  segmentId: string,
  { until }: { readonly until?: number } = {},
): Promise<SegmentVersion | null> =>
  row(
    em,
    sql<SegmentVersion>`select ${versionColumns} from segment_versions v
      where v.segment_id = ${segmentId} and (v.seq <= ${until ?? null}::int) is not false order by v.seq desc limit 1`,
  );

/** The newest version of each of these segments; before a number, the newest by then. None for what was not there. */
export async function latestVersions(
  { em }: Reading,
  segmentIds: readonly string[],
  { before }: { readonly before?: number } = {},
): Promise<ReadonlyMap<string, SegmentVersion>> {
  const found = await rows(
    em,
    sql<SegmentVersion>`select distinct on (v.segment_id) ${versionColumns} from segment_versions v
      where v.segment_id = any(${segmentIds}::uuid[]) and (v.seq < ${before ?? null}::int) is not false
      order by v.segment_id, v.seq desc`,
  );
  return new Map(found.map((version) => [version.segmentId, version]));
}

/** Numbers of a transcript's log, both ends among them. */
export interface SeqRange {
  readonly transcriptId: string;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** Which segments the events of these numbers are about. */
export async function touchedBetween(
  { em }: Reading,
  { transcriptId, fromSeq, toSeq }: SeqRange,
): Promise<readonly string[]> {
  const found = await rows(
    em,
    sql<{ id: string }>`select distinct subject_id as id from transcript_events
      where transcript_id = ${transcriptId} and seq between ${fromSeq} and ${toSeq}
        and kind in ('SEGMENT_APPENDED', 'SEGMENT_REVISED', 'SEGMENT_REMOVED')`,
  );
  return found.map(({ id }) => id);
}

/** What these numbers split, merged, or brought back from either. */
export const pairsBetween = (
  { em }: Reading,
  { transcriptId, fromSeq, toSeq }: SeqRange,
): Promise<readonly Pairing[]> =>
  rows(
    em,
    sql<Pairing>`select v.segment_id as id, v.seq, p.id as "partnerId",
        (select max(w.seq) from segment_versions w where w.segment_id = p.id and w.seq < v.seq) as "partnerSeq"
      from segment_versions v, lateral (select coalesce(v.payload ->> 'splitFrom', v.payload ->> 'mergedInto',
        v.payload ->> 'pairedWith')::uuid as id) p
      where v.transcript_id = ${transcriptId} and v.seq between ${fromSeq} and ${toSeq} and p.id is not null
      order by v.seq`,
  );

/** These segments, whichever are there, in their order. */
export const segmentsByIds = ({ em }: Reading, ids: readonly string[]): Promise<readonly SegmentRow[]> =>
  rows(
    em,
    sql<SegmentRow>`select ${segmentColumns} from segments s where s.id = any(${ids}::uuid[]) order by s.position`,
  );
