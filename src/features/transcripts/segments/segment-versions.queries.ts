import { row, rows, sql } from '../../../platform/database/sql.ts';
import type { StatementUnit } from '../../../platform/database/unit-of-work.ts';
import type { SegmentRow } from '../transcript-states.rules.ts';
import type { SegmentChange } from './segment-change.rules.ts';
import type { SegmentPayload } from './segment-payload.rules.ts';
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

/** Which segments the events of these numbers are about, and the last of the numbers for each. */
export async function touchedBetween(
  { em }: Reading,
  {
    transcriptId,
    fromSeq,
    toSeq,
  }: { readonly transcriptId: string; readonly fromSeq: number; readonly toSeq: number },
): Promise<ReadonlyMap<string, number>> {
  const found = await rows(
    em,
    sql<{ id: string; seq: number }>`select subject_id as id, max(seq) as seq from transcript_events
      where transcript_id = ${transcriptId} and seq between ${fromSeq} and ${toSeq}
        and kind in ('SEGMENT_APPENDED', 'SEGMENT_REVISED', 'SEGMENT_REMOVED') group by subject_id`,
  );
  return new Map(found.map(({ id, seq }) => [id, seq]));
}

/** These segments, whichever are there, in their order. */
export const segmentsByIds = ({ em }: Reading, ids: readonly string[]): Promise<readonly SegmentRow[]> =>
  rows(
    em,
    sql<SegmentRow>`select ${segmentColumns} from segments s where s.id = any(${ids}::uuid[]) order by s.position`,
  );
