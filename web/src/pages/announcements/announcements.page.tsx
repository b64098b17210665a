import './announcements.css';

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { AnnouncementListDocument } from '../../api/generated/announcements.ts';
import type { AnnouncementListQuery } from '../../api/generated/types.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { announcementsText } from '../../text/announcements.text.ts';
import { formatDateTime } from '../../text/format.ts';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { usePages } from '../../ui/use-pages.ts';

type Announcement = AnnouncementListQuery['announcements']['edges'][number]['node'];

/** Everything that was announced and not withdrawn, the newest first; `#id` leads to one of them. */
export function AnnouncementsPage(): JSX.Element {
  const t = announcementsText();
  const { state, reload, more } = usePages({
    document: AnnouncementListDocument,
    variables: {},
    connectionOf: ({ announcements }) => announcements,
  });
  const { nodes, error, hasMore } = state.value;
  const isThere = nodes !== undefined;
  useEffect(() => {
    if (isThere && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isThere]);
  return (
    <>
      <PageHeading title={t.title} />
      {error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {nodes === undefined && error === undefined && <Skeleton lines={6} />}
      {nodes?.length === 0 && <EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
      {nodes?.map((announcement) => (
        <AnnouncementArticle key={announcement.id} announcement={announcement} />
      ))}
      <Pager
        hasMore={hasMore}
        isLoading={more.isBusy.value}
        error={more.fault.value}
        onMore={() => more.run()}
      />
    </>
  );
}

function AnnouncementArticle({ announcement }: { readonly announcement: Announcement }): JSX.Element {
  const { id, title, bodyHtml, publishedAt } = announcement;
  return (
    <article id={id} class="panel stack-tight" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <time class="soft small" dateTime={publishedAt}>
        {formatDateTime(publishedAt)}
      </time>
      {/* The server makes it of Markdown and vouches that it is safe to place in a page. */}
      <div class="prose announcement-body" dangerouslySetInnerHTML={{ __html: bodyHtml }} />
    </article>
  );
}
