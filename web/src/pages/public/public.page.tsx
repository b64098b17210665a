import type { JSX } from 'preact';

import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { homeText } from '../../text/home.text.ts';
import { PublicTranscripts } from './public-transcripts.tsx';

/** All public transcripts, for signed-in members. */
export function PublicPage({ query }: PageProps): JSX.Element {
  return (
    <>
      <PageHeading title={homeText().list.title} />
      <PublicTranscripts path="/public" search={query['search'] ?? ''} />
    </>
  );
}
