import type { JSX } from 'preact';

import { EventBriefsDocument, OwnBriefsDocument } from '../../api/generated/brief-pages.ts';
import { NotFoundPage } from '../../app/not-found.tsx';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { briefsText } from '../../text/briefs.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { DictionaryView } from './dictionary-view.tsx';

/** 略码: one's own dictionary, or with an id that of an event. */
export function BriefsPage({ params, query }: PageProps): JSX.Element {
  const { id } = params;
  const search = query['search'] ?? '';
  return id === undefined ? (
    <OwnDictionary search={search} />
  ) : (
    <EventDictionary transcriptId={id} search={search} />
  );
}

function OwnDictionary({ search }: { readonly search: string }): JSX.Element {
  const t = briefsText();
  const pages = usePages({
    document: OwnBriefsDocument,
    variables: { search: search === '' ? null : search },
    connectionOf: ({ me }) => me?.briefDictionary.entries,
  });
  return (
    <>
      <PageHeading title={t.title} />
      <p class="soft prose">{t.intro}</p>
      <DictionaryView
        {...{ search, pages }}
        transcriptId={null}
        path="/briefs"
        entryCount={pages.state.value.result?.me?.briefDictionary.entryCount}
        foundCount={pages.state.value.result?.me?.briefDictionary.entries.totalCount}
      />
    </>
  );
}

interface EventDictionaryProps {
  readonly transcriptId: string;
  readonly search: string;
}

/** Whoever may not write the transcript finds no dictionary of it, and no word about it. */
function EventDictionary({ transcriptId, search }: EventDictionaryProps): JSX.Element {
  const t = briefsText();
  const pages = usePages({
    document: EventBriefsDocument,
    variables: { transcriptId, search: search === '' ? null : search },
    connectionOf: ({ transcript }) => transcript?.briefDictionary?.entries,
  });
  const { result, error } = pages.state.value;
  const transcript = result?.transcript;
  const dictionary = transcript?.briefDictionary;
  if (result === undefined) {
    return error === undefined ? <Skeleton lines={8} /> : <ErrorState error={error} onRetry={pages.reload} />;
  }
  if (transcript == null || dictionary == null) return <NotFoundPage />;
  return (
    <>
      <PageHeading title={t.eventTitle(transcript.title)}>
        <LinkButton href={`/transcribe/${transcriptId}`}>{t.toRoom}</LinkButton>
        <LinkButton href="/briefs">{t.toOwn}</LinkButton>
      </PageHeading>
      <p class="soft prose">{t.eventIntro}</p>
      <DictionaryView
        {...{ search, pages, transcriptId }}
        path={`/briefs/${transcriptId}`}
        entryCount={dictionary.entryCount}
        foundCount={dictionary.entries.totalCount}
      />
    </>
  );
}
