import { inboxText } from '../../text/inbox.text.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

/** The outbox and the templates, in a chunk of their own with their text. */
export const LazyNotifications = lazyPart<object>({
  load: () => import('./notifications.tsx').then((module) => module.NotificationsSection),
  texts: [inboxText],
  lines: 6,
});
