import type { JSX } from 'preact';

import { SegmentHistoryDocument } from '../../api/generated/history.ts';
import type { SegmentHistoryQuery } from '../../api/generated/types.ts';
import { editingText } from '../../text/editing.text.ts';
import { formatDateTime } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useQuery } from '../../ui/use-query.ts';
import type { WritingParts } from './room-parts.ts';
import { diffTexts } from './text-diff.ts';

/** The versions of the segment that the writer asked about, the newest first, each against the one before. */
export function SegmentHistory(parts: WritingParts): JSX.Element {
  const t = editingText().history;
  const { value: id } = parts.inspected;
  return (
    <div class="stack-tight">
      <h3>{t.segment}</h3>
      {id === null ? <p class="soft">{t.choose}</p> : <Versions key={id} segmentId={id} parts={parts} />}
    </div>
  );
}

type Found = NonNullable<NonNullable<SegmentHistoryQuery['transcript']>['segment']>;
type Version = Found['history']['edges'][number]['node'];

function Versions({
  segmentId,
  parts,
}: {
  readonly segmentId: string;
  readonly parts: WritingParts;
}): JSX.Element {
  const t = editingText().history;
  const query = useQuery(SegmentHistoryDocument, { id: parts.transcriptId, segmentId });
  const { result, error } = query.state.value;
  const segment = result?.transcript?.segment;
  if (error !== undefined) return <ErrorState error={error} onRetry={query.reload} />;
  if (result === undefined) return <Skeleton lines={3} />;
  if (segment == null) return <p class="soft">{t.choose}</p>;
  const versions = segment.history.edges.map(({ node }) => node);
  return (
    <>
      <ul class="versions">
        {versions
          .map((version, place) => (
            <VersionItem
              key={version.seq}
              {...{ version, before: versions[place - 1], segment, parts }}
              isLast={place === versions.length - 1}
            />
          ))
          .reverse()}
      </ul>
      <Button onClick={query.reload}>{t.refresh}</Button>
    </>
  );
}

interface VersionItemProps {
  readonly version: Version;
  readonly before: Version | undefined;
  readonly segment: Found;
  readonly isLast: boolean;
  readonly parts: WritingParts;
}

function VersionItem({ version, before, segment, isLast, parts }: VersionItemProps): JSX.Element {
  const e = editingText();
  const t = e.history;
  const { act, text, speaker, isChecked, madeBy, madeAt } = version;
  return (
    <li class="stack-tight">
      <p class="small soft">
        {t.act[act]} {t.by(madeBy)} · {formatDateTime(madeAt)}
        {speaker !== null && ` · ${speaker}`}
        {isChecked && ` · ${e.checked}`}
      </p>
      {act !== 'REMOVED' && <Diff before={before?.text ?? text} after={text} />}
      {!isLast && act !== 'REMOVED' && (
        <Button
          look="quiet"
          onClick={() =>
            parts.outbox.revise({ id: segment.id, revision: segment.revision }, { text, speaker })
          }
        >
          {t.use}
        </Button>
      )}
    </li>
  );
}

function Diff({ before, after }: { readonly before: string; readonly after: string }): JSX.Element {
  return (
    <p class="diff" dir="auto">
      {diffTexts(before, after).map(({ kind, text }, place) => {
        if (kind === 'same') return text;
        return kind === 'gone' ? <del key={place}>{text}</del> : <ins key={place}>{text}</ins>;
      })}
    </p>
  );
}
