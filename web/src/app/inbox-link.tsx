import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { UnreadNotificationsDocument } from '../api/generated/inbox.ts';
import { formatNumber } from '../text/format.ts';
import { inboxText } from '../text/inbox.text.ts';
import { LinkButton } from '../ui/button.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useMemberFeed } from './use-member-feed.ts';

/** How many notifications are unread, as it changes; it never takes the focus from anything. */
export function InboxLink(): JSX.Element {
  const t = inboxText();
  const { path } = useLocation();
  const { state, reload } = useQuery(UnreadNotificationsDocument, {});
  const told = useSignal<number | undefined>(undefined);
  useMemberFeed({
    onNews: (news) => {
      if (news.__typename === 'NotificationsChanged') told.value = news.unreadCount;
    },
    // What was said while the line was down is read afresh.
    onOpen: () => {
      told.value = undefined;
      reload();
    },
  });
  const unread = told.value ?? state.value.result?.me?.unreadNotificationCount ?? 0;
  return (
    <LinkButton look="quiet" href="/inbox" aria-current={path.startsWith('/inbox') ? 'page' : undefined}>
      {t.link}
      {unread > 0 && (
        <span class="chip live">
          {unread > 99 ? '99+' : formatNumber(unread)}
          <span class="visually-hidden"> {t.unread}</span>
        </span>
      )}
    </LinkButton>
  );
}
