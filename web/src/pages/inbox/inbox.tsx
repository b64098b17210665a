import type { JSX } from 'preact';

import { InboxDocument, MarkNotificationsReadDocument } from '../../api/generated/inbox.ts';
import type { InboxQuery } from '../../api/generated/types.ts';
import { ApiError } from '../../api/client.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { useMemberFeed } from '../../app/use-member-feed.ts';
import { inboxText } from '../../text/inbox.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Pager } from '../../ui/pager.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { usePages } from '../../ui/use-pages.ts';

type Notification = NonNullable<InboxQuery['me']>['notifications']['edges'][number]['node'];

/** Everything that the member was told, the newest first; what is told meanwhile appears by itself. */
export function InboxSection({ isUnreadOnly }: { readonly isUnreadOnly: boolean }): JSX.Element {
  const t = inboxText();
  const pages = usePages({
    document: InboxDocument,
    variables: { unreadOnly: isUnreadOnly },
    connectionOf: ({ me }) => me?.notifications,
  });
  const { nodes, error, hasMore, result } = pages.state.value;
  useMemberFeed({
    onNews: (news) => {
      if (news.__typename === 'NotificationsChanged') pages.reload();
    },
    onOpen: pages.reload,
  });
  const mark = useAction(async (input: { readonly ids?: string[]; readonly upToSeq?: number }) => {
    const { markNotificationsRead: marked } = await request(MarkNotificationsReadDocument, { input });
    if (marked.__typename !== 'MarkNotificationsReadSuccess')
      throw new ApiError({ code: marked.__typename, message: marked.message });
    pages.reload();
  });
  const newest = nodes?.[0];
  const hasUnread = (result?.me?.unreadNotificationCount ?? 0) > 0;
  return (
    <>
      <PageHeading title={t.title}>
        <LinkButton href="/inbox/settings">{t.settings}</LinkButton>
        {hasUnread && newest !== undefined && (
          <Button isBusy={mark.isBusy.value} onClick={() => mark.run({ upToSeq: newest.seq })}>
            {t.readAll}
          </Button>
        )}
      </PageHeading>
      <Filter isUnreadOnly={isUnreadOnly} />
      <FormError>{mark.fault.value}</FormError>
      {error !== undefined && <ErrorState error={error} onRetry={pages.reload} />}
      {nodes === undefined && error === undefined && <Skeleton lines={6} />}
      {nodes?.length === 0 && (
        <EmptyState title={isUnreadOnly ? t.noneUnread : t.emptyTitle}>
          {isUnreadOnly ? t.noneUnreadText : t.emptyText}
        </EmptyState>
      )}
      {nodes !== undefined && nodes.length > 0 && (
        <ul class="plain-list stack" aria-label={t.title}>
          {nodes.map((notification) => (
            <NotificationLine
              key={notification.id}
              notification={notification}
              onRead={() => mark.run({ ids: [notification.id] })}
            />
          ))}
        </ul>
      )}
      <Pager
        hasMore={hasMore}
        isLoading={pages.more.isBusy.value}
        error={pages.more.fault.value}
        onMore={() => pages.more.run()}
      />
    </>
  );
}

function Filter({ isUnreadOnly }: { readonly isUnreadOnly: boolean }): JSX.Element {
  const t = inboxText();
  return (
    <nav aria-label={t.filter} class="row">
      <LinkButton
        href="/inbox"
        aria-current={isUnreadOnly ? undefined : 'page'}
        look={isUnreadOnly ? 'quiet' : 'plain'}
      >
        {t.all}
      </LinkButton>
      <LinkButton
        href="/inbox?show=unread"
        aria-current={isUnreadOnly ? 'page' : undefined}
        look={isUnreadOnly ? 'plain' : 'quiet'}
      >
        {t.unreadOnly}
      </LinkButton>
    </nav>
  );
}

interface NotificationLineProps {
  readonly notification: Notification;
  readonly onRead: () => void;
}

function NotificationLine({ notification, onRead }: NotificationLineProps): JSX.Element {
  const t = inboxText();
  const { title, body, path, purpose, createdAt, readAt } = notification;
  const isUnread = readAt === null;
  return (
    <li class="panel stack-tight">
      <div class="row row-between">
        <h2>
          {path === null ? (
            title
          ) : (
            <a href={path} onClick={isUnread ? onRead : undefined}>
              {title}
            </a>
          )}
        </h2>
        <span class="row small soft">
          {isUnread && <span class="chip live">{t.unread}</span>}
          <RelativeTime iso={createdAt} />
        </span>
      </div>
      {body !== '' && <p class="prose">{body}</p>}
      <div class="row row-between">
        <span class="soft small">{t.purposes[purpose]}</span>
        {isUnread && (
          <Button look="quiet" aria-label={t.readLabel(title)} onClick={onRead}>
            {t.read}
          </Button>
        )}
      </div>
    </li>
  );
}
