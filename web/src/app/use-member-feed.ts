import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { MemberFeedDocument } from '../api/generated/member-feed.ts';
import type { MemberFeedSubscription } from '../api/generated/types.ts';
import { socket } from '../api/server.ts';

export type MemberNews = MemberFeedSubscription['memberFeed'];

interface FeedListener {
  readonly onNews: (news: MemberNews) => void;
  /** The line is there, for the first time or again: what was said while it was not has to be read afresh. */
  readonly onOpen: () => void;
}

/** Listens to the member's own feed while the component is on the page. The news are hints, not the whole truth. */
export function useMemberFeed(listener: FeedListener): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const stop = socket.subscribe(MemberFeedDocument, () => ({}), {
      next: ({ memberFeed }) => latest.current.onNews(memberFeed),
      // The session's own watch says when nobody is signed in any more; the page stays readable.
      error: () => {},
    });
    const line = { isOpen: socket.state.peek().phase === 'open' };
    const stopWatching = effect(() => {
      const isOpen = socket.state.value.phase === 'open';
      if (isOpen && !line.isOpen) latest.current.onOpen();
      line.isOpen = isOpen;
    });
    return () => {
      stop();
      stopWatching();
    };
  }, []);
}
