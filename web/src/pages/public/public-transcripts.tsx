import './public.css';

import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { PublicTranscriptListDocument } from '../../api/generated/home.ts';
import type { PublicTranscriptListQuery } from '../../api/generated/types.ts';
import { homeText } from '../../text/home.text.ts';
import { Button } from '../../ui/button.tsx';
import { Pager } from '../../ui/pager.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SearchForm } from '../../ui/search-form.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { usePages } from '../../ui/use-pages.ts';

type PublicTranscript = PublicTranscriptListQuery['publicTranscripts']['edges'][number]['node'];

interface PublicTranscriptsProps {
  /** The page it stands on: searches are addresses of that page. */
  readonly path: '/' | '/public';
  readonly search: string;
}

/** What members have made public, newest first; the search stands in the address. */
export function PublicTranscripts({ path, search }: PublicTranscriptsProps): JSX.Element {
  const t = homeText().list;
  const { state, reload, more } = usePages({
    document: PublicTranscriptListDocument,
    variables: { search: search === '' ? null : search },
    connectionOf: ({ publicTranscripts }) => publicTranscripts,
  });
  const { nodes, error, hasMore } = state.value;
  const isBare = nodes?.length === 0 && search === '';
  return (
    <>
      {!isBare && <SearchForm label={t.search} action={t.searchButton} path={path} search={search} />}
      {error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {nodes === undefined && error === undefined && <Skeleton />}
      {nodes?.length === 0 && <NothingHere path={path} search={search} />}
      {nodes !== undefined && nodes.length > 0 && (
        <ul class="plain-list public-list" aria-label={t.title}>
          {nodes.map((transcript) => (
            <TranscriptLine key={transcript.id} transcript={transcript} />
          ))}
        </ul>
      )}
      <Pager
        hasMore={hasMore}
        isLoading={more.isBusy.value}
        error={more.fault.value}
        onMore={() => more.run()}
      />
    </>
  );
}

function NothingHere({ path, search }: PublicTranscriptsProps): JSX.Element {
  const t = homeText().list;
  const { route } = useLocation();
  if (search === '') return <EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>;
  return (
    <EmptyState
      title={t.noneFound(search)}
      action={<Button onClick={() => route(path, true)}>{t.showAll}</Button>}
    >
      {t.noneFoundText}
    </EmptyState>
  );
}

function TranscriptLine({ transcript }: { readonly transcript: PublicTranscript }): JSX.Element {
  const t = homeText().list;
  const { id, title, status, createdAt, owner } = transcript;
  return (
    <li>
      <div class="row">
        <a href={`/t/${id}`}>{title}</a>
        {status === 'LIVE' && (
          <span class="chip live">
            <span class="dot" aria-hidden="true" />
            {t.live}
          </span>
        )}
      </div>
      <p class="soft small">
        {t.by(owner.displayName)} · <RelativeTime iso={createdAt} />
      </p>
    </li>
  );
}
