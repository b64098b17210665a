import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { CommentsToDecideDocument, ModerationNewsDocument } from '../api/generated/moderation.ts';
import { socket } from '../api/server.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { useQuery } from '../ui/use-query.ts';
import type { CommentsProps } from './comments.tsx';

/** Keeps the count of what there is to decide about, for the badge of a list that is closed. */
export function ModerationWatch({ transcriptId, live, shelf }: CommentsProps): null {
  const query = useQuery(CommentsToDecideDocument, { id: transcriptId });
  useModerationNews(transcriptId, live, query.reload);
  const transcript = query.state.value.result?.transcript;
  useEffect(() => {
    if (transcript == null) return;
    shelf.toDecide.value = transcript.heldComments.totalCount + transcript.reportedComments.totalCount;
  }, [transcript]);
  return null;
}

/** The house tells when something waits; what was decided on another page shows by the comments that come of it. */
export function useModerationNews(transcriptId: string, live: LiveTranscript, reload: () => void): void {
  useEffect(
    () =>
      socket.subscribe(ModerationNewsDocument, () => ({}), {
        next: ({ memberFeed }) => {
          if (memberFeed.__typename === 'CommentToReview' && memberFeed.transcript?.id === transcriptId)
            reload();
        },
        // The session's own watch says when nobody is signed in any more; the page stays readable.
        error: () => {},
      }),
    [transcriptId],
  );
  const seen = useSignal({ phase: socket.state.peek().phase, mode: live.facts.peek()?.commentMode });
  useSignalEffect(() => {
    const now = { phase: socket.state.value.phase, mode: live.facts.value?.commentMode };
    const before = seen.peek();
    seen.value = now;
    const isBack = now.phase === 'open' && before.phase !== 'open';
    if (isBack || now.mode !== before.mode) reload();
  });
}
