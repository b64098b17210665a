import './moderation.css';

import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { CommentModerationDocument, ModerationNewsDocument } from '../api/generated/moderation.ts';
import { socket } from '../api/server.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { moderationText } from '../text/moderation.text.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { useQuery, type Query } from '../ui/use-query.ts';
import type { CommentModerationQuery } from '../api/generated/types.ts';
import { ModerationQueue } from './moderation-queue.tsx';
import { ModerationSettings } from './moderation-settings.tsx';

export interface ModerationProps {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
}

export type ModerationQuery = Query<CommentModerationQuery>;
export type Moderated = NonNullable<CommentModerationQuery['transcript']>;

/** What those who may type into a transcript decide about its comments: what waits, what was reported, who may write. */
export function Moderation({ transcriptId, live }: ModerationProps): JSX.Element {
  const t = moderationText();
  const query = useQuery(CommentModerationDocument, { id: transcriptId });
  useFreshness(transcriptId, live, query.reload);
  const isOpen = useSignal(false);
  const { result, error } = query.state.value;
  const moderated = result?.transcript;
  const count = (moderated?.heldComments.totalCount ?? 0) + (moderated?.reportedComments.totalCount ?? 0);
  return (
    <details
      class="moderation"
      open={isOpen.value}
      onToggle={(event) => (isOpen.value = event.currentTarget.open)}
    >
      <summary>
        {t.title}
        <span role="status">
          {count > 0 && (
            <span class="badge">
              {count}
              <span class="visually-hidden"> {t.waiting(count)}</span>
            </span>
          )}
        </span>
      </summary>
      {isOpen.value && (
        <div class="moderation-body stack">
          {error !== undefined && <ErrorState error={error} onRetry={query.reload} />}
          {moderated === undefined && error === undefined && <Skeleton />}
          {moderated != null && (
            <>
              <ModerationQueue {...{ transcriptId, live, moderated }} onDone={query.reload} />
              <ModerationSettings {...{ transcriptId, moderated }} onDone={query.reload} />
            </>
          )}
        </div>
      )}
    </details>
  );
}

/** The house tells when something waits; what was decided on another page shows by the comments that come of it. */
function useFreshness(transcriptId: string, live: LiveTranscript, reload: () => void): void {
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
