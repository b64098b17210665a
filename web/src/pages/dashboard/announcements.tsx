import type { JSX } from 'preact';

import { dashboardText } from '../../text/dashboard.text.ts';
import { formatDate } from '../../text/format.ts';
import { useMedia } from './use-media.ts';
import type { Announcement, Announcements as Page } from './dashboard-panels.ts';

/** The newest first, each opening in place; on phones the whole is a strip of one line (M18.2). */
export function Announcements({ announcements }: { readonly announcements: Page }): JSX.Element {
  const t = dashboardText().announcements;
  const isNarrow = useMedia('(max-width: 56rem)');
  const list = announcements.edges.map(({ node }) => node);
  const [newest] = list;
  if (isNarrow && newest !== undefined) {
    return (
      <details class="panel news-strip">
        <summary>{t.strip(list.length, newest.title)}</summary>
        <AnnouncementList list={list} />
      </details>
    );
  }
  if (isNarrow) return <></>;
  return (
    <section class="panel stack-tight" aria-labelledby="announcements-title">
      <h2 id="announcements-title">{t.title}</h2>
      {newest === undefined ? <p class="soft">{t.empty}</p> : <AnnouncementList list={list} openFirst />}
    </section>
  );
}

interface ListProps {
  readonly list: readonly Announcement[];
  readonly openFirst?: boolean;
}

function AnnouncementList({ list, openFirst = false }: ListProps): JSX.Element {
  return (
    <ul class="plain-list news-list">
      {list.map(({ id, title, publishedAt, bodyHtml }, index) => (
        <li key={id}>
          <details open={openFirst && index === 0}>
            <summary>
              {title} <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>
            </summary>
            {/* Made safe by the server: no scripts, no images, links to the web and mail only. */}
            <div class="prose small" dangerouslySetInnerHTML={{ __html: bodyHtml }} />
          </details>
        </li>
      ))}
    </ul>
  );
}
