import type { JSX } from 'preact';

import { NotFoundPage } from '../../app/not-found.tsx';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import type { TranscriptFacts } from '../../live/apply-event.ts';
import { ReaderView } from '../../reader/reader-view.tsx';
import { roomText } from '../../text/room.text.ts';
import { LinkButton } from '../../ui/button.tsx';

/** A transcript by its id, for whoever may read it by their account: its owner, and members where it is public. */
export function TranscriptPage({ params }: PageProps): JSX.Element {
  return <ReaderView transcriptId={params['id'] ?? ''} notFound={<NotFoundPage />} heading={heading} />;
}

/** Its owner finds the way back into the room here. */
function heading({ id, title, viewerCanWrite }: TranscriptFacts): JSX.Element {
  if (!viewerCanWrite) return <PageHeading title={title} />;
  return (
    <PageHeading title={title}>
      <LinkButton href={`/briefs/${id}`}>{roomText().dictionary}</LinkButton>
      <LinkButton href={`/transcribe/${id}`}>{roomText().start.open}</LinkButton>
    </PageHeading>
  );
}
