import type { PageArgs } from '../../../platform/graphql/connection.ts';
import { column, lookedUp, orElse } from '../../../platform/reading/expressions.ts';
import type { Finding } from '../../../platform/reading/one.ts';
import { byNumber, pageOf } from '../../../platform/reading/pages.ts';
import { value } from '../../../platform/reading/reads.ts';
import { all, source, Written } from '../../../platform/reading/source.ts';
import { memberName } from '../../members/index.ts';
import { writable } from '../transcript.access.ts';
import { segments, transcripts } from '../transcript.source.ts';
import type { SegmentRow, TranscriptRow } from '../transcript-states.rules.ts';
import { byPosition } from './segment.reading.ts';
import type { VersionRow } from './segment-version.rules.ts';

/** Where versions of segments are read from. */
const versions = source<VersionRow>('segment_versions', {
  segmentId: '@.segment_id',
  transcriptId: '@.transcript_id',
  seq: '@.seq',
  act: `case @.kind when 'SEGMENT_APPENDED' then 'ADDED' when 'SEGMENT_REVISED' then 'REVISED' else 'REMOVED' end`,
  speaker: `(@.payload ->> 'speaker')`,
  text: `coalesce(@.payload ->> 'text', '')`,
  isChecked: `((@.payload -> 'checkedAt') is not null)`,
  memberId: '@.member_id',
  madeAt: '@.created_at',
});

/** Who made a version. */
export const madeByReads = value(
  orElse<VersionRow>(lookedUp(column<VersionRow, 'memberId'>('memberId'), memberName), ''),
);

/** That the transcript which the row belongs to is one that the viewer may write. */
function inWritable<Row extends { readonly transcriptId: string }>({ at, place }: Finding<Row>): Written {
  const { statement } = place;
  const mayWrite = writable.write({ statement, source: transcripts, alias: 'written' });
  return at`exists (select 1 from transcripts written where written.id = @.transcript_id and ${new Written(mayWrite)})`;
}

/** A segment's versions, oldest first, for whoever may write; nothing to everybody else. */
export const historyReads = pageOf<{ readonly id: string }, VersionRow, PageArgs>({
  source: versions,
  belongs: { column: 'segmentId', to: 'id' },
  where: (_args, finding) => inWritable(finding),
  order: byNumber('seq'),
});

/** A transcript's removed segments in their order, for whoever may write; nothing to everybody else. */
export const removedSegmentsReads = pageOf<TranscriptRow, SegmentRow, PageArgs>({
  source: segments,
  belongs: { column: 'transcriptId', to: 'id' },
  where: (_args, finding) => all(finding.at`@.removed_at is not null`, inWritable(finding)),
  order: byPosition,
});
