import type { JSX } from 'preact';

import { NotFoundPage } from '../../app/not-found.tsx';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import type { TranscriptFacts } from '../../live/apply-event.ts';
import type { LiveTranscript } from '../../live/live-transcript.ts';
import { ReaderView } from '../../reader/reader-view.tsx';
import { roomText } from '../../text/room.text.ts';
import { crewText } from '../../text/crew.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.tsx';

const OrganiserPanel = lazily(async () => (await import('./organiser-panel.tsx')).OrganiserPanel, {
  texts: [crewText],
});

/** A transcript by its id, for whoever may read it by their account: its owner, and members where it is public. */
export function TranscriptPage({ params }: PageProps): JSX.Element {
  return <ReaderView transcriptId={params['id'] ?? ''} notFound={<NotFoundPage />} heading={heading} />;
}

/** Who types finds the way back into the room here; who organises, what the crew says and does. */
function heading(facts: TranscriptFacts, live: LiveTranscript): JSX.Element {
  const { id, title, viewerCanWrite, viewerIsCrew } = facts;
  if (!viewerCanWrite)
    return (
      <>
        <PageHeading title={title} />
        {viewerIsCrew && <OrganiserPanel transcriptId={id} live={live} />}
      </>
    );
  return (
    <PageHeading title={title}>
      <LinkButton href={`/briefs/${id}`}>{roomText().dictionary}</LinkButton>
      <LinkButton href={`/transcribe/${id}`}>{roomText().start.open}</LinkButton>
    </PageHeading>
  );
}
