import { inboxText } from '../text/inbox.text.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

/** The way to the inbox with what is unread there; nothing waits for it. */
export const LazyInboxLink = lazyPart<object>({
  load: () => import('./inbox-link.tsx').then((module) => module.InboxLink),
  texts: [inboxText],
});
