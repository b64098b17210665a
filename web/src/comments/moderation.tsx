import './moderation.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { CommentModerationDocument } from '../api/generated/moderation.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { moderationText } from '../text/moderation.text.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { useQuery, type Query } from '../ui/use-query.ts';
import type { CommentModerationQuery } from '../api/generated/types.ts';
import { ModerationQueue } from './moderation-queue.tsx';
import { ModerationSettings } from './moderation-settings.tsx';
import { useModerationNews } from './moderation-watch.tsx';
import type { CommentShelf } from './comment-shelf.ts';

export interface ModerationProps {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly shelf: CommentShelf;
}

export type ModerationQuery = Query<CommentModerationQuery>;
export type Moderated = NonNullable<CommentModerationQuery['transcript']>;

/** What those who may type into a transcript decide about its comments: what waits, what was reported, who may write. */
export function Moderation({ transcriptId, live, shelf }: ModerationProps): JSX.Element {
  const t = moderationText();
  const query = useQuery(CommentModerationDocument, { id: transcriptId });
  useModerationNews(transcriptId, live, query.reload);
  const isOpen = useSignal(false);
  const { result, error } = query.state.value;
  const moderated = result?.transcript;
  const count = (moderated?.heldComments.totalCount ?? 0) + (moderated?.reportedComments.totalCount ?? 0);
  useEffect(() => {
    if (moderated != null) shelf.toDecide.value = count;
  }, [count, moderated]);
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
