import type { JSX } from 'preact';

import type { PageProps } from '../../app/lazy-page.tsx';
import { NotFoundPage } from '../../app/not-found.tsx';
import { InboxSection } from './inbox.tsx';
import { NotificationSettings } from './notification-settings.tsx';

/** What the member was told, and how they want to be told. */
export function InboxPage({ params, query }: PageProps): JSX.Element {
  if (params['section'] === 'settings') return <NotificationSettings />;
  if (params['section'] !== undefined) return <NotFoundPage />;
  return <InboxSection isUnreadOnly={query['show'] === 'unread'} />;
}
