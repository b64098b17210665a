import type { JSX } from 'preact';

import type { Visibility } from '../../api/generated/types.ts';
import { dashboardText } from '../../text/dashboard.text.ts';
import { sharingText } from '../../text/sharing.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { shareLink } from '../content/share-link.ts';
import { StatusMark, VisibilityMark } from '../content/transcript-marks.tsx';
import { useVisibility } from '../content/use-visibility.tsx';
import type { LatestTranscript, LatestTranscripts as Page } from './dashboard-panels.ts';

interface LatestTranscriptsProps {
  readonly transcripts: Page;
  readonly onChange: (transcripts: Page) => void;
}

/** The five newest transcripts (M18.4). */
export function LatestTranscripts({ transcripts, onChange }: LatestTranscriptsProps): JSX.Element {
  const t = dashboardText();
  const show = (id: string, visibility: Visibility): void =>
    onChange({
      ...transcripts,
      edges: transcripts.edges.map((edge) =>
        edge.node.id === id ? { ...edge, node: { ...edge.node, visibility } } : edge,
      ),
    });
  const { change, dialog } = useVisibility(show);
  if (transcripts.edges.length === 0) {
    return (
      <EmptyState
        title={t.transcripts.empty}
        action={
          <LinkButton look="primary" href="/transcribe">
            {t.transcribe}
          </LinkButton>
        }
      >
        {t.transcripts.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      <ul class="plain-list transcript-list">
        {transcripts.edges.map(({ node }) => (
          <TranscriptLine key={node.id} transcript={node} onToggle={(wanted) => change(node, wanted)} />
        ))}
      </ul>
      {dialog}
    </>
  );
}

interface TranscriptLineProps {
  readonly transcript: LatestTranscript;
  readonly onToggle: (wanted: Visibility) => void;
}

function TranscriptLine({ transcript, onToggle }: TranscriptLineProps): JSX.Element {
  const t = sharingText();
  const { id, title, status, visibility, shareCode } = transcript;
  return (
    <li>
      <div>
        <a class="transcript-title" href={`/t/${id}`}>
          {title}
        </a>
        <p class="row soft small facts">
          <StatusMark status={status} />
          <VisibilityMark visibility={visibility} />
          <span>{t.characters(transcript.characterCount)}</span>
          <RelativeTime iso={transcript.updatedAt} />
        </p>
      </div>
      <div class="row">
        <LinkButton href={`/transcribe/${id}`}>{t.continue}</LinkButton>
        {shareCode !== null && <CopyButton text={shareLink(shareCode)}>{t.copyLink}</CopyButton>}
        <Button onClick={() => onToggle(visibility === 'PUBLIC' ? 'PRIVATE' : 'PUBLIC')}>
          {visibility === 'PUBLIC' ? t.makePrivate : t.makePublic}
        </Button>
      </div>
    </li>
  );
}
